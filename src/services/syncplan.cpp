// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncplan.h"

#include "zones.h"

#include <algorithm>

namespace {
constexpr double msOfDay = 24.0 * 60 * 60 * 1000;
constexpr int daysOfPast = 2 * 365 + 1;
constexpr int fewestDays = 30;
constexpr int mostDays = 183; // several requests side by side, also in a calendar whose first week says little of it
constexpr double meetingsOfPart = 80; // a page holds 100
} // namespace

QDateTime endOfTime()
{
    return QDateTime(QDate(9999, 1, 1), QTime(0, 0), Qt::UTC);
}

TimeRange weekAround(const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = wallClock(now, zone).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    return {startOfDayUtc(monday, zone), startOfDayUtc(monday.addDays(7), zone)};
}

QList<TimeRange> uncovered(const TimeRange &range, const QList<TimeRange> &covered)
{
    QList<TimeRange> known = covered;
    std::sort(known.begin(), known.end(), [](const TimeRange &a, const TimeRange &b) { return a.begin < b.begin; });
    QList<TimeRange> open;
    QDateTime from = range.begin;
    for (const TimeRange &stretch : std::as_const(known)) {
        if (stretch.begin >= range.end)
            break;
        if (stretch.begin > from)
            open.append({from, stretch.begin});
        from = std::max(from, stretch.end);
    }
    if (from < range.end)
        open.append({from, range.end});
    return open;
}

QList<TimeRange> futureParts(const QDateTime &begin, const QDateTime &now)
{
    QList<TimeRange> parts;
    QDateTime from = begin;
    for (const int days : {28, 91}) {
        const QDateTime to = now.addDays(days);
        if (from < to) {
            parts.append({from, to});
            from = to;
        }
    }
    parts.append({from, endOfTime()});
    return parts;
}

int daysOfPart(int meetings, const TimeRange &range)
{
    const double days = std::max(1.0, double(range.begin.msecsTo(range.end)) / msOfDay);
    const double wanted = meetingsOfPart * days / std::max(meetings, 1);
    return static_cast<int>(std::clamp(wanted, double(fewestDays), double(mostDays)));
}

QList<TimeRange> pastParts(const QDateTime &now, const QList<TimeRange> &covered, int daysOfPart, const QDateTime &horizon)
{
    QList<TimeRange> parts;
    const QDateTime first = keptPart({now.addDays(-daysOfPast), now}, horizon).begin;
    for (QDateTime end = now; end > first; end = end.addDays(-daysOfPart)) {
        const QDateTime begin = std::max(first, end.addDays(-daysOfPart));
        QList<TimeRange> open = uncovered({begin, end}, covered);
        std::reverse(open.begin(), open.end());
        parts.append(open);
    }
    return parts;
}

TimeRange keptPart(const TimeRange &range, const QDateTime &horizon)
{
    if (!horizon.isValid())
        return range;
    const QDateTime begin = std::max(range.begin, horizon);
    return {begin, std::max(begin, range.end)};
}
