// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

/// How the schedule is shown: as a list, or as a calendar of days or of a month.
enum class ScheduleView { Agenda, Day, WorkWeek, Week, Month };

inline bool isCalendar(ScheduleView view)
{
    return view != ScheduleView::Agenda;
}

/// "week" for `Week`: the word under which a view is remembered. Never translated.
QString wordOf(ScheduleView view);
/// The view of a remembered word; the agenda where it is none.
ScheduleView scheduleViewOf(const QString &word);

/// Days on end, as the own clock counts them.
struct DaySpan
{
    QDate first;
    int days = 1;
    bool operator==(const DaySpan &) const = default;

    QDate last() const { return first.addDays(days - 1); }
    bool contains(QDate day) const { return first <= day && day <= last(); }
};

/// The days that a calendar shows when it is turned to `day`. Weeks begin as the locale's do, working weeks are the
/// locale's working days; a month is shown in whole weeks.
DaySpan shownDays(ScheduleView view, QDate day, const QLocale &locale);

/// The day to turn to for the period `steps` later (or earlier): the same weekday or day of the month where there is one.
QDate movedBy(ScheduleView view, QDate day, int steps);

/// "Friday 20 November 2026", "16 – 22 Nov 2026, week 47", "November 2026".
QString periodText(ScheduleView view, QDate day, const QLocale &locale);
/// Where there is less room: "Fri 20 Nov", "16 – 22 Nov 2026", "November 2026".
QString shortPeriodText(ScheduleView view, QDate day, QDate today, const QLocale &locale);
