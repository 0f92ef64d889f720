// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace {

QByteArray routeOf(const TestServer::Request &request)
{
    return request.method + ' ' + request.path.toUtf8();
}

/// True once `received` holds a whole request, which is then in `request`.
bool parse(const QByteArray &received, TestServer::Request &request)
{
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = received.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    const QUrl url = QUrl::fromEncoded(request.target);
    request.path = url.path();
    request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    request.body = received.mid(headEnd + 4);
    return request.body.size() >= request.headers.value("content-length").toLongLong();
}

QByteArray bytesOf(const TestServer::Answer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status)
        + " Answer\r\nConnection: close\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.body.isEmpty())
        bytes += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + answer.body;
}

} // namespace

TestServer::TestServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_received.remove(socket);
                socket->deleteLater();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

TestServer::~TestServer()
{
    // They close when the server goes, after what their handlers use is gone.
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->disconnect(this);
}

QUrl TestServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port()));
}

quint16 TestServer::port() const
{
    return m_server.serverPort();
}

void TestServer::answer(const QByteArray &route, const Answer &answer)
{
    m_answers[route].append(answer);
}

void TestServer::answer(const QByteArray &route, const QJsonObject &json, int status, const Headers &headers)
{
    if (json.isEmpty() && status >= 400) {
        const QJsonObject refusal{{QStringLiteral("title"), QStringLiteral("Error")}, {QStringLiteral("message"), QStringLiteral("It was refused.")}};
        return answer(route, refusal, status, headers);
    }
    answer(route,
           Answer{.status = status, .body = QJsonDocument(json).toJson(QJsonDocument::Compact), .headers = headers});
}

QList<TestServer::Request> TestServer::requests(const QByteArray &route) const
{
    if (route.isEmpty())
        return m_requests;
    QList<Request> found;
    for (const Request &request : m_requests) {
        if (routeOf(request) == route)
            found.append(request);
    }
    return found;
}

int TestServer::count(const QByteArray &route) const
{
    return static_cast<int>(requests(route).size());
}

void TestServer::take(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    Request request;
    if (!parse(received, request))
        return;
    received.clear();
    m_requests.append(request);
    emit asked();
    respond(socket, request);
}

void TestServer::respond(QTcpSocket *socket, const Request &request)
{
    const Answer answer = nextAnswer(routeOf(request));
    if (answer.silent)
        return;
    if (answer.hangUp)
        return socket->abort();
    socket->write(bytesOf(answer));
    socket->disconnectFromHost();
}

TestServer::Answer TestServer::nextAnswer(const QByteArray &route)
{
    const auto queued = m_answers.find(route);
    if (queued == m_answers.end() || queued->isEmpty())
        return Answer{
            .status = 404,
            .body = R"({"title":"Resource Not Found","message":"The server could not find the requested resource."})"};
    return queued->size() == 1 ? queued->first() : queued->takeFirst();
}
