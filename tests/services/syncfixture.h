// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resourcejson.h"
#include "serviceworld.h"
#include "syncplan.h"
#include "waiting.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using State = SyncService::State;
using sandbox::Fault;
using namespace std::chrono_literals;

const QString listing = QStringLiteral("GET /scheduled_events");

inline QDateTime bound(const LoggedRequest &request, const QString &name)
{
    return instantFromText(request.query.queryItemValue(name, QUrl::FullyDecoded));
}

/// A program that has started on a local Calendly but not begun to read.
class SyncFixture : public QObject
{
    Q_OBJECT

protected:
    static constexpr int longWait = 60000;

    bool start()
    {
        m_world = std::make_unique<ServiceWorld>();
        if (!m_world->startServer())
            return false;
        m_world->startProgram();
        return true;
    }

    SyncService &sync() { return m_world->program->sync; }
    QString zone() { return m_world->program->account.account()->user.timezone; }

    bool fillUp()
    {
        sync().start();
        return waitUntil([this] { return sync().state() == State::UpToDate; }, longWait);
    }

    int stored()
    {
        MeetingQuery everything;
        everything.range = {m_world->clock.now().addDays(-731), m_world->clock.now().addYears(5)};
        return m_world->program->meetings.count(everything);
    }

    int onServer()
    {
        const World &world = m_world->calendly->world();
        const WorldTime first = m_world->clock.now().addDays(-731).toMSecsSinceEpoch();
        const auto &all = world.meetingsOfUser(m_world->calendly->demoPerson().id);
        return int(std::count_if(all.begin(), all.end(),
                                 [&](int id) { return world.meetings().at(size_t(id)).start >= first; }));
    }

    std::unique_ptr<ServiceWorld> m_world;
};
