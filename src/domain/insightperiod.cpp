// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightperiod.h"

#include "zones.h"

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;

QDate beginOfWeek(QDate day, Qt::DayOfWeek weekBegin)
{
    return day.addDays(-((day.dayOfWeek() - weekBegin + daysOfWeek) % daysOfWeek));
}

} // namespace

InsightDays daysOf(InsightPeriod period, QDate today, Qt::DayOfWeek weekBegin)
{
    const QDate week = beginOfWeek(today, weekBegin);
    const QDate month(today.year(), today.month(), 1);
    switch (period) {
    case InsightPeriod::ThisWeek:
        return {week, week.addDays(daysOfWeek)};
    case InsightPeriod::LastWeek:
        return {week.addDays(-daysOfWeek), week};
    case InsightPeriod::ThisMonth:
        return {month, month.addMonths(1)};
    case InsightPeriod::LastMonth:
        return {month.addMonths(-1), month};
    case InsightPeriod::Last30Days:
        return {today.addDays(-29), today.addDays(1)};
    case InsightPeriod::Last90Days:
        return {today.addDays(-89), today.addDays(1)};
    case InsightPeriod::ThisYear:
        return {QDate(today.year(), 1, 1), QDate(today.year() + 1, 1, 1)};
    case InsightPeriod::Own:
        break;
    }
    return {};
}

InsightDays daysBefore(InsightPeriod period, const InsightDays &days)
{
    switch (period) {
    case InsightPeriod::ThisMonth:
    case InsightPeriod::LastMonth:
        return {days.first.addMonths(-1), days.first};
    case InsightPeriod::ThisYear:
        return {days.first.addYears(-1), days.first};
    default:
        return {days.first.addDays(-days.length()), days.first};
    }
}

TimeRange comparedRange(const InsightDays &days, const InsightDays &before, const QDateTime &now, const QTimeZone &zone)
{
    const TimeRange whole = rangeOf(before, zone);
    if (now >= rangeOf(days, zone).end)
        return whole;
    // By the clock on the wall, so that a change of clocks in between moves nothing.
    const QDateTime clock = wallClock(now, zone);
    const QDate sameDay = before.first.addDays(days.first.daysTo(clock.date()));
    const QDateTime until = sameDay < before.first ? whole.begin : toUtc(sameDay, clock.time(), zone).utc;
    return {whole.begin, std::clamp(until, whole.begin, whole.end)};
}

TimeRange rangeOf(const InsightDays &days, const QTimeZone &zone)
{
    return {startOfDayUtc(days.first, zone), startOfDayUtc(days.end, zone)};
}
