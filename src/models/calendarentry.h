// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarow.h"
#include "agendarows.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

/// A meeting as the painted views (day, week, month) show it: its times, and everything else in words. Made by
/// calendarEntries().
struct CalendarEntry
{
    QUrl meeting;
    QDateTime start; ///< UTC
    QDateTime end; ///< UTC
    QString title; ///< "Kenji Watanabe +2"; of a group event its name
    QString detail; ///< "Product demo"; of a group event "5 of 8 invitees"
    QString times; ///< "10:00–11:30" on the own clock, "1st 02:00–02:30" where that shows the start twice
    QString startText; ///< "10:00"
    QString place; ///< "Zoom"
    QString placeIcon; ///< a drawing of resources/icons
    QString color; ///< of the event type as the server gave it
    AccountMark account; ///< said where there are several
    StatusWords status;
    bool running = false;
    bool past = false;
    bool canceled = false;
    MeetingSummary summary; ///< for spokenText()
    bool operator==(const CalendarEntry &) const = default;
};

/// The whole entry as it is read aloud. Made when it is asked for: hundreds are shown and few are read.
QString spokenText(const CalendarEntry &entry, const QTimeZone &zone, const QLocale &locale);

/// CalendarEntry::times, with the dates of what ends on another day: "16 Nov, 09:00 to 18 Nov, 17:00".
QString timesAndDatesText(const CalendarEntry &entry, const QTimeZone &zone, const QDateTime &now, const QLocale &locale);

/// `meetings` in order of start, then end. Changes only with its arguments.
QList<CalendarEntry> calendarEntries(const QList<MeetingSummary> &meetings, const AgendaSetting &setting);
