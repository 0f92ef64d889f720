// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarperiod.h"
#include "meetingview.h"

#include <QStackedWidget>

class AgendaView;
class CalendarGrid;
class MonthGrid;
class TimeGrid;

/// The place of the schedule's views, of which one is shown; speaks for that one. The views are its pages in the form.
class ScheduleBoard : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    /// To be called once, when the form is set up.
    void connectViews();

    AgendaView *agenda() const { return m_agenda; }
    TimeGrid *timeGrid() const { return m_timeGrid; }
    MonthGrid *monthGrid() const { return m_monthGrid; }
    QList<CalendarGrid *> grids() const; ///< the calendars
    QList<QWidget *> views() const;

    void show(ScheduleView view);
    using QWidget::show;
    MeetingView &shown() const;
    QDate currentDay() const; ///< of the calendar that is shown; null in the agenda

signals:
    void currentMeetingChanged();
    void selectedMeetingsChanged();
    void visibleChanged();
    void joinPressed();
    void cardPressed();
    void menuWanted(const QPoint &globalPlace);

private:
    template <typename View>
    void connectView(View *view);

    AgendaView *m_agenda = nullptr;
    TimeGrid *m_timeGrid = nullptr;
    MonthGrid *m_monthGrid = nullptr;
};
