// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "badge.h"
#include "calendarentry.h"
#include "timerange.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QTimeZone>

#include <optional>

/// Something that holds for a whole day: changed hours, a limit.
struct DayNote
{
    QDate date;
    QString icon; ///< a drawing of resources/icons
    QString text; ///< "Limit 8, 1 left"
    BadgeTone tone = BadgeTone::Neutral;
    bool operator==(const DayNote &) const = default;
};

/// A zone and the IANA name that the user knows it by.
struct NamedZone
{
    QTimeZone zone = QTimeZone::utc();
    QString name;
    bool operator==(const NamedZone &) const = default;
};

/// A meeting of a colleague, for those who may know of it.
struct ColleagueMeeting
{
    TimeRange range;
    QString name;
    bool operator==(const ColleagueMeeting &) const = default;
};

/// When a colleague is busy, with meetings or otherwise.
struct ColleagueTime
{
    QString name;
    QList<TimeRange> busy; ///< also with `meetings`
    QList<ColleagueMeeting> meetings;
    QList<TimeRange> unknown; ///< never to be taken for free
    bool refused = false; ///< not known because the account may not see it
    bool operator==(const ColleagueTime &) const = default;
};

/// Everything a TimeGrid shows.
struct TimeGridContent
{
    QDate first;
    int days = 7;
    NamedZone zone; ///< own
    std::optional<NamedZone> secondZone;
    QDateTime now; ///< UTC
    QLocale locale;
    QList<CalendarEntry> entries; ///< in order of start
    QList<TimeRange> hidden; ///< of active meetings that are filtered away: whoever has them has no break in them
    bool showsOpenHours = true;
    QList<TimeRange> openHours; ///< of all the days, also while they are not shown: they say which hours matter
    bool showsBusy = true;
    QList<BusyTime> busy; ///< other calendars
    QList<TimeRange> busyUnknown; ///< when nobody knows what other calendars hold; never to be taken for free
    QList<ColleagueTime> colleagues; ///< shown beside the own time: on a single day each in a column
    QList<DayNote> notes;
    bool operator==(const TimeGridContent &) const = default;
};
