// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandboxclient.h"
#include "sandboxserver.h"
#include "worldjson.h"

#include <algorithm>
#include <memory>

/// A sandbox at a fixed moment, a Wednesday, with a client for Mara, who owns its first organization.
class SandboxFixture
{
public:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 18), QTime(9, 0), QTimeZone::utc()); }

    /// The moment so many days after now, as the API writes it.
    static QString after(int days) { return slotText(now().addDays(days).toMSecsSinceEpoch()); }

    bool start(SandboxOptions options = {.meetings = 1200})
    {
        options.nowClock = [] { return now(); };
        m_server = std::make_unique<SandboxServer>(options);
        if (!m_server->listen())
            return false;
        m_mara = clientOf(QStringLiteral("mara"));
        return true;
    }

    SandboxServer &server() { return *m_server; }
    World &world() { return m_server->world(); }
    SandboxClient &mara() { return *m_mara; }
    std::unique_ptr<SandboxClient> clientOf(const QString &slug)
    {
        return clientWith(m_server->personalAccessToken(slug));
    }
    std::unique_ptr<SandboxClient> clientWith(const QString &token)
    {
        return std::make_unique<SandboxClient>(m_server->apiUrl(), token);
    }

    int person(const QString &slug) { return world().userBySlug(slug)->id; }
    QString userUri(const QString &slug) { return world().uri(World::Thing::User, person(slug)); }
    QString organizationUri(const QString &slug)
    {
        return world().uri(World::Thing::Organization, world().userBySlug(slug)->organization);
    }
    QString pathOf(World::Thing thing, int id) { return QUrl(world().uri(thing, id)).path(); }
    QString meetingPath(int id) { return pathOf(World::Thing::Meeting, id); }

    /// The first meeting of a person that `fits`; noId where there is none.
    template <typename Fits> int meetingOf(const QString &slug, Fits fits)
    {
        const auto &all = world().meetingsOfUser(person(slug));
        const auto found
            = std::find_if(all.begin(), all.end(), [&](int id) { return fits(world().meetings().at(size_t(id))); });
        return found == all.end() ? noId : *found;
    }
    int upcomingMeeting(const QString &slug)
    {
        return meetingOf(slug, [&](const WorldMeeting &meeting) {
            return meeting.start > world().now() && !meeting.cancellation && !meeting.invitees.isEmpty();
        });
    }
    int pastMeeting(const QString &slug)
    {
        return meetingOf(slug, [&](const WorldMeeting &meeting) {
            return meeting.end < world().now() && !meeting.cancellation && !meeting.invitees.isEmpty();
        });
    }

    template <typename Fits> int eventType(Fits fits)
    {
        const auto &all = world().eventTypes();
        const auto found = std::find_if(all.begin(), all.end(), fits);
        return found == all.end() ? noId : found->id;
    }
    /// One that Mara hosts alone and that can be booked.
    int soloType()
    {
        const int mara = person(QStringLiteral("mara"));
        return eventType([&](const WorldEventType &type) {
            return type.owner == mara && type.active && !type.deletedAt && !type.group && !type.poll && !type.adhoc
                && type.pooling == WorldPooling::None;
        });
    }

private:
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<SandboxClient> m_mara;
};
