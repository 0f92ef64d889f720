// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "sandboxserver.h"

#include <QThread>

/// A meeting with those who booked it.
struct Booked
{
    Meeting meeting;
    QList<Invitee> invitees;
};

/// A local Calendly in a thread of its own, whose CPU time and requests can be told apart from the program's.
class BenchServer
{
public:
    explicit BenchServer(int meetings);
    ~BenchServer();

    QUrl url() const { return m_url; }
    QByteArray token() const { return m_token; }
    double startTime() const { return m_startTime; } ///< milliseconds
    void setLatency(std::chrono::milliseconds latency);
    int requests(const QString &where); ///< since the last forgetRequests()
    void forgetRequests();
    double cpu() const; ///< milliseconds of its thread so far

    QList<Booked> booked(); ///< the demo person's, as the API would send them

private:
    template <typename Act>
    void inThread(Act act)
    {
        QMetaObject::invokeMethod(m_server, act, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    SandboxServer *m_server;
    QUrl m_url;
    QByteArray m_token;
    double m_startTime = 0;
    unsigned long m_threadHandle = 0;
};
