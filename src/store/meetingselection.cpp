// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingselection.h"

#include "meetingrows.h"
#include "searchselection.h"
#include "storedvalues.h"
#include "zones.h"

#include <chrono>
#include <limits>

namespace {

constexpr qint64 dayMs = std::chrono::milliseconds(std::chrono::hours(24)).count();
constexpr qint64 farAway = std::numeric_limits<qint64>::max() / 4; // a day more or less does not overflow

/// An open end of the range reaches as far as time goes.
qint64 beginOf(const TimeRange &range)
{
    return range.begin.isValid() ? range.begin.toMSecsSinceEpoch() : -farAway;
}

qint64 endOf(const TimeRange &range)
{
    return range.end.isValid() ? range.end.toMSecsSinceEpoch() : farAway;
}

QString orderOf(const MeetingQuery &query)
{
    return query.newestFirst ? QStringLiteral("start_ms DESC, end_ms DESC, id DESC")
                             : QStringLiteral("start_ms, end_ms, id");
}

/// Of the invitees only those of the meeting in hand are looked at.
QString inviteeCondition(const QString &condition)
{
    return QStringLiteral(" AND EXISTS (SELECT 1 FROM invitees AS i INDEXED BY invitees_by_meeting"
                          " WHERE i.meeting_id = meetings.id AND (%1))")
        .arg(condition);
}

QString statusCondition(MeetingQuery::Status status)
{
    switch (status) {
    case MeetingQuery::Status::Any:
        return {};
    case MeetingQuery::Status::Active:
        return QStringLiteral(" AND canceled = 0");
    case MeetingQuery::Status::Canceled:
        return QStringLiteral(" AND canceled = 1");
    case MeetingQuery::Status::NoShow:
        return inviteeCondition(QStringLiteral("i.no_show <> ''"));
    case MeetingQuery::Status::Moved:
        return inviteeCondition(QStringLiteral("i.rescheduled = 1 OR i.old_invitee <> ''"));
    }
    return {};
}

/// A booking that moved has two meetings; the new one tells of the old. A group that was called off has people left in it.
QString movedCondition()
{
    return QStringLiteral(" AND (canceled = 0 OR EXISTS (SELECT 1 FROM invitees AS i INDEXED BY invitees_by_meeting"
                          " WHERE i.meeting_id = meetings.id AND i.rescheduled = 0) OR NOT EXISTS"
                          " (SELECT 1 FROM invitees AS i INDEXED BY invitees_by_meeting CROSS JOIN invitees AS moved ON moved.uri = i.new_invitee"
                          " WHERE i.meeting_id = meetings.id AND i.new_invitee <> ''))");
}

/// The conditions beside time and text, and their values.
MeetingSelection filterOf(const MeetingQuery &query)
{
    MeetingSelection filter;
    filter.sql = statusCondition(query.status);
    if (query.collapsesMoved)
        filter.sql += movedCondition();
    if (!query.eventType.isEmpty()) {
        filter.sql += QStringLiteral(" AND event_type_id = (SELECT id FROM event_types WHERE uri = ?)");
        filter.values.append(toColumn(query.eventType));
    }
    if (!query.host.isEmpty()) {
        filter.sql += QStringLiteral(" AND instr(hosts, ?)");
        filter.values.append(hostInColumn(query.host));
    }
    return filter;
}

QString indexFor(const MeetingQuery &query)
{
    if (!query.eventType.isEmpty())
        return QStringLiteral("meetings_by_type");
    if (query.status == MeetingQuery::Status::Active || query.status == MeetingQuery::Status::Canceled)
        return QStringLiteral("meetings_by_status");
    return QStringLiteral("meetings_by_start");
}

/// Meetings that touch the range: those that start in it or up to a day before it, by start, and those longer than a
/// day from an index of their own. A look further back for all of them would cost more with every long meeting.
MeetingSelection byRange(const MeetingQuery &query)
{
    const MeetingSelection filter = filterOf(query);
    const QString ordinary
        = QStringLiteral("SELECT id, start_ms, end_ms FROM meetings INDEXED BY %1 WHERE start_ms >= ? AND start_ms < ?"
                         " AND (end_ms > ? OR start_ms >= ?)%2")
              .arg(indexFor(query), filter.sql);
    const QString longOnes
        = QStringLiteral("SELECT id, start_ms, end_ms FROM meetings INDEXED BY meetings_long"
                         " WHERE end_ms - start_ms > 86400000 AND end_ms > ? AND start_ms < ? AND start_ms < ?%1")
              .arg(filter.sql);
    const qint64 begin = beginOf(query.range);
    const qint64 end = endOf(query.range);
    const qint64 lookBack = begin - dayMs;
    return {.sql = ordinary + QStringLiteral(" UNION ALL ") + longOnes + QStringLiteral(" ORDER BY ") + orderOf(query),
            .values = QVariantList{lookBack, end, begin, begin} + filter.values + QVariantList{begin, lookBack, end}
                + filter.values};
}

} // namespace

MeetingSelection selectionOf(const MeetingQuery &query, int limit, const QList<TypeName> &types)
{
    const QDate today = wallClock(query.now, query.zone).date();
    const SearchQuery search = searchQueryOf(query.text, today);
    MeetingSelection selection = search.isEmpty() ? byRange(query) : searchSelectionOf(search, query, types);
    if (limit >= 0) {
        selection.sql += QStringLiteral(" LIMIT ?");
        selection.values.append(limit);
    }
    return selection;
}
