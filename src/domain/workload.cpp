// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload.h"

#include "timespans.h"
#include "zones.h"

#include <algorithm>

namespace {

/// 24:00 is kept as the day's last millisecond.
bool isEndOfDay(QTime time)
{
    return time >= QTime(23, 59, 59);
}

DateOverride::Kind kindOf(const QList<DayInterval> &hours, const QList<DayInterval> &usual)
{
    if (hours.isEmpty())
        return DateOverride::Kind::Closed;
    const auto now = lengthOf(hours);
    const auto before = lengthOf(usual);
    return now > before ? DateOverride::Kind::Extra
        : now < before  ? DateOverride::Kind::Shorter
                        : DateOverride::Kind::Different;
}

} // namespace

QList<TimeRange> openHours(const AvailabilitySchedule &schedule, QDate first, int days, const QTimeZone &zone)
{
    QList<TimeRange> open;
    for (QDate date = first; date < first.addDays(days); date = date.addDays(1)) {
        for (const DayInterval &interval : hoursOn(schedule, date)) {
            const QDateTime end
                = isEndOfDay(interval.to) ? startOfDayUtc(date.addDays(1), zone) : toUtc(date, interval.to, zone).utc;
            open.append({toUtc(date, interval.from, zone).utc, end});
        }
    }
    return united(open);
}

Workload workload(const QList<TimeRange> &open, const QList<TimeRange> &meetings, const QList<TimeRange> &busyElsewhere)
{
    Workload load;
    load.available = united(open);
    load.scheduled = intersected(load.available, meetings);
    const QList<TimeRange> rest = without(load.available, load.scheduled);
    load.busy = intersected(rest, busyElsewhere);
    load.free = without(rest, load.busy);
    return load;
}

QList<TimeRange> after(const QList<TimeRange> &ranges, const QDateTime &instant)
{
    QList<TimeRange> later;
    for (const TimeRange &range : ranges) {
        if (range.end > instant)
            later.append({std::max(range.begin, instant), range.end});
    }
    return later;
}

QList<DayInterval> weekdayHours(const AvailabilitySchedule &schedule, int weekday)
{
    for (const AvailabilityRule &rule : schedule.rules) {
        if (rule.date.isNull() && rule.weekday == weekday)
            return rule.intervals;
    }
    return {};
}

QList<DateOverride> upcomingOverrides(const AvailabilitySchedule &schedule, QDate today, int days)
{
    QList<DateOverride> overrides;
    QList<AvailabilityRule> rules;
    std::copy_if(schedule.rules.begin(), schedule.rules.end(), std::back_inserter(rules),
                 [&](const AvailabilityRule &rule) {
                     return rule.date.isValid() && rule.date >= today && rule.date < today.addDays(days);
                 });
    std::sort(rules.begin(), rules.end(),
              [](const AvailabilityRule &one, const AvailabilityRule &other) { return one.date < other.date; });
    for (const AvailabilityRule &rule : std::as_const(rules)) {
        const QList<DayInterval> usual = weekdayHours(schedule, rule.date.dayOfWeek());
        if (rule.intervals == usual)
            continue;
        const DateOverride::Kind kind = kindOf(rule.intervals, usual);
        const bool goesOn = !overrides.isEmpty() && overrides.last().last.addDays(1) == rule.date
            && overrides.last().intervals == rule.intervals && overrides.last().kind == kind;
        if (goesOn)
            overrides.last().last = rule.date;
        else
            overrides.append({rule.date, rule.date, rule.intervals, kind});
    }
    return overrides;
}

std::chrono::minutes lengthOf(const QList<DayInterval> &intervals)
{
    int seconds = 0;
    for (const DayInterval &interval : intervals)
        seconds += isEndOfDay(interval.to) ? interval.from.secsTo(QTime(23, 59, 59)) + 1
                                           : interval.from.secsTo(interval.to);
    return std::chrono::minutes(seconds / 60);
}
