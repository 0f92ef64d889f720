// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing times in a SlotGrid with keys and with the mouse.
#include "slotgridcontent.h"
#include "slotgridparts.h"

#include "paintedcellsaccessible.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;

} // namespace

void SlotGrid::goTo(const Cell &cell)
{
    if (board().rows() == 0)
        return;
    m_current = {std::clamp(cell.day, 0, board().days() - 1), std::clamp(cell.row, 0, board().rows() - 1)};
    showCurrent();
    PaintedCellsAccessible::tellCurrent(this);
    emit currentChanged();
}

/// To the next open time in a direction; across days the one that is nearest to the present hour.
void SlotGrid::goToOpen(int days, int rows)
{
    if (rows != 0) {
        for (Cell cell = m_current; cell.day >= 0 && cell.day < board().days();) {
            cell.row += rows;
            if (cell.row < 0 || cell.row >= board().rows())
                cell = {cell.day + rows, rows > 0 ? -1 : board().rows()};
            else if (isOpen(cell))
                return goTo(cell);
        }
        return;
    }
    for (int day = m_current.day + days; day >= 0 && day < board().days(); day += days) {
        for (int distance = 0; distance < board().rows(); ++distance) {
            for (const int row : {m_current.row - distance, m_current.row + distance}) {
                if (row >= 0 && row < board().rows() && isOpen({day, row}))
                    return goTo({day, row});
            }
        }
    }
}

void SlotGrid::setChosen(const Cell &cell, bool chosen, QSet<QDateTime> &in) const
{
    for (const OpenTime &time : timesAt(cell)) {
        if (chosen)
            in.insert(time.start);
        else
            in.remove(time.start);
    }
}

/// All open times of the rectangle between both cells, beside what was chosen `before`.
void SlotGrid::chooseBetween(const Cell &from, const Cell &to, bool chosen, const QSet<QDateTime> &before)
{
    QSet<QDateTime> all = before;
    for (int day = std::min(from.day, to.day); day <= std::max(from.day, to.day); ++day) {
        for (int row = std::min(from.row, to.row); row <= std::max(from.row, to.row); ++row)
            setChosen({day, row}, chosen, all);
    }
    take(all);
}

void SlotGrid::keyPressEvent(QKeyEvent *event)
{
    if (!m_current.isValid())
        return QAbstractScrollArea::keyPressEvent(event);
    const int forward = isRightToLeft() ? -1 : 1;
    const bool jumps = event->modifiers() & Qt::ControlModifier;
    int days = 0;
    int rows = 0;
    switch (event->key()) {
    case Qt::Key_Left: days = -forward; break;
    case Qt::Key_Right: days = forward; break;
    case Qt::Key_Up: rows = -1; break;
    case Qt::Key_Down: rows = 1; break;
    case Qt::Key_PageUp: days = -daysOfWeek; break;
    case Qt::Key_PageDown: days = daysOfWeek; break;
    case Qt::Key_Home: days = -m_current.day; break;
    case Qt::Key_End: days = board().days() - 1 - m_current.day; break;
    case Qt::Key_A:
        if (!jumps)
            return QAbstractScrollArea::keyPressEvent(event);
        return choose(board().times());
    case Qt::Key_Space:
        m_anchor = m_current;
        return chooseBetween(m_current, m_current, !isChosen(m_current), m_chosen);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen(m_current))
            emit bookPressed();
        return;
    case Qt::Key_Escape:
        if (m_chosen.isEmpty())
            return QAbstractScrollArea::keyPressEvent(event);
        return take({});
    default: return QAbstractScrollArea::keyPressEvent(event);
    }
    const bool arrow = std::abs(days) + std::abs(rows) == 1;
    if (jumps && arrow)
        goToOpen(days, rows);
    else
        goTo({m_current.day + days, m_current.row + rows});
    if (event->modifiers() & Qt::ShiftModifier)
        chooseBetween(m_anchor, m_current, true, m_chosen);
    else
        m_anchor = m_current;
}

void SlotGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || cellUnder(event->pos()) < board().days())
        return QAbstractScrollArea::mousePressEvent(event);
    const Cell cell = cellFor(event->pos());
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    m_drag = std::make_unique<Drag>(Drag{.from = extends ? m_anchor : cell, .chooses = extends || !isChosen(cell), .before = m_chosen});
    if (!extends)
        m_anchor = cell;
    chooseBetween(m_drag->from, cell, m_drag->chooses, m_drag->before);
    goTo(cell);
}

void SlotGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return QAbstractScrollArea::mouseMoveEvent(event);
    const Cell cell = cellFor(event->pos());
    if (cell == m_current)
        return;
    chooseBetween(m_drag->from, cell, m_drag->chooses, m_drag->before);
    goTo(cell);
}

void SlotGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_drag.reset();
    QAbstractScrollArea::mouseReleaseEvent(event);
}

/// The second click of two is a click like any other: choosing and taking back again.
void SlotGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}
