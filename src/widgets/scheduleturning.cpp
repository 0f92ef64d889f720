// SPDX-License-Identifier: GPL-3.0-or-later
// How the schedule turns to one meeting, or to what a filter lets through.
#include "agendatext.h"
#include "mergedmeetings.h"
#include "scheduleagenda.h"
#include "schedulecalendar.h"
#include "scheduledates.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "schedulesetting.h"
#include "ui_schedulepage.h"
#include "zones.h"

void SchedulePage::showMeeting(const QUrl &meeting)
{
    m_wanted = meeting;
    if (const std::optional<MeetingSummary> summary = m_meetings->summary(meeting))
        turnTo(*summary);
    view().setCurrentMeeting(meeting);
    // Where it is not stored yet, it is turned to when it comes.
    m_wanted = view().currentMeeting() == meeting ? QUrl() : meeting;
    viewWidget()->setFocus(Qt::OtherFocusReason);
}

void SchedulePage::showView(ScheduleView wanted)
{
    const bool hasMeeting = !view().currentMeeting().isEmpty();
    // What is current stays so; without, the day is to be found by who turned to it.
    if (m_dates->show(wanted, m_ui->list->currentDay()) && !hasMeeting)
        m_ui->list->showDay(m_calendar->day(scheduleSetting(m_parts)));
}

void SchedulePage::turnTo(const MeetingSummary &summary)
{
    const bool isInCalendar = isCalendar(m_calendar->view());
    if (!isInCalendar && m_agenda->shows(summary.meeting.uri))
        return;
    if (isInCalendar)
        m_filters->clear();
    m_dates->turnTo(wallClock(summary.meeting.start, scheduleSetting(m_parts).zone).date());
    if (!wasMovedAway(summary) || view().currentMeeting() == summary.meeting.uri)
        return;
    // Only the one it became is listed with the others.
    ScheduleFilter moved = m_filters->filter();
    moved.status = MeetingQuery::Status::Moved;
    m_filters->show(moved);
}

void SchedulePage::showFilter(const ScheduleFilter &filter)
{
    m_wanted.clear();
    m_filters->show(filter);
    viewWidget()->setFocus(Qt::OtherFocusReason);
}

/// What was current before, in another view or at the last start, is so again where it is shown. Where it is not, another one
/// takes its place once: what is selected and scrolled to meanwhile is not to be taken away at the next reload.
void SchedulePage::chooseCurrent()
{
    const bool isNew = std::exchange(m_wantedIsNew, false) && !m_wanted.isEmpty();
    if (isNew || view().currentMeeting().isEmpty() || view().shows(m_wanted))
        view().setCurrentMeeting(m_wanted);
    if (view().currentMeeting() == m_wanted)
        m_wanted.clear();
}
