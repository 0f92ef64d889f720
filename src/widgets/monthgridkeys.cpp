// SPDX-License-Identifier: GPL-3.0-or-later
// MonthGrid: what keys and the wheel do.
#include "monthgridparts.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace {

constexpr int daysOfWeek = MonthGridGeometry::daysOfWeek;

}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    if (m_shown->layout.days.isEmpty())
        return CalendarGrid::keyPressEvent(event);
    if (dayIndex() < 0)
        selectSomething();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && keyWithControl(event))
        return;
    const bool extending = modifiers == Qt::ShiftModifier;
    if (modifiers != Qt::NoModifier && !extending)
        return event->ignore();
    const Step step = extending ? Step::Extending : Step::Alone;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveInDay(-1, step);
    case Qt::Key_Down:
        return moveInDay(1, step);
    case Qt::Key_Left:
        return moveToDay(-forward(), step);
    case Qt::Key_Right:
        return moveToDay(forward(), step);
    default:
        break;
    }
    // Letters and Escape are for those around the month.
    if (extending)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Home:
        return moveToEdge(false, false);
    case Qt::Key_End:
        return moveToEdge(true, false);
    case Qt::Key_PageUp:
        return stepBy(-1, m_day.addMonths(-1));
    case Qt::Key_PageDown:
        return stepBy(1, m_day.addMonths(1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate();
    case Qt::Key_Space:
        if (m_on == On::Meeting)
            emit cardPressed();
        else if (m_on == On::More)
            emit dayActivated(m_day);
        else if (m_shown->cells.countOf(dayIndex()) > 1)
            goToCell(m_shown->cells.ofDay(dayIndex()) + 1, Step::Alone);
        return;
    default:
        break;
    }
    event->ignore();
}

bool MonthGrid::keyWithControl(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        selectMonth();
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        moveInDay(-1, Step::Keeping);
        return true;
    case Qt::Key_Down:
        moveInDay(1, Step::Keeping);
        return true;
    case Qt::Key_Left:
        moveToDay(-forward(), Step::Keeping);
        return true;
    case Qt::Key_Right:
        moveToDay(forward(), Step::Keeping);
        return true;
    case Qt::Key_Home:
        moveToEdge(false, true);
        return true;
    case Qt::Key_End:
        moveToEdge(true, true);
        return true;
    case Qt::Key_Space:
        if (m_on == On::Meeting) {
            MarkedMeetings marks = m_marked;
            marks.toggle(currentMeeting());
            changeMarks(marks);
        }
        return true;
    default:
        return false;
    }
}

/// Through what the day holds, and from its ends into the days above and below.
void MonthGrid::moveInDay(int steps, Step step)
{
    if (step == Step::Extending && m_on != On::Meeting)
        return extendDays(steps * daysOfWeek);
    const int day = dayIndex();
    const int from = m_shown->cells.ofDay(day);
    const int to = currentCell() + steps;
    if (step == Step::Extending) {
        if (to > from && to < from + m_shown->cells.countOf(day) && m_shown->cells[to].what == MonthCell::What::Meeting)
            goToCell(to, step);
        return;
    }
    if (to >= from && to < from + m_shown->cells.countOf(day))
        return goToCell(to, step);
    const QDate target = m_day.addDays(steps * daysOfWeek);
    const int next = m_shown->layout.dayOf(target);
    if (next >= 0)
        goToCell(m_shown->cells.ofDay(next) + (steps > 0 ? 0 : m_shown->cells.countOf(next) - 1), step);
    else if (step == Step::Alone) // what is kept selected ends with the month
        stepBy(steps, target);
}

void MonthGrid::moveToDay(int days, Step step)
{
    if (step == Step::Extending)
        return extendDays(days);
    const QDate target = m_day.addDays(days);
    const int next = m_shown->layout.dayOf(target);
    if (next >= 0)
        settleIn(next, step);
    else if (step == Step::Alone)
        stepBy(days > 0 ? 1 : -1, target);
}

void MonthGrid::moveToEdge(bool last, bool ofMonth)
{
    const MonthLayout &layout = m_shown->layout;
    int day = dayIndex() / daysOfWeek * daysOfWeek + (last ? daysOfWeek - 1 : 0);
    if (ofMonth) {
        const QDate month = m_shown->content.month;
        day = layout.dayOf(QDate(month.year(), month.month(), last ? month.daysInMonth() : 1));
    }
    m_line = 0;
    settleIn(day);
}

void MonthGrid::extendDays(int days)
{
    const QDate target = m_day.addDays(days);
    if (m_shown->layout.dayOf(target) >= 0)
        selectDays(selectsDays() ? m_dayAnchor : m_day, target);
}

/// Another month is asked for; when it comes, `target` is where one is.
void MonthGrid::stepBy(int months, QDate target)
{
    m_day = target;
    m_on = On::Day;
    m_line = 0;
    setSelectedDays({}, {});
    leaveMeetings();
    emit stepWanted(months);
}

void MonthGrid::activate()
{
    if (m_on == On::Meeting)
        emit joinPressed();
    else
        emit dayActivated(m_day);
}

/// The days of other months, which fill the weeks, are no part of it.
void MonthGrid::selectMonth()
{
    QSet<QUrl> meetings;
    for (const MonthDay &day : std::as_const(m_shown->layout.days)) {
        for (const qsizetype entry : day.entries) {
            if (day.inMonth)
                meetings.insert(m_shown->content.entries[entry].meeting);
        }
    }
    if (meetings.isEmpty())
        return;
    MarkedMeetings marks = m_marked;
    marks.selectOnly(meetings);
    changeMarks(marks);
}

bool MonthGrid::dropSelection()
{
    if (!m_marked.hasSeveral() && !selectsDays())
        return false;
    const int cell = currentCell();
    if (cell < 0)
        return false;
    goToCell(cell, Step::Alone);
    return true;
}

/// A notch of the wheel is a month, and so is a whole gesture on a touch pad however far it runs; what can be scrolled
/// is scrolled instead.
void MonthGrid::wheelEvent(QWheelEvent *event)
{
    constexpr int notch = 120;
    if (verticalScrollBar()->maximum() > 0)
        return CalendarGrid::wheelEvent(event);
    event->accept();
    if (event->phase() == Qt::ScrollBegin || event->phase() == Qt::ScrollEnd) {
        m_wheel = 0;
        m_wheelDone = false;
        return;
    }
    const int turned = event->angleDelta().y();
    const bool isGesture = event->phase() != Qt::NoScrollPhase;
    if (event->phase() == Qt::ScrollMomentum || (isGesture && m_wheelDone) || event->modifiers() != Qt::NoModifier)
        return;
    if ((turned > 0) != (m_wheel > 0))
        m_wheel = 0;
    m_wheel += turned;
    if (qAbs(m_wheel) < notch)
        return;
    const int months = m_wheel > 0 ? -1 : 1;
    m_wheel = 0;
    m_wheelDone = isGesture;
    stepBy(months, m_day.addMonths(months));
}
