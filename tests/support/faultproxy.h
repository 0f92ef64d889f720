// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

/// Stands between a client and a server on the loopback and spoils what passes, one fault for every connection.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    struct Fault
    {
        enum class Kind {
            None, ///< passes everything
            DropOnAccept, ///< closes at once
            DropRequest, ///< closes after `bytes` of the request; nothing reaches the server
            DropAnswer, ///< the server gets the request; closes when its answer begins
            CutAnswer, ///< closes after `bytes` of the answer
            StallAnswer, ///< passes `bytes` of the answer, then nothing more and no close
            DripAnswer, ///< passes `bytes` of the answer, then one byte each `every`
            Garbage, ///< answers the request with bytes that are no HTTP
            Flood, ///< answers with a good head and a body without end
        };

        Kind kind = Kind::None;
        qint64 bytes = 0;
        std::chrono::milliseconds every{20};
    };

    explicit FaultProxy(quint16 serverPort, QObject *parent = nullptr);

    QUrl url() const;

    /// For the next `connections` connections, then none; for ever with -1.
    void set(Fault fault, int connections = -1);

    /// What clients sent, one for every connection.
    const QList<QByteArray> &requests() const { return m_requests; }
    int requestsForwarded() const { return m_forwarded; }
    qint64 answerBytesSent() const { return m_sent; }

private:
    friend class FaultyLink;
    Fault takeFault();

    QTcpServer m_server;
    quint16 m_serverPort;
    Fault m_fault;
    int m_left = 0;
    QList<QByteArray> m_requests;
    int m_forwarded = 0;
    qint64 m_sent = 0;
};
