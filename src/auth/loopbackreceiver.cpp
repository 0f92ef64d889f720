// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopbackreceiver.h"

#include "browserconnection.h"
#include "visibleascii.h"

#include <QTcpSocket>

namespace {

constexpr qsizetype mostConnections = 16;

} // namespace

LoopbackReceiver::LoopbackReceiver(const QUrl &redirect, Take take, std::chrono::milliseconds request, QObject *parent)
    : QObject(parent)
    , m_redirect(redirect)
    , m_take(std::move(take))
    , m_request(request)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::greet);
}

bool LoopbackReceiver::listen()
{
    const bool six = m_redirect.host().contains(u':');
    if (!m_server.listen(six ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost, quint16(m_redirect.port(0))))
        return false;
    m_redirect.setPort(m_server.serverPort());
    return true;
}

void LoopbackReceiver::greet()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (findChildren<BrowserConnection *>(QString(), Qt::FindDirectChildrenOnly).size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new BrowserConnection(socket, m_request, this);
        connect(
            connection, &BrowserConnection::asked, this,
            [this, connection](const QByteArray &target, const QByteArray &host) { judge(connection, target, host); });
        connect(connection, &BrowserConnection::refused, this,
                [this, connection](int status) { refuse(connection, status); });
    }
}

void LoopbackReceiver::judge(BrowserConnection *connection, const QByteArray &target, const QByteArray &host)
{
    const QByteArray here = m_redirect.authority(QUrl::FullyEncoded).toLatin1();
    if (!isVisibleAscii(target) || host.toLower() != here) // a foreign name that was made to point here
        return refuse(connection, 400);
    const QByteArray path = m_redirect.path(QUrl::FullyEncoded).toLatin1();
    if (target.split('?').first() != (path.isEmpty() ? "/" : path)) // a browser always asks for some path
        return refuse(connection, 404);
    switch (m_take(QUrl::fromEncoded("http://" + here + target, QUrl::StrictMode))) {
    case Verdict::Ignored:
        return refuse(connection, 400);
    case Verdict::Taken:
        connection->answer(200, tr("Back to Sundial"),
                           tr("Sundial has the answer and is signing you in. You can close this tab."));
        break;
    case Verdict::Declined:
        connection->answer(200, tr("Not signed in"),
                           tr("The sign-in was declined. You can close this tab and go back to Sundial."));
        break;
    }
    m_server.close();
}

void LoopbackReceiver::refuse(BrowserConnection *connection, int status)
{
    connection->answer(
        status, tr("Nothing to do here"),
        tr("This address does not belong to a sign-in that Sundial is waiting for. To sign in, start again "
           "in Sundial."));
}
