// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountmark.h"
#include "eventtype.h"
#include "invitee.h"
#include "meeting.h"
#include "meetingchange.h"
#include "personhistory.h"
#include "reschedulechain.h"

#include <QList>
#include <QString>
#include <QTimeZone>

/// What a list row says about an invitee.
struct InviteeBrief
{
    QUrl uri;
    QString name;
    QString email;
    QString timezone;
    bool canceled = false;
    bool noShow = false;
    bool rescheduled = false; ///< moved to another time: this booking ended for that
    bool movedHere = false; ///< came from another time
    int timesMoved = 0; ///< on the way here, as far as it is stored; told with movedHere only
    QDateTime firstTime; ///< for which it was booked at first; null where that is not stored
    QDateTime lastTime{}; ///< to which a booking that was moved away came in the end; null where that is not stored
    bool operator==(const InviteeBrief &) const = default;
};

/// A meeting as a list shows it: without the server's raw JSON and with the little that is needed of its people and its
/// event type.
struct MeetingSummary
{
    Meeting meeting; ///< `source` and notes are left empty
    QList<InviteeBrief> invitees; ///< active ones first
    bool inviteesKnown = false; ///< false until they were fetched once
    QString color; ///< of the event type; empty where the type is unknown
    EventType::Kind kind = EventType::Kind::OneOnOne;
    AccountMark account{}; ///< said where meetings of several accounts stand together
    bool operator==(const MeetingSummary &) const = default;
};

/// Everything kept about one meeting.
struct MeetingDetails
{
    Meeting meeting;
    QList<Invitee> invitees;
    bool inviteesKnown = false;
    std::optional<EventType> eventType;
    PersonHistory person; ///< before this meeting, by the first invitee's e-mail address
    QList<RescheduleChain> moves; ///< of each invitee whose booking was moved
    QList<MeetingChange> changes; ///< as they were seen here, the oldest first
    QString linkLabel; ///< of the single-use link that the first invitee booked with; may be empty
    bool operator==(const MeetingDetails &) const = default;
};

/// Which meetings a list asks for.
struct MeetingQuery
{
    enum class Status { Any, Active, Canceled, NoShow, Moved };

    TimeRange range; ///< meetings that touch it; ignored with `text`, which searches everything kept
    Status status = Status::Any;
    QUrl eventType; ///< empty: any
    QUrl host; ///< a user; empty: any
    QString text; ///< as it is typed into a search field: see SearchQuery
    QDateTime now; ///< what is past and upcoming, and which day is today, in `text`
    QTimeZone zone = QTimeZone::utc(); ///< where the days in `text` begin
    int limit = 1000;
    bool newestFirst = false;
    /// A meeting that was moved away is left out where the one it became is stored, which tells of it. Ignored with `text`:
    /// a search finds each of them.
    bool collapsesMoved = false;
    bool operator==(const MeetingQuery &) const = default;
};
