// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <limits>
#include <optional>

/// Where a page of meetings ended: goes into the page token, and the next page begins after it.
struct MeetingKey
{
    WorldTime start = 0;
    int id = noId;
    bool operator==(const MeetingKey &) const = default;
    bool operator<(const MeetingKey &other) const { return start != other.start ? start < other.start : id < other.id; }
};

/// A question for meetings, as GET /scheduled_events asks it. One of user, organization, group is set; user may be
/// combined with organization. Says nothing about who may ask.
struct WorldMeetingQuery
{
    enum class Status { Any, Active, Canceled };

    int user = noId;
    int organization = noId;
    int group = noId;
    std::optional<WorldTime> minStart; ///< inclusive
    std::optional<WorldTime> maxStart; ///< inclusive
    Status status = Status::Any;
    QString inviteeEmail; ///< empty: anybody; any letter case
    bool descending = false;
    int limit = 20;
    std::optional<MeetingKey> after; ///< the last row of the page before
    /// World::sequence() when the first page was made: rows and cancellations that came later do not show.
    qint64 view = std::numeric_limits<qint64>::max();
};

struct MeetingPage
{
    QList<int> meetings; ///< ids, in order
    bool more = false; ///< there is a page after this one
};

/// The rows that `query` asks for, sorted by start, then by id.
MeetingPage findMeetings(const World &world, const WorldMeetingQuery &query);

/// The sort key of a row.
MeetingKey keyOf(const WorldMeeting &meeting);
