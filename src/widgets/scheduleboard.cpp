// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleboard.h"

#include "agendaview.h"
#include "monthgrid.h"
#include "timegrid.h"

void ScheduleBoard::connectViews()
{
    m_agenda = findChild<AgendaView *>();
    m_timeGrid = findChild<TimeGrid *>();
    m_monthGrid = findChild<MonthGrid *>();
    connectView(m_agenda);
    connectView(m_timeGrid);
    connectView(m_monthGrid);
}

/// What a view that is not shown has to say concerns nobody.
template <typename View>
void ScheduleBoard::connectView(View *view)
{
    const auto forward = [this, view](void (View::*signal)(), void (ScheduleBoard::*ours)()) {
        connect(view, signal, this, [this, view, ours] {
            if (currentWidget() == view)
                emit(this->*ours)();
        });
    };
    forward(&View::currentMeetingChanged, &ScheduleBoard::currentMeetingChanged);
    forward(&View::selectedMeetingsChanged, &ScheduleBoard::selectedMeetingsChanged);
    forward(&View::visibleChanged, &ScheduleBoard::visibleChanged);
    forward(&View::joinPressed, &ScheduleBoard::joinPressed);
    forward(&View::cardPressed, &ScheduleBoard::cardPressed);
    connect(view, &QWidget::customContextMenuRequested, this,
            [this, view](const QPoint &place) { emit menuWanted(view->viewport()->mapToGlobal(place)); });
}

QList<CalendarGrid *> ScheduleBoard::grids() const
{
    return {m_timeGrid, m_monthGrid};
}

QList<QWidget *> ScheduleBoard::views() const
{
    return {m_agenda, m_timeGrid, m_monthGrid};
}

void ScheduleBoard::show(ScheduleView view)
{
    QWidget *wanted = view == ScheduleView::Agenda ? static_cast<QWidget *>(m_agenda)
        : view == ScheduleView::Month             ? static_cast<QWidget *>(m_monthGrid)
                                                  : m_timeGrid;
    if (wanted == currentWidget())
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && currentWidget()->hasFocus();
    setCurrentWidget(wanted);
    if (hadFocus)
        wanted->setFocus(Qt::OtherFocusReason);
}

QDate ScheduleBoard::currentDay() const
{
    const auto *grid = qobject_cast<CalendarGrid *>(currentWidget());
    return grid ? grid->currentDay() : QDate();
}

MeetingView &ScheduleBoard::shown() const
{
    if (currentWidget() == m_timeGrid)
        return *m_timeGrid;
    if (currentWidget() == m_monthGrid)
        return *m_monthGrid;
    return *m_agenda;
}
