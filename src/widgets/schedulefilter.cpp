// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulefilter.h"

#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleFilter)
};

} // namespace

DayRange daysOf(const ScheduleFilter &filter, QDate today)
{
    const QDate moved = today.addDays(periodDays * filter.step);
    switch (filter.when) {
    case ScheduleFilter::When::Upcoming:
        return {moved, moved.addDays(periodDays)};
    case ScheduleFilter::When::Past:
        return {moved.addDays(-periodDays), moved};
    case ScheduleFilter::When::All:
        return {moved.addDays(-periodDays), moved.addDays(periodDays)};
    }
    return {};
}

MeetingQuery queryOf(const ScheduleFilter &filter, const QDateTime &now, const QTimeZone &zone)
{
    const DayRange days = daysOf(filter, wallClock(now, zone).date());
    MeetingQuery query;
    query.range = {startOfDayUtc(days.first, zone), startOfDayUtc(days.last.addDays(1), zone)};
    if (filter.when == ScheduleFilter::When::Past)
        query.range.end = std::min(query.range.end, now);
    query.status = filter.status;
    query.eventType = filter.eventType;
    query.text = filter.text.trimmed();
    query.newestFirst = filter.when == ScheduleFilter::When::Past || isSearch(filter);
    return query;
}

ScheduleFilter withoutNarrowing(const ScheduleFilter &filter)
{
    ScheduleFilter wide;
    wide.when = filter.when;
    wide.step = filter.step;
    return wide;
}

QStringList narrowingNames(const ScheduleFilter &filter)
{
    QStringList names;
    if (isSearch(filter))
        names.append(oneLine(filter.text, 60));
    if (!filter.eventType.isEmpty())
        names.append(filter.eventTypeName);
    if (filter.status != MeetingQuery::Status::Any)
        names.append(statusName(filter.status));
    return names;
}

QString statusName(MeetingQuery::Status status)
{
    switch (status) {
    case MeetingQuery::Status::Any:
        return Words::tr("Any");
    case MeetingQuery::Status::Active:
        return Words::tr("Active");
    case MeetingQuery::Status::Canceled:
        return Words::tr("Canceled");
    }
    return {};
}
