// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedcellaccessible.h"

#include "paintedcells.h"

#include <QWindow>

PaintedCellAccessible::PaintedCellAccessible(QWidget *view, QString key) : m_view(view), m_key(std::move(key)) { }

PaintedCells *PaintedCellAccessible::cells() const
{
    return dynamic_cast<PaintedCells *>(m_view.data());
}

int PaintedCellAccessible::index() const
{
    const PaintedCells *painted = cells();
    return painted ? painted->cellWithKey(m_key) : -1;
}

PaintedCell PaintedCellAccessible::cell() const
{
    const int at = index();
    return at < 0 ? PaintedCell() : cells()->paintedCell(at);
}

void *PaintedCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool PaintedCellAccessible::isValid() const
{
    return index() >= 0;
}

QWindow *PaintedCellAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *PaintedCellAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString PaintedCellAccessible::text(QAccessible::Text text) const
{
    if (text == QAccessible::Name)
        return cell().name;
    return text == QAccessible::Description ? cell().description : QString();
}

QRect PaintedCellAccessible::rect() const
{
    return m_view ? cell().place.translated(m_view->mapToGlobal(QPoint(0, 0))) : QRect();
}

QAccessible::Role PaintedCellAccessible::role() const
{
    return cell().isHead ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State PaintedCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const PaintedCell is = cell();
    state.focusable = true;
    state.selectable = is.selectable;
    state.multiSelectable = is.selectable;
    state.selected = is.selected;
    state.active = is.current;
    state.focused = is.current && m_view->hasFocus();
    state.invisible = !m_view->isVisible();
    state.offscreen = !m_view->rect().intersects(is.place);
    return state;
}

bool PaintedCellAccessible::isSelected() const
{
    return cell().selected;
}

QList<QAccessibleInterface *> PaintedCellAccessible::columnHeaderCells() const
{
    QAccessibleInterface *table = parent();
    if (!table || cell().isHead)
        return {};
    return {table->tableInterface()->cellAt(0, columnIndex())};
}

int PaintedCellAccessible::columnIndex() const
{
    return cell().column;
}

int PaintedCellAccessible::rowIndex() const
{
    return cell().row;
}

QStringList PaintedCellAccessible::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void PaintedCellAccessible::doAction(const QString &actionName)
{
    const int at = index();
    if (at < 0)
        return;
    if (actionName == pressAction())
        cells()->pressCell(at);
    else if (actionName == setFocusAction())
        cells()->focusCell(at);
}
