// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarentry.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

/// A meeting where a month shows it: one line of one day, or for those of 24 hours and more a bar over the days of one
/// week.
struct MonthPart
{
    qsizetype entry = 0; ///< in the list of entries
    int day = 0; ///< the first one, in MonthLayout::days
    int days = 1;
    int row = 0; ///< among the lines of these days
    bool begins = true; ///< on the first of these days
    bool ends = true; ///< on the last
    bool operator==(const MonthPart &) const = default;
};

/// A day of a month and what it holds.
struct MonthDay
{
    QDate date;
    bool inMonth = true; ///< else of the month before or after, shown to fill the week
    QList<qsizetype> entries; ///< all of the day, in order of start
    QList<qsizetype> parts; ///< those that are shown, from the top
    int hidden = 0; ///< how many are not
    int active = 0; ///< entries that are not canceled
    bool operator==(const MonthDay &) const = default;
};

/// The weeks of a month, day by day.
struct MonthLayout
{
    QList<MonthDay> days; ///< whole weeks
    QList<MonthPart> parts;
    int rows = 0; ///< lines of each day; the last one says how many are hidden where any are

    int weeks() const { return static_cast<int>(days.size() / 7); }
    int dayOf(QDate date) const; ///< -1 where it is not shown
    bool isShown(qsizetype entry, int day) const;
};

/// The first day of the first of the weeks that `month` (any day of it) touches.
QDate firstShownDay(QDate month, Qt::DayOfWeek firstOfWeek);
/// How many weeks it touches: 4 to 6.
int weeksOfMonth(QDate month, Qt::DayOfWeek firstOfWeek);

/// `entries` (in order of start) on the days of `month` as a clock in `zone` shows them, `rows` lines a day. A meeting
/// that ends after midnight stays on the day on which it begins, if it is shorter than 24 hours.
MonthLayout monthLayout(const QList<CalendarEntry> &entries, QDate month, Qt::DayOfWeek firstOfWeek, const QTimeZone &zone, int rows);
