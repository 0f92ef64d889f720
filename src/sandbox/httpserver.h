// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace sandbox {

/// The way back to the client of one request. It may be used at once or later, once; where it is let go without an
/// answer, the client waits for one until it gives up.
class HttpResponder
{
public:
    HttpResponder(QTcpSocket *socket, bool headersOnly, bool closeAfter);

    void setDate(const QDateTime &date) { m_date = date; } ///< what the answer says of the time; else the computer's own
    void send(const HttpResponse &response);
    /// Promises the whole body, sends its first `bytes` and hangs up.
    void sendCut(const HttpResponse &response, qsizetype bytes);
    /// Hangs up without a word.
    void drop();

private:
    QByteArray head(const HttpResponse &response) const;

    QPointer<QTcpSocket> m_socket;
    bool m_headersOnly;
    bool m_closeAfter;
    QDateTime m_date;
};

/// HTTP/1.1 on the loopback address, and only there. What differs between versions of Qt HttpServer stays in here.
class HttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const HttpRequest &, const std::shared_ptr<HttpResponder> &)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens on 127.0.0.1; 0 lets the system choose a port. False when the port is taken.
    bool listen(quint16 port);
    quint16 port() const;

private:
    class Backend;
    std::unique_ptr<Backend> m_backend;
};

} // namespace sandbox
