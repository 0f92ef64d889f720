// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>

class BrowserConnection;

/// Listens on this computer alone for the browser's way back (RFC 8252, 7.3) and says on a page how that went. Goes on
/// listening after anything that is not the awaited redirect.
class LoopbackReceiver : public QObject
{
    Q_OBJECT

public:
    enum class Verdict { Ignored, Taken, Declined };
    using Take = std::function<Verdict(const QUrl &redirect)>;

    /// `redirect` is an http URL of the loopback; port 0 or none lets the system choose. `take` is asked about every
    /// URL that is for this address.
    LoopbackReceiver(const QUrl &redirect, Take take, std::chrono::milliseconds request, QObject *parent = nullptr);

    /// False when the port is taken.
    bool listen();
    /// The address with the port that is listened on.
    QUrl redirectUri() const { return m_redirect; }

private:
    void greet();
    void judge(BrowserConnection *connection, const QByteArray &target, const QByteArray &host);
    void refuse(BrowserConnection *connection, int status);

    QTcpServer m_server;
    QUrl m_redirect;
    Take m_take;
    std::chrono::milliseconds m_request;
};
