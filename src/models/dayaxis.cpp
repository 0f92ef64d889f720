// SPDX-License-Identifier: GPL-3.0-or-later
#include "dayaxis.h"

#include "format.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DayAxis)
};

QString lengthText(const DayAxis::Change &change)
{
    return durationText(std::chrono::minutes(std::lround(change.span.to - change.span.from)));
}

} // namespace

DayAxis::DayAxis(QDate date, const QTimeZone &zone)
    : m_date(date), m_zone(zone), m_range{startOfDayUtc(date, zone), startOfDayUtc(date.addDays(1), zone)}
{
    findChanges();
}

double DayAxis::minutesTo(const QDateTime &wall) const
{
    const double minutes = double(QDateTime(m_date, QTime(0, 0), Qt::UTC).secsTo(wall)) / 60;
    return std::clamp(minutes, 0.0, minutesOfDay);
}

double DayAxis::minuteOf(const QDateTime &utc) const
{
    return utc >= m_range.end ? minutesOfDay : minutesTo(wallClock(std::max(utc, m_range.begin), m_zone));
}

/// The same from below: what ends when the clocks change has not seen the new time.
double DayAxis::endOf(const QDateTime &utc) const
{
    return minutesTo(wallClock(std::min(utc, m_range.end).addSecs(-1), m_zone).addSecs(1));
}

DayAxis::Span DayAxis::spanOf(const TimeRange &range) const
{
    Span span{minuteOf(range.begin), endOf(range.end)};
    for (const Change &change : m_changes) {
        if (change.kind == Change::Kind::Repeated && range.begin < change.at && range.end > change.at) {
            span.from = std::min(span.from, change.span.from);
            span.to = std::max(span.to, change.span.to);
        }
    }
    span.to = std::max(span.to, span.from);
    return span;
}

QDateTime DayAxis::instantAt(int minute) const
{
    if (minute >= int(minutesOfDay))
        return m_range.end;
    return toUtc(m_date, QTime(minute / 60, minute % 60), m_zone).utc;
}

int DayAxis::passOf(const QDateTime &utc) const
{
    for (const Change &change : m_changes) {
        if (change.kind != Change::Kind::Repeated || !m_range.contains(utc))
            continue;
        const double minute = minuteOf(utc);
        if (minute >= change.span.from && minute < change.span.to)
            return utc < change.at ? 1 : 2;
    }
    return 0;
}

void DayAxis::findChanges()
{
    // A day without midnight begins where the clock jumped to.
    const double first = minutesTo(wallClock(m_range.begin, m_zone));
    if (first > 0)
        m_changes.append({Change::Kind::Skipped, {0, first}, m_range.begin});
    QDateTime at = nextClockChange(m_range.begin, m_zone, 2);
    while (at.isValid() && at < m_range.end) {
        const double before = endOf(at);
        const double after = minutesTo(wallClock(at, m_zone));
        if (after > before)
            m_changes.append({Change::Kind::Skipped, {before, after}, at});
        else if (after < before)
            m_changes.append({Change::Kind::Repeated, {after, before}, at});
        at = nextClockChange(at, m_zone, 2);
    }
    const double last = endOf(m_range.end);
    if (last < minutesOfDay && m_range.begin < m_range.end)
        m_changes.append({Change::Kind::Skipped, {last, minutesOfDay}, m_range.end});
}

QString passText(const QString &times, int pass)
{
    if (pass == 0)
        return times;
    //: %1 is a time that the clock shows twice on the day on which clocks go back.
    return pass == 1 ? Text::tr("1st %1").arg(times) : Text::tr("2nd %1").arg(times);
}

QString shortChangeText(const DayAxis::Change &change)
{
    const bool skipped = change.kind == DayAxis::Change::Kind::Skipped;
    return skipped ? Text::tr("Clocks +%1").arg(lengthText(change)) : Text::tr("Clocks −%1").arg(lengthText(change));
}

QString changeText(const DayAxis::Change &change, const QTimeZone &zone, const QLocale &locale)
{
    const QString at = timeText(wallClock(change.at.addSecs(-1), zone).addSecs(1), QTimeZone::utc(), locale);
    return change.kind == DayAxis::Change::Kind::Skipped ? Text::tr("Clocks go forward %1 at %2").arg(lengthText(change), at)
                                                         : Text::tr("Clocks go back %1 at %2").arg(lengthText(change), at);
}
