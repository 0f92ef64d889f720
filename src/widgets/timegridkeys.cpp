// SPDX-License-Identifier: GPL-3.0-or-later
// TimeGrid: what keys do.
#include "timegridparts.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace {

constexpr double zoomStep = 1.25;

/// The weekday is kept, also where a week shows only its work days.
int daysOfStep(int shown)
{
    constexpr int workDays = 5;
    constexpr int week = 7;
    return shown == workDays ? week : shown;
}

}

void TimeGrid::keyPressEvent(QKeyEvent *event)
{
    if (m_shown->axes.isEmpty())
        return CalendarGrid::keyPressEvent(event);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && keyForFolds(event))
        return;
    if (modifiers.testFlag(Qt::ControlModifier) && keyWithControl(event))
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
        return moveAcross(-forward(), extending);
    case Qt::Key_Right:
        return moveAcross(forward(), extending);
    case Qt::Key_Home:
        return moveToEdge(false, step, false);
    case Qt::Key_End:
        return moveToEdge(true, step, false);
    default:
        break;
    }
    // Escape and letters are for those around the grid.
    if (extending)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_PageUp:
        return stepBy(-1, m_day.addDays(-daysOfStep(m_shown->content.days)));
    case Qt::Key_PageDown:
        return stepBy(1, m_day.addDays(daysOfStep(m_shown->content.days)));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate();
    case Qt::Key_Space:
        if (!currentMeeting().isEmpty())
            emit cardPressed();
        return;
    default:
        break;
    }
    event->ignore();
}

bool TimeGrid::keyWithControl(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        MarkedMeetings marks = m_marked;
        marks.selectAll();
        changeMarks(marks);
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    case Qt::Key_Up:
        moveInDay(-1, Step::Keeping);
        return true;
    case Qt::Key_Down:
        moveInDay(1, Step::Keeping);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const MarkedMeetings marks = m_marked;
        moveAcross(event->key() == Qt::Key_Right ? forward() : -forward(), false);
        if (!currentMeeting().isEmpty()) {
            MarkedMeetings kept = marks;
            kept.walkTo(currentMeeting());
            changeMarks(kept);
        }
        return true;
    }
    case Qt::Key_Home:
        moveToEdge(false, Step::Alone, true);
        return true;
    case Qt::Key_End:
        moveToEdge(true, Step::Alone, true);
        return true;
    case Qt::Key_Space:
        if (!currentMeeting().isEmpty()) {
            MarkedMeetings marks = m_marked;
            marks.toggle(currentMeeting());
            changeMarks(marks);
        }
        return true;
    default:
        return false;
    }
}

bool TimeGrid::keyForFolds(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return false;
    toggleFold(event->key() == Qt::Key_Up);
    return true;
}

void TimeGrid::toggleFold(bool early)
{
    bool &folds = early ? m_foldsEarly : m_foldsLate;
    folds = !folds;
    layOut();
    // What has come into being is what one wants to see.
    if (!folds)
        verticalScrollBar()->setValue(early ? 0 : verticalScrollBar()->maximum());
    m_visibleTimer.start();
    emit foldsChanged();
}

void TimeGrid::zoomIn()
{
    setZoom(m_zoom * zoomStep);
}

void TimeGrid::zoomOut()
{
    setZoom(m_zoom / zoomStep);
}

/// Up from the first meeting is the head of the day.
void TimeGrid::moveInDay(int steps, Step step)
{
    const int day = dayIndex();
    if (day < 0)
        return;
    const QList<qsizetype> &blocks = m_shown->layout.ofDay[day];
    const qsizetype from = blocks.indexOf(currentBlock());
    const qsizetype to = from + steps;
    if (to >= 0 && to < blocks.size())
        return goToMeeting(blocks[to], day, from < 0 ? Step::Alone : step);
    if (from < 0 || step != Step::Alone)
        return;
    if (to >= blocks.size())
        return goToMeeting(blocks.last(), day, step); // which selects no other any more
    goToHead(day);
}

void TimeGrid::moveToEdge(bool last, Step step, bool ofPeriod)
{
    const QList<QList<qsizetype>> &days = m_shown->layout.ofDay;
    int day = dayIndex();
    if (ofPeriod) {
        day = -1;
        for (int i = 0; i < days.size(); ++i) {
            if (!days[i].isEmpty() && (day < 0 || last))
                day = i;
        }
    }
    if (day < 0 || days[day].isEmpty())
        return;
    goToMeeting(last ? days[day].last() : days[day].first(), day, step);
}

/// To the meeting of another day that is nearest in time; while heads of days are walked, to the next head.
void TimeGrid::moveAcross(int days, bool extending)
{
    const QDate target = m_day.addDays(days);
    const int day = m_shown->layout.dayOf(target);
    if (day < 0) {
        if (!extending)
            stepBy(days, target);
        return;
    }
    if (extending && m_dayAnchor.isValid())
        return selectDays(m_dayAnchor, target);
    if (extending && currentMeeting().isEmpty())
        return selectDays(m_day, target);
    if (m_minute < 0)
        return goToDay(day);
    const MarkedMeetings before = m_marked;
    settleIn(day, m_minute);
    if (!extending || currentMeeting().isEmpty())
        return;
    MarkedMeetings extended = before;
    extended.extendTo(currentMeeting());
    changeMarks(extended);
}

/// Other days are asked for; when they come, `target` is where one is.
void TimeGrid::stepBy(int periods, const QDate &target)
{
    m_day = target;
    m_stepped = true;
    leaveMeetings();
    emit stepWanted(periods);
}

void TimeGrid::activate()
{
    if (!currentMeeting().isEmpty())
        emit joinPressed();
    else if (dayIndex() >= 0)
        emit dayActivated(m_day);
}

bool TimeGrid::dropSelection()
{
    if (!m_marked.hasSeveral() && !selectsDays())
        return false;
    MarkedMeetings marks = m_marked;
    marks.clear();
    changeMarks(marks);
    setSelectedDays({}, {});
    return true;
}

void TimeGrid::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return CalendarGrid::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    event->accept();
}
