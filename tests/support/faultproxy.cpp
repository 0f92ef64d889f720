// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultproxy.h"

#include <QTcpSocket>
#include <QTimer>

namespace {

constexpr qint64 floodChunkBytes = 64 * 1024;

} // namespace

/// One connection and its twin to the server.
class FaultyLink : public QObject
{
public:
    FaultyLink(QTcpSocket *client, qsizetype number, FaultProxy::Fault fault, FaultProxy *proxy)
        : QObject(proxy)
        , m_client(client)
        , m_number(number)
        , m_fault(fault)
        , m_proxy(proxy)
    {
        m_client->setParent(this);
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_client, &QTcpSocket::readyRead, this, &FaultyLink::takeRequest);
        connect(&m_server, &QTcpSocket::readyRead, this, &FaultyLink::takeAnswer);
        connect(&m_server, &QTcpSocket::disconnected, this, [this] {
            m_serverDone = true;
            closeWhenDone();
        });
        connect(&m_drip, &QTimer::timeout, this, &FaultyLink::drip);
        if (m_fault.kind == Kind::DropOnAccept)
            QMetaObject::invokeMethod(m_client, &QTcpSocket::abort, Qt::QueuedConnection);
        else
            m_server.connectToHost(QHostAddress::LocalHost, proxy->m_serverPort);
    }

    ~FaultyLink() override
    {
        // The sockets close while this is half gone.
        m_client->disconnect(this);
        m_server.disconnect(this);
    }

private:
    using Kind = FaultProxy::Fault::Kind;

    void takeRequest()
    {
        const QByteArray bytes = m_client->readAll();
        m_requestBytes += bytes.size();
        m_proxy->m_requests[m_number] += bytes;
        switch (m_fault.kind) {
        case Kind::DropRequest:
            if (m_requestBytes >= m_fault.bytes)
                m_client->abort();
            return;
        case Kind::Garbage:
            m_client->write(QByteArray(200, '\x07') + "\r\n\r\n");
            m_client->disconnectFromHost();
            return;
        case Kind::Flood:
            return flood();
        default:
            if (m_requestBytes == bytes.size())
                ++m_proxy->m_forwarded;
            m_server.write(bytes);
        }
    }

    void takeAnswer()
    {
        m_answer += m_server.readAll();
        switch (m_fault.kind) {
        case Kind::DropAnswer:
            return m_client->abort();
        case Kind::CutAnswer:
            pass(m_fault.bytes - m_passed);
            if (m_passed >= m_fault.bytes)
                m_client->disconnectFromHost();
            return;
        case Kind::StallAnswer:
            return pass(m_fault.bytes - m_passed);
        case Kind::DripAnswer:
            pass(m_fault.bytes - m_passed);
            if (!m_drip.isActive())
                m_drip.start(m_fault.every);
            return;
        default:
            pass(m_answer.size());
        }
    }

    void drip()
    {
        pass(1);
        closeWhenDone();
    }

    void flood()
    {
        m_client->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        connect(m_client, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) {
            m_proxy->m_sent += bytes;
            if (m_client->bytesToWrite() < floodChunkBytes)
                m_client->write(QByteArray(floodChunkBytes, ' '));
        });
    }

    void pass(qint64 most)
    {
        const QByteArray part = m_answer.left(qMax<qint64>(0, most));
        m_answer.remove(0, part.size());
        m_passed += part.size();
        m_proxy->m_sent += part.size();
        m_client->write(part);
    }

    void closeWhenDone()
    {
        if (m_serverDone && m_answer.isEmpty() && m_fault.kind != Kind::StallAnswer)
            m_client->disconnectFromHost();
    }

    QTcpSocket *m_client;
    qsizetype m_number; ///< among the connections
    QTcpSocket m_server;
    FaultProxy::Fault m_fault;
    FaultProxy *m_proxy;
    QTimer m_drip;
    QByteArray m_answer;
    qint64 m_requestBytes = 0;
    qint64 m_passed = 0;
    bool m_serverDone = false;
};

FaultProxy::FaultProxy(quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            m_requests.append(QByteArray());
            new FaultyLink(client, m_requests.size() - 1, takeFault(), this);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl FaultProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void FaultProxy::set(Fault fault, int connections)
{
    m_fault = fault;
    m_left = connections;
}

FaultProxy::Fault FaultProxy::takeFault()
{
    if (m_left == 0)
        return {};
    if (m_left > 0)
        --m_left;
    return m_fault;
}
