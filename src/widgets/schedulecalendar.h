// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarsource.h"
#include "schedulefilter.h"

#include <QObject>

class ScheduleBoard;

/// Which view the schedule is in, which day its calendars are turned to, and what they show beside the meetings. All of it
/// is remembered as soon as it changes, so that it is there again after a crash, too.
class ScheduleCalendar : public QObject
{
    Q_OBJECT

public:
    /// Presents `meetings` in the views of `board`. All outlive this.
    ScheduleCalendar(const MainWindowParts &parts, const MergedMeetings &meetings, ScheduleBoard &board, QObject *parent);

    ScheduleView view() const { return m_view; }
    void setView(ScheduleView view);
    /// A search lists everything that fits, whatever the view.
    bool isShown(const ScheduleFilter &filter) const { return isCalendar(m_view) && !isSearch(filter); }

    QDate day(const AgendaSetting &setting) const; ///< today unless turned to another
    void turnTo(QDate day, const AgendaSetting &setting);
    void toToday();
    void step(int periods, const AgendaSetting &setting);

    const CalendarExtras &extras() const { return m_extras; }
    void setExtras(const CalendarExtras &extras);
    ColleagueBusyTimes *colleague() const { return m_colleague; } ///< null without an organization

    DaySpan span(const AgendaSetting &setting) const; ///< the days that are shown
    TimeRange range(const AgendaSetting &setting) const;
    QString period(const AgendaSetting &setting) const;
    QString shortPeriod(const AgendaSetting &setting) const; ///< where there is less room
    /// What the filter lets through of the days that are turned to.
    QList<MeetingSummary> meetings(const ScheduleFilter &filter, const AgendaSetting &setting) const;
    /// Active ones of these days among which the filter hides some.
    QList<MeetingSummary> hidden(const ScheduleFilter &filter, const AgendaSetting &setting) const;
    /// Shows them; says how many there are, and how long the active ones take.
    QString present(const QList<MeetingSummary> &meetings, const AgendaSetting &setting);
    int shownMeetings() const { return m_shown; }

signals:
    void changed(); ///< view, day or extras: present() is due
    void dayWanted(QDate day); ///< somebody wants to see this day alone
    void stepWanted(int periods);

private:
    QString countText(const QList<CalendarEntry> &entries);
    void restore();
    void remember(const char *key, const QVariant &value);

    const MainWindowParts &m_parts;
    ScheduleBoard &m_board;
    ColleagueBusyTimes *m_colleague;
    CalendarSource m_source;
    ScheduleView m_view = ScheduleView::Agenda;
    QDate m_day; ///< null: follows today
    CalendarExtras m_extras;
    int m_shown = 0;
};
