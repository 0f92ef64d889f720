// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QDate>
#include <QTimeZone>

/// Days on end, from `first` up to but not including `end`.
struct InsightDays
{
    QDate first;
    QDate end;
    bool operator==(const InsightDays &) const = default;

    int length() const { return static_cast<int>(first.daysTo(end)); }
};

/// What figures are about.
enum class InsightPeriod { ThisWeek, LastWeek, ThisMonth, LastMonth, Last30Days, Last90Days, ThisYear, Own };

/// The days of a period, on which `today` is the last one of "the last 30 days". `Own` has none by itself.
InsightDays daysOf(InsightPeriod period, QDate today, Qt::DayOfWeek weekBegin);
/// The period before it, to compare with: of a month the whole month before, of other days as many.
InsightDays daysBefore(InsightPeriod period, const InsightDays &days);

/// The part of the days before that is as far gone as `days` are at `now`: all of it when they are over.
TimeRange comparedRange(const InsightDays &days, const InsightDays &before, const QDateTime &now, const QTimeZone &zone);

TimeRange rangeOf(const InsightDays &days, const QTimeZone &zone);
