// SPDX-License-Identifier: GPL-3.0-or-later
// MonthGrid: what the pointer does.
#include "monthgridparts.h"

#include "monthgridwords.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

QPoint MonthGrid::menuPlace() const
{
    const int cell = currentCell();
    return cell < 0 ? viewport()->rect().center() : placeOf(cell).center();
}

bool MonthGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::ContextMenu && !hasMenu(hitAt(static_cast<QContextMenuEvent *>(event)->pos())))
        return true;
    if (event->type() == QEvent::Leave)
        hover(QPoint(-1, -1));
    return CalendarGrid::viewportEvent(event);
}

QString MonthGrid::toolTipAt(const QPoint &position) const
{
    const Hit hit = hitAt(position);
    if (hit.what == Hit::What::Meeting)
        return meetingToolTip(m_shown->content, m_shown->layout.parts[hit.part]);
    const bool ofDay = hit.what == Hit::What::Day || hit.what == Hit::What::More;
    return ofDay ? spokenDay(m_shown->content, m_shown->layout, hit.day).toHtmlEscaped() : QString();
}

void MonthGrid::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const QPoint position = event->position().toPoint();
    const Hit hit = hitAt(position);
    m_press.reset();
    m_cardTimer.stop();
    if (event->button() == Qt::LeftButton)
        m_press = std::make_unique<Press>(Press{.at = position, .hit = hit});
    else if (event->button() != Qt::RightButton)
        return;
    if (hit.what == Hit::What::Meeting)
        pressMeeting(event, hit);
    else if (event->button() == Qt::RightButton && hasMenu(hit) && !isDaySelected(m_shown->layout.days[hit.day].date))
        goToCell(hit.what == Hit::What::More ? m_shown->cells.ofMore(hit.day) : m_shown->cells.ofDay(hit.day), Step::Alone); // what the menu opens on
}

/// Whether a menu is about what is there: a meeting or a day.
bool MonthGrid::hasMenu(const Hit &hit)
{
    return hit.what == Hit::What::Meeting || hit.what == Hit::What::Day || hit.what == Hit::What::More;
}

void MonthGrid::pressMeeting(QMouseEvent *event, const Hit &hit)
{
    const QUrl meeting = m_shown->entryOf(hit.part).meeting;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    // One of several stays one of several: they are dragged, or the menu is about all of them.
    if ((plain || event->button() == Qt::RightButton) && m_marked.hasSeveral() && m_marked.isSelected(meeting)) {
        if (m_press)
            m_press->narrowsOnRelease = true;
        return;
    }
    const int cell = m_shown->cells.ofPart(hit.day, hit.part);
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->button() == Qt::LeftButton) {
        setSelectedDays({}, {});
        MarkedMeetings marks = m_marked;
        marks.toggle(meeting);
        changeMarks(marks);
        m_on = On::Meeting;
        m_day = m_shown->layout.days[hit.day].date;
        keepCurrent();
        return;
    }
    if (m_press)
        m_press->showsCard = plain && m_on == On::Meeting && meeting == currentMeeting();
    const bool extending = event->modifiers().testFlag(Qt::ShiftModifier) && event->button() == Qt::LeftButton;
    goToCell(cell, extending ? Step::Extending : Step::Alone);
}

void MonthGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!m_press || !event->buttons().testFlag(Qt::LeftButton))
        return hover(position);
    if (!m_press->selectsDays && (position - m_press->at).manhattanLength() < QApplication::startDragDistance())
        return;
    if (m_press->hit.what == Hit::What::Meeting) {
        // The button is released elsewhere.
        m_press.reset();
        emit dragWanted(selectedMeetings());
        return;
    }
    if (m_press->hit.what != Hit::What::Day)
        return;
    const int day = m_shown->geometry.dayAt(position - origin());
    if (day < 0 || (day == m_press->hit.day && !m_press->selectsDays))
        return;
    m_press->selectsDays = true;
    selectDays(m_shown->layout.days[m_press->hit.day].date, m_shown->layout.days[day].date);
}

void MonthGrid::mouseReleaseEvent(QMouseEvent *event)
{
    const std::unique_ptr<Press> press = std::move(m_press);
    if (!press || press->selectsDays || event->button() != Qt::LeftButton || hitAt(event->position().toPoint()) != press->hit)
        return;
    const Hit &hit = press->hit;
    switch (hit.what) {
    case Hit::What::Meeting:
        if (press->narrowsOnRelease)
            goToCell(m_shown->cells.ofPart(hit.day, hit.part), Step::Alone);
        else if (press->showsCard)
            m_cardTimer.start(QApplication::doubleClickInterval());
        return;
    case Hit::What::Day:
        return goToCell(m_shown->cells.ofDay(hit.day), Step::Alone);
    case Hit::What::More:
        goToCell(m_shown->cells.ofMore(hit.day), Step::Alone);
        emit dayActivated(m_day);
        return;
    case Hit::What::Week:
        return selectDays(m_shown->layout.days[hit.day].date, m_shown->layout.days[hit.day + MonthGridGeometry::daysOfWeek - 1].date);
    default:
        return;
    }
}

void MonthGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_cardTimer.stop();
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.what == Hit::What::Meeting)
        emit joinPressed();
    else if (hit.what == Hit::What::Day)
        emit dayActivated(m_shown->layout.days[hit.day].date);
}

void MonthGrid::hover(const QPoint &position)
{
    m_pointer = position;
    const Hit hit = hitAt(position);
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    const bool opens = hit.what == Hit::What::More || hit.what == Hit::What::Week;
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}
