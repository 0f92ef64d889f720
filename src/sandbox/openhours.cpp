// SPDX-License-Identifier: GPL-3.0-or-later
#include "openhours.h"

#include "zones.h"

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr int minutesOfDay = 24 * 60;

QDateTime utcOf(WorldTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

} // namespace

OpenHours::OpenHours(const QList<WorldRule> &rules, QTimeZone zone, WorldTime from, WorldTime to)
    : m_rules(rules), m_zone(std::move(zone))
{
    const QDate last = wallClock(utcOf(to), m_zone).date();
    for (QDate date = wallClock(utcOf(from), m_zone).date(); date <= last; date = date.addDays(1)) {
        for (const WorldInterval &interval : hoursOn(date)) {
            const WorldSpan span{beginOf(date, interval.from), endOf(date, interval.to)};
            if (span.start >= span.end)
                continue; // the whole interval is skipped by the clock
            m_openings.append({date, interval, span.end});
            if (!m_spans.isEmpty() && m_spans.last().end == span.start)
                m_spans.last().end = span.end; // open over midnight
            else
                m_spans.append(span);
        }
    }
}

const QList<WorldInterval> &OpenHours::hoursOn(QDate date) const
{
    static const QList<WorldInterval> closed;
    const QList<WorldInterval> *hours = &closed;
    for (const WorldRule &rule : m_rules) {
        if (rule.date == date)
            return rule.intervals;
        if (rule.weekday == date.dayOfWeek())
            hours = &rule.intervals;
    }
    return *hours;
}

QList<WorldTime> OpenHours::instantsAt(QDate date, int minute) const
{
    if (minute >= minutesOfDay)
        return instantsAt(date.addDays(1), minute - minutesOfDay);
    const UtcInstant instant = toUtc(date, QTime(minute / 60, minute % 60), m_zone);
    if (instant.inGap)
        return {};
    QList<WorldTime> instants{instant.utc.toMSecsSinceEpoch()};
    if (instant.ambiguous) {
        const int back = m_zone.offsetFromUtc(instant.utc) - m_zone.offsetFromUtc(instant.utc.addDays(1));
        instants.append(instants.first() + WorldTime(back) * 1000);
    }
    return instants;
}

WorldTime OpenHours::beginOf(QDate date, int minute) const
{
    const QList<WorldTime> instants = instantsAt(date, minute);
    return instants.isEmpty() ? endOf(date, minute) : instants.first();
}

WorldTime OpenHours::endOf(QDate date, int minute) const
{
    const QList<WorldTime> instants = instantsAt(date, minute);
    if (!instants.isEmpty())
        return instants.last();
    // A time that the clock skips: the moment at which it does.
    const QDateTime dayBefore(date.addDays(-1), QTime(0, 0), Qt::UTC);
    return nextClockChange(dayBefore, m_zone, 4).toMSecsSinceEpoch();
}

QList<WorldTime> OpenHours::starts(int incrementMinutes, int durationMinutes) const
{
    QList<WorldTime> starts;
    for (const Opening &opening : m_openings) {
        for (int minute = opening.interval.from; minute < opening.interval.to; minute += incrementMinutes) {
            for (const WorldTime instant : instantsAt(opening.date, minute)) {
                if (instant + durationMinutes * minuteLength <= opening.end)
                    starts.append(instant);
            }
        }
    }
    return starts;
}
