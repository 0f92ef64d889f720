// SPDX-License-Identifier: GPL-3.0-or-later
// TimeGrid: what the pointer does. Positions are those of the whole widget.
#include "timegridparts.h"

#include "timegridwords.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

QPoint TimeGrid::menuPlace() const
{
    const qsizetype block = currentBlock();
    return viewport()->mapFromParent(block < 0 ? QPoint(width() / 2, 0) : placeOf(m_shown->layout.blocks[block]).center());
}

bool TimeGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_head)
        return CalendarGrid::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Paint:
        paintHead();
        return true;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return mouseEvent(static_cast<QMouseEvent *>(event), m_head->mapToParent(static_cast<QMouseEvent *>(event)->position().toPoint()));
    case QEvent::ContextMenu: {
        const QPoint at = m_head->mapToParent(static_cast<QContextMenuEvent *>(event)->pos());
        if (hasMenuAt(at))
            emit customContextMenuRequested(viewport()->mapFromParent(at));
        return true;
    }
    case QEvent::ToolTip:
        return helpEvent(event, m_head->mapToParent(static_cast<QHelpEvent *>(event)->pos()));
    case QEvent::Leave:
        hover(QPoint(-1, -1));
        return false;
    default:
        return false;
    }
}

bool TimeGrid::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return mouseEvent(static_cast<QMouseEvent *>(event), viewport()->mapToParent(static_cast<QMouseEvent *>(event)->position().toPoint()));
    case QEvent::ContextMenu:
        if (!hasMenuAt(viewport()->mapToParent(static_cast<QContextMenuEvent *>(event)->pos())))
            return true;
        break;
    case QEvent::ToolTip:
        return helpEvent(event, viewport()->mapToParent(static_cast<QHelpEvent *>(event)->pos()));
    case QEvent::Leave:
        hover(QPoint(-1, -1));
        break;
    default:
        break;
    }
    return CalendarGrid::viewportEvent(event);
}

QString TimeGrid::toolTipAt(const QPoint &position) const
{
    const Hit hit = hitAt(position);
    if (hit.what == Hit::What::Block)
        return meetingToolTip(m_shown->content, m_shown->layout.blocks[hit.index]);
    return hit.what == Hit::What::Head ? dayToolTip(m_shown->content, m_shown->layout, hit.day) : QString();
}

bool TimeGrid::helpEvent(QEvent *event, const QPoint &position)
{
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipAt(position), this);
    return true;
}

bool TimeGrid::mouseEvent(QMouseEvent *event, const QPoint &position)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        mousePressed(event, position);
        break;
    case QEvent::MouseMove:
        mouseMoved(event, position);
        break;
    case QEvent::MouseButtonRelease:
        if (event->button() == Qt::LeftButton)
            mouseReleased(position);
        break;
    default:
        m_cardTimer.stop();
        if (event->button() == Qt::LeftButton && hitAt(position).what == Hit::What::Block)
            emit joinPressed();
        break;
    }
    return true;
}

void TimeGrid::mousePressed(QMouseEvent *event, const QPoint &position)
{
    setFocus(Qt::MouseFocusReason);
    const Hit hit = hitAt(position);
    m_press.reset();
    m_cardTimer.stop();
    if (event->button() == Qt::LeftButton)
        m_press = std::make_unique<Press>(Press{.at = position, .scrolled = verticalScrollBar()->value(), .hit = hit});
    else if (event->button() != Qt::RightButton)
        return;
    if (hit.what == Hit::What::Block)
        pressBlock(event, hit);
    else if (event->button() == Qt::RightButton && hasMenuAt(position) && !(hit.what == Hit::What::Head && isDaySelected(m_shown->axes[hit.day].date())))
        goToHead(hit.day); // the menu is about what it opens on, not about a meeting elsewhere
}

/// Whether a menu is about what is there: a meeting or a day.
bool TimeGrid::hasMenuAt(const QPoint &position) const
{
    const Hit::What what = hitAt(position).what;
    return what == Hit::What::Block || what == Hit::What::Head || what == Hit::What::Ground;
}

void TimeGrid::pressBlock(QMouseEvent *event, const Hit &hit)
{
    const QUrl meeting = m_shown->entryOf(hit.index).meeting;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    // One of several stays one of several: they are dragged, or the menu is about all of them.
    if ((plain || event->button() == Qt::RightButton) && m_marked.hasSeveral() && m_marked.isSelected(meeting)) {
        if (m_press)
            m_press->narrowsOnRelease = true;
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->button() == Qt::LeftButton) {
        MarkedMeetings marks = m_marked;
        marks.toggle(meeting);
        m_day = m_shown->axes[hit.day].date();
        changeMarks(marks);
        return;
    }
    if (m_press)
        m_press->showsCard = plain && meeting == currentMeeting();
    const bool extending = event->modifiers().testFlag(Qt::ShiftModifier) && event->button() == Qt::LeftButton;
    goToMeeting(hit.index, hit.day, extending ? Step::Extending : Step::Alone);
}

