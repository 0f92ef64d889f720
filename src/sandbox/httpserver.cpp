// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver.h"

#include <QAbstractHttpServer>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif
#include <QDateTime>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QLocale>
#include <QTcpServer>
#include <QTcpSocket>

namespace sandbox {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 302: return "Found";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 409: return "Conflict";
    case 424: return "Failed Dependency";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get: return "GET";
    case QHttpServerRequest::Method::Put: return "PUT";
    case QHttpServerRequest::Method::Delete: return "DELETE";
    case QHttpServerRequest::Method::Post: return "POST";
    case QHttpServerRequest::Method::Head: return "HEAD";
    case QHttpServerRequest::Method::Options: return "OPTIONS";
    case QHttpServerRequest::Method::Patch: return "PATCH";
    default: return "UNKNOWN";
    }
}

HttpHeaders headersOf(const QHttpServerRequest &request)
{
    HttpHeaders headers;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const auto pairs = request.headers().toListOfPairs();
    for (const auto &[name, value] : pairs)
        headers.emplaceBack(name, value);
#else
    const auto pairs = request.headers();
    for (const auto &pair : pairs)
        headers.emplaceBack(pair.first, pair.second);
#endif
    return headers;
}

HttpRequest requestOf(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    return {.method = methodName(request.method()),
            .path = url.path(QUrl::FullyDecoded),
            .query = formFields(url.query(QUrl::FullyEncoded).toUtf8()),
            .headers = headersOf(request),
            .body = request.body(),
            .remote = request.remoteAddress()};
}

/// A server that finds its socket closing deletes it with what is still to be sent.
void closeWhenSent(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
        if (socket->bytesToWrite() == 0)
            socket->disconnectFromHost();
    });
}

/// Sockets by the client's port, because from Qt 6.8 on a request no longer comes with its socket.
class Listener : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

    QTcpSocket *socketFrom(quint16 clientPort) const { return m_sockets.value(clientPort); }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const quint16 clientPort = socket->peerPort();
        m_sockets.insert(clientPort, socket);
        connect(socket, &QObject::destroyed, this, [this, clientPort] {
            if (!m_sockets.value(clientPort))
                m_sockets.remove(clientPort);
        });
        addPendingConnection(socket);
    }

private:
    QHash<quint16, QPointer<QTcpSocket>> m_sockets;
};

} // namespace

HttpResponder::HttpResponder(QTcpSocket *socket, bool headersOnly, bool closeAfter)
    : m_socket(socket)
    , m_headersOnly(headersOnly)
    , m_closeAfter(closeAfter)
{
}

QByteArray HttpResponder::head(const HttpResponse &response) const
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    const QDateTime date = m_date.isValid() ? m_date : QDateTime::currentDateTimeUtc();
    text += "Date: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1()
        + " GMT\r\n";
    if (response.status != 204)
        text += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (m_closeAfter)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

void HttpResponder::send(const HttpResponse &response)
{
    if (m_socket) {
        const bool hasBody = !m_headersOnly && response.status != 204;
        m_socket->write(hasBody ? head(response) + response.body : head(response));
        if (m_closeAfter)
            closeWhenSent(m_socket);
    }
    m_socket = nullptr;
}

void HttpResponder::sendCut(const HttpResponse &response, qsizetype bytes)
{
    if (m_socket) {
        m_socket->write(head(response) + response.body.left(bytes));
        closeWhenSent(m_socket);
    }
    m_socket = nullptr;
}

void HttpResponder::drop()
{
    if (m_socket)
        m_socket->abort();
    m_socket = nullptr;
}

class HttpServer::Backend : public QAbstractHttpServer
{
public:
    Backend(Handler handler, QObject *parent)
        : QAbstractHttpServer(parent)
        , m_handler(std::move(handler))
    {
    }

    bool start(quint16 port)
    {
        if (!m_listener->listen(QHostAddress::LocalHost, port))
            return false;
        bind(m_listener);
        return true;
    }
    quint16 port() const { return m_listener->serverPort(); }

protected:
    // Answers are written to the socket, at once or later. The server's own way of answering is let go: it must not live
    // longer than the connection, and an answer that never comes would keep it. Until there is an answer a client asks
    // nothing more on its connection.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &) override
    {
        answer(request, m_listener->socketFrom(request.remotePort()));
        return true;
    }
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        answer(request, socket);
        return true;
    }
#endif

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override { }
#else
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#endif

private:
    void answer(const QHttpServerRequest &raw, QTcpSocket *socket)
    {
        const HttpRequest request = requestOf(raw);
        const bool closeAfter = request.header("Connection").compare("close", Qt::CaseInsensitive) == 0;
        m_handler(request, std::make_shared<HttpResponder>(socket, request.method == "HEAD", closeAfter));
    }

    Handler m_handler;
    Listener *m_listener = new Listener(this);
};

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_backend(std::make_unique<Backend>(std::move(handler), this))
{
}

HttpServer::~HttpServer() = default;

bool HttpServer::listen(quint16 port)
{
    return m_backend->start(port);
}

quint16 HttpServer::port() const
{
    return m_backend->port();
}

} // namespace sandbox
