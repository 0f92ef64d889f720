// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

/// One day of a time grid as an axis of 24 hours by the wall clock, so that days stand beside each other under the same
/// hours although clocks change on one of them. An hour that the clocks skip stays as a stretch where nothing can be; one
/// that they show twice carries the meetings of both times.
class DayAxis
{
public:
    static constexpr double minutesOfDay = 24 * 60;

    /// A stretch of the axis, in minutes from its beginning.
    struct Span
    {
        double from = 0;
        double to = 0;
        bool operator==(const Span &) const = default;
    };

    /// What the clocks do within the day.
    struct Change
    {
        enum class Kind { Skipped, Repeated };

        Kind kind = Kind::Skipped;
        Span span; ///< what the clock does not show, or shows twice
        QDateTime at; ///< UTC
        bool operator==(const Change &) const = default;
    };

    DayAxis(QDate date, const QTimeZone &zone);

    QDate date() const { return m_date; }
    const TimeRange &range() const { return m_range; } ///< from midnight to midnight, UTC
    const QList<Change> &changes() const { return m_changes; }

    /// What the clock shows at `utc`; the near end of the axis for instants of other days.
    double minuteOf(const QDateTime &utc) const;
    /// Everything the clock shows during the part of `range` that lies in this day.
    Span spanOf(const TimeRange &range) const;
    /// The (first) instant at which the clock shows the time at `minute`.
    QDateTime instantAt(int minute) const;

    /// Whether the clock shows the time of `utc` twice on this day; 1 the first, 2 the second time, 0 if just once.
    int passOf(const QDateTime &utc) const;

private:
    double endOf(const QDateTime &utc) const;
    double minutesTo(const QDateTime &wall) const;
    void findChanges();

    QDate m_date;
    QTimeZone m_zone;
    TimeRange m_range;
    QList<Change> m_changes;
};

/// `times` with "1st" or "2nd" before it where the clock shows the start twice.
QString passText(const QString &times, int pass);
/// "Clocks −1 h", for the day's head.
QString shortChangeText(const DayAxis::Change &change);
/// "Clocks go back 1 h at 03:00".
QString changeText(const DayAxis::Change &change, const QTimeZone &zone, const QLocale &locale);