void TimeGrid::mouseMoved(QMouseEvent *event, const QPoint &position)
{
    if (!m_press || !event->buttons().testFlag(Qt::LeftButton))
        return hover(position);
    const bool far = (position - m_press->at).manhattanLength() >= QApplication::startDragDistance();
    if (m_press->drag != Press::Drag::NotYet || far)
        dragTo(position);
}

void TimeGrid::dragTo(const QPoint &position)
{
    switch (m_press->hit.what) {
    case Hit::What::Block:
        // The button is released elsewhere.
        m_press.reset();
        emit dragWanted(selectedMeetings());
        return;
    case Hit::What::Head: {
        m_press->drag = Press::Drag::Days;
        const int day = m_shown->geometry.dayAt(position.x());
        if (day >= 0)
            selectDays(m_shown->axes[m_press->hit.day].date(), m_shown->axes[day].date());
        return;
    }
    case Hit::What::Ground:
        m_press->drag = Press::Drag::Rubber;
        return rubberTo(position);
    default:
        return;
    }
}

/// Selects the meetings that are touched, and the days.
void TimeGrid::rubberTo(const QPoint &position)
{
    const QRect view = viewport()->geometry();
    if (position.y() > view.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + position.y() - view.bottom());
    else if (position.y() < view.top())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + position.y() - view.top());
    const QPoint from(m_press->at.x(), m_press->at.y() - view.top() + m_press->scrolled);
    const QPoint to(position.x(), std::clamp(position.y(), view.top(), view.bottom()) - view.top() + verticalScrollBar()->value());
    m_press->rubber = QRect(from, to).normalized();

    QSet<QUrl> touched;
    for (qsizetype i = 0; i < m_shown->layout.blocks.size(); ++i) {
        const GridBlock &block = m_shown->layout.blocks[i];
        if (!block.inBand && block.place.intersects(m_press->rubber))
            touched.insert(m_shown->entryOf(i).meeting);
    }
    const int day = m_shown->geometry.dayAt(position.x());
    if (day >= 0)
        setSelectedDays(m_shown->axes[m_press->hit.day].date(), m_shown->axes[day].date());
    MarkedMeetings marks = m_marked;
    marks.selectOnly(touched);
    m_day = m_shown->axes[m_press->hit.day].date();
    changeMarks(marks);
    if (const qsizetype block = currentBlock(); block >= 0)
        m_day = m_shown->axes[m_shown->layout.blocks[block].day].date();
    viewport()->update();
}

void TimeGrid::mouseReleased(const QPoint &position)
{
    const std::unique_ptr<Press> press = std::move(m_press);
    viewport()->update();
    if (!press || press->drag != Press::Drag::NotYet || hitAt(position) != press->hit)
        return;
    switch (press->hit.what) {
    case Hit::What::Block:
        if (press->narrowsOnRelease)
            goToMeeting(press->hit.index, press->hit.day, Step::Alone);
        else if (press->showsCard)
            m_cardTimer.start(QApplication::doubleClickInterval());
        return;
    case Hit::What::Head:
    case Hit::What::Ground:
        goToHead(press->hit.day);
        if (press->hit.what == Hit::What::Head)
            emit dayActivated(m_day);
        return;
    case Hit::What::Strip:
        return toggleFold(m_shown->layout.strips[press->hit.index].isEarly);
    case Hit::What::Nothing:
        return;
    }
}

void TimeGrid::hover(const QPoint &position)
{
    const Hit hit = hitAt(position);
    if (hit == m_hovered)
        return;
    updateHit(m_hovered);
    updateHit(hit);
    m_hovered = hit;
    const Qt::CursorShape shape = hit.what == Hit::What::Head || hit.what == Hit::What::Strip ? Qt::PointingHandCursor : Qt::ArrowCursor;
    viewport()->setCursor(shape);
    m_head->setCursor(shape);
}

void TimeGrid::updateHit(const Hit &hit)
{
    const bool isBlock = hit.what == Hit::What::Block;
    if (hit.what == Hit::What::Head || (isBlock && m_shown->layout.blocks[hit.index].inBand))
        m_head->update();
    else if (isBlock)
        viewport()->update(paintedPlaceOf(hit.index).translated(0, -viewport()->y()).adjusted(-4, -4, 4, 4));
}
