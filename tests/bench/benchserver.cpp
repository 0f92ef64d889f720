// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchserver.h"

#include "resourcejson.h"
#include "worldjson.h"

#include <QElapsedTimer>

#include <pthread.h>

BenchServer::BenchServer(int meetings)
    : m_server(new SandboxServer({.meetings = meetings, .rateLimit = 0}))
{
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    QElapsedTimer timer;
    timer.start();
    inThread([this] {
        m_server->listen();
        m_url = m_server->apiUrl();
        m_token = m_server->personalAccessToken(m_server->demoPerson().slug).toLatin1();
        m_threadHandle = pthread_self();
    });
    m_startTime = double(timer.elapsed());
}

BenchServer::~BenchServer()
{
    m_thread.quit();
    m_thread.wait();
}

void BenchServer::setLatency(std::chrono::milliseconds latency)
{
    inThread([this, latency] {
        m_server->clearFaults();
        sandbox::Fault slow;
        slow.kind = sandbox::Fault::Kind::Late;
        slow.wait = latency;
        if (latency.count() > 0)
            m_server->failAlways(QStringLiteral("*"), slow);
    });
}

int BenchServer::requests(const QString &where)
{
    int count = 0;
    inThread([&] { count = int(m_server->requests(where).size()); });
    return count;
}

void BenchServer::forgetRequests()
{
    inThread([this] { m_server->clearRequests(); });
}

double BenchServer::cpu() const
{
    clockid_t clock{};
    timespec time{};
    if (pthread_getcpuclockid(m_threadHandle, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return 1000.0 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
}

QList<Booked> BenchServer::booked()
{
    QList<Booked> all;
    inThread([&] {
        const World &world = m_server->world();
        QHash<int, QList<Invitee>> byMeeting;
        for (const WorldInvitee &invitee : world.invitees()) {
            if (const auto value = inviteeFromJson(toJson(invitee, world)))
                byMeeting[invitee.meeting].append(*value);
        }
        for (const int id : world.meetingsOfUser(m_server->demoPerson().id)) {
            if (const auto meeting = meetingFromJson(toJson(world.meetings().at(size_t(id)), world)))
                all.append({*meeting, byMeeting.value(id)});
        }
    });
    return all;
}
