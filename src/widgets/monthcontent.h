// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarentry.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QTimeZone>

/// Everything a MonthGrid shows.
struct MonthContent
{
    QDate month; ///< any day of it
    Qt::DayOfWeek firstDayOfWeek = Qt::Monday;
    QTimeZone zone = QTimeZone::utc(); ///< own
    QDateTime now; ///< UTC
    QLocale locale;
    QList<CalendarEntry> entries; ///< in order of start; also of the days of other months that fill the weeks
    bool operator==(const MonthContent &) const = default;
};
