// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QTimeZone>

#include <chrono>

/// The hours of `schedule` on `days` days from `first` on, as UTC; days and hours are those of `zone`, the schedule's own.
QList<TimeRange> openHours(const AvailabilitySchedule &schedule, QDate first, int days, const QTimeZone &zone);

/// How the open hours of a stretch of time are used. Available is always exactly scheduled plus busy plus free.
struct Workload
{
    QList<TimeRange> available;
    QList<TimeRange> scheduled; ///< meetings within open hours
    QList<TimeRange> busy; ///< other calendars within open hours, where no meeting is
    QList<TimeRange> free;
    bool operator==(const Workload &) const = default;
};

Workload workload(const QList<TimeRange> &open, const QList<TimeRange> &meetings, const QList<TimeRange> &busyElsewhere);

/// The part of `ranges` after `instant`.
QList<TimeRange> after(const QList<TimeRange> &ranges, const QDateTime &instant);

/// Dates whose hours differ from their weekday's, consecutive ones with the same hours joined.
struct DateOverride
{
    enum class Kind { Closed, Shorter, Extra, Different };

    QDate first;
    QDate last;
    QList<DayInterval> intervals;
    Kind kind = Kind::Different; ///< beside the usual hours of the weekday
    bool operator==(const DateOverride &) const = default;
};

/// Overrides from `today` on for `days` days, in order.
QList<DateOverride> upcomingOverrides(const AvailabilitySchedule &schedule, QDate today, int days);

/// Usual hours of a weekday (1 Monday … 7 Sunday).
QList<DayInterval> weekdayHours(const AvailabilitySchedule &schedule, int weekday);

std::chrono::minutes lengthOf(const QList<DayInterval> &intervals);
