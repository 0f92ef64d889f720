// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarperiod.h"

#include <QDate>
#include <QObject>
#include <QWidget>

class QAbstractButton;
class QAction;
class ScheduleCalendar;
class ScheduleFilterBar;
struct MainWindowParts;

/// Goes through time, in the agenda by its filter and in the calendars by their day: earlier, later, today, to a date.
class ScheduleDates : public QObject
{
    Q_OBJECT

public:
    struct Buttons
    {
        QAbstractButton *earlier;
        QAbstractButton *today;
        QAbstractButton *later;
        QAbstractButton *period; ///< a calendar to choose a date opens below it
    };
    /// All outlive it.
    ScheduleDates(const MainWindowParts &parts, ScheduleFilterBar &filters, ScheduleCalendar &calendar, const Buttons &buttons, QWidget *page);

    QList<QAction *> actions() const { return m_actions; }
    void present(); ///< whether there are earlier and later times in the view that is shown
    void today();
    void goToDate();
    void step(int periods);
    /// The list has a period of its own. Where the calendar's day lies outside it, the view that comes is turned to the time that
    /// was looked at: the calendar to `listed`, the day that is current in the list, and the list to the calendar's day. True when
    /// the list was turned.
    bool show(ScheduleView view, QDate listed);
    void showDay(QDate day); ///< by itself, as a day of the calendar
    void turnTo(QDate day); ///< in the view that is shown, whatever narrowed it

signals:
    void todayWanted(); ///< before today is shown
    void todayShown();
    void datePicked(QDate day);

private:
    bool isCalendarShown() const;

    const MainWindowParts &m_parts;
    ScheduleFilterBar &m_filters;
    ScheduleCalendar &m_calendar;
    Buttons m_buttons;
    QList<QAction *> m_actions;
};
