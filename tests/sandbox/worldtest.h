// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "booking.h"
#include "slotfinder.h"
#include "world.h"

// What several tests of the world need.

inline WorldTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

inline WorldSeed seedOf(quint32 number, int meetings)
{
    return {number, meetings, QDateTime::fromMSecsSinceEpoch(utc("2026-11-20T09:42:00Z"), Qt::UTC),
            QUrl(QStringLiteral("http://localhost:7001")), QUrl(QStringLiteral("http://localhost:7002"))};
}

inline const WorldUser &mara(const World &world)
{
    return *world.userBySlug(QStringLiteral("mara"));
}

inline int typeId(const World &world, const char *path)
{
    return world.eventTypeByPath(QString::fromLatin1(path))->id;
}

/// A request that a 30 minute intro accepts, at the first open time.
inline BookingRequest introRequest(const World &world)
{
    BookingRequest request;
    request.eventType = typeId(world, "/mara/30-min-intro");
    const auto &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
    request.start = findSlots(world, type, world.now(), world.now() + WorldTime(14) * 86400000).value(0).start;
    request.name = QStringLiteral("Ada Example");
    request.email = QStringLiteral("ada@example.org");
    request.timezone = QStringLiteral("Asia/Kathmandu");
    request.locationKind = QStringLiteral("zoom_conference");
    request.answers = {{type.questions.first().name, QStringLiteral("Everything"), 0}};
    return request;
}

inline const WorldMeeting &meetingOf(const World &world, int invitee)
{
    return world.meetings()[static_cast<size_t>(world.invitees()[static_cast<size_t>(invitee)].meeting)];
}
