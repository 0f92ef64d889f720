// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "place.h"
#include "timerange.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// Who canceled, when and why (contract: schema Cancellation).
struct Cancellation
{
    QString canceledBy;
    QString reason; ///< may be empty
    bool byHost = false;
    QDateTime createdAt;
    bool operator==(const Cancellation &) const = default;
};

/// A host of a meeting (contract: schema EventMembership).
struct MeetingHost
{
    QUrl user;
    QString name; ///< may be empty
    QString email; ///< may be empty
    bool operator==(const MeetingHost &) const = default;
};

/// A time somebody booked; Calendly calls it a scheduled event (contract: schema Event). Times are UTC; views convert.
struct Meeting
{
    QUrl uri;
    QString name; ///< empty where the server has none
    QDateTime start;
    QDateTime end;
    bool canceled = false;
    QUrl eventType;
    Place place;
    int inviteesActive = 0;
    int inviteesTotal = 0; ///< includes canceled ones (BEHAVIOUR 14.6)
    int inviteesLimit = 1;
    QList<MeetingHost> hosts;
    QStringList guests; ///< e-mail addresses
    std::optional<Cancellation> cancellation;
    QString notesPlain; ///< meeting_notes_plain, internal to the host
    QString calendarKind; ///< google, outlook … or empty
    QString calendarEventId;
    QDateTime createdAt;
    QString updatedAt; ///< the server's text, kept for comparison: Qt cuts microseconds
    QJsonObject source; ///< as the server sent it, so that what we do not know is shown and kept
    bool operator==(const Meeting &) const = default;
};

inline bool isUpcoming(const Meeting &meeting, const QDateTime &now)
{
    return meeting.end > now;
}

inline bool isRunning(const Meeting &meeting, const QDateTime &now)
{
    return !meeting.canceled && meeting.start <= now && now < meeting.end;
}

/// A group event: canceling ends it for everybody who booked.
inline bool isGroup(const Meeting &meeting)
{
    return meeting.inviteesLimit > 1;
}
