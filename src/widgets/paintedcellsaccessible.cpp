// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedcellsaccessible.h"

#include "paintedcellaccessible.h"
#include "paintedcells.h"

#include <utility>

namespace {

QAccessibleInterface *paintedCellsFactory(const QString &, QObject *object)
{
    auto *view = qobject_cast<QWidget *>(object);
    return view && dynamic_cast<PaintedCells *>(view) ? new PaintedCellsAccessible(view) : nullptr;
}

} // namespace

void PaintedCellsAccessible::install()
{
    // Qt keeps a factory only once, however often it is installed.
    QAccessible::installFactory(paintedCellsFactory);
}

void PaintedCellsAccessible::tellCurrent(QWidget *view)
{
    const int current = dynamic_cast<PaintedCells *>(view)->currentCell();
    if (!QAccessible::isActive() || !view->hasFocus() || current < 0)
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(current);
    QAccessible::updateAccessibility(&event);
}

void PaintedCellsAccessible::tellSelection(QWidget *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *table = dynamic_cast<PaintedCellsAccessible *>(QAccessible::queryAccessibleInterface(view)))
        table->tellSelection();
}

PaintedCellsAccessible::SelectionChange PaintedCellsAccessible::takeSelectionChange()
{
    QSet<QString> selected;
    for (int i = 0; i < childCount(); ++i) {
        if (const PaintedCell cell = cells()->paintedCell(i); cell.selected)
            selected.insert(cell.key);
    }
    const QSet<QString> before = std::exchange(m_selected, selected);
    return {selected - before, before - selected};
}

void PaintedCellsAccessible::tellSelection()
{
    constexpr qsizetype many = 20; // more would be read for minutes
    const auto [come, gone] = takeSelectionChange();
    if (come.size() + gone.size() > many) {
        QAccessibleEvent event(widget(), QAccessible::SelectionWithin);
        return QAccessible::updateAccessibility(&event);
    }
    const auto tell = [this](const QSet<QString> &keys, QAccessible::Event what) {
        for (const QString &key : keys) {
            const int cell = cells()->cellWithKey(key);
            if (cell < 0)
                continue; // which went with its meeting
            QAccessibleEvent event(widget(), what);
            event.setChild(cell);
            QAccessible::updateAccessibility(&event);
        }
    };
    tell(gone, QAccessible::SelectionRemove);
    tell(come, QAccessible::SelectionAdd);
}

void PaintedCellsAccessible::tellChanged(QWidget *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

PaintedCellsAccessible::PaintedCellsAccessible(QWidget *view) : QAccessibleWidget(view, QAccessible::Table) { }

PaintedCellsAccessible::~PaintedCellsAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

const PaintedCells *PaintedCellsAccessible::cells() const
{
    return dynamic_cast<PaintedCells *>(widget());
}

void *PaintedCellsAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State PaintedCellsAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

int PaintedCellsAccessible::childCount() const
{
    return cells() ? cells()->cellCount() : 0;
}

QAccessibleInterface *PaintedCellsAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const QString key = cells()->paintedCell(index).key;
    const auto known = m_children.constFind(key);
    if (known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new PaintedCellAccessible(widget(), key);
    m_children.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *PaintedCellsAccessible::childAt(int x, int y) const
{
    return cells() ? child(cells()->cellUnder(widget()->mapFromGlobal(QPoint(x, y)))) : nullptr;
}

QAccessibleInterface *PaintedCellsAccessible::focusChild() const
{
    return cells() && widget()->hasFocus() ? child(cells()->currentCell()) : nullptr;
}

int PaintedCellsAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const PaintedCellAccessible *>(child);
    return cell && cells() ? cells()->cellWithKey(cell->key()) : -1;
}

QAccessibleInterface *PaintedCellsAccessible::cellAt(int row, int column) const
{
    return cells() ? child(cells()->cellAt(row, column)) : nullptr;
}

int PaintedCellsAccessible::selectedCellCount() const
{
    return static_cast<int>(selectedCells().size());
}

QList<QAccessibleInterface *> PaintedCellsAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> selected;
    for (int i = 0; i < childCount(); ++i) {
        if (cells()->paintedCell(i).selected)
            selected.append(child(i));
    }
    return selected;
}

QString PaintedCellsAccessible::columnDescription(int column) const
{
    const int head = cells() ? cells()->cellAt(0, column) : -1;
    return head < 0 ? QString() : cells()->paintedCell(head).name;
}

QString PaintedCellsAccessible::rowDescription(int) const
{
    return {};
}

int PaintedCellsAccessible::columnCount() const
{
    return cells() ? cells()->cellColumns() : 0;
}

int PaintedCellsAccessible::rowCount() const
{
    return cells() ? cells()->cellRows() : 0;
}

/// Cells that are gone go; the others stay the same.
void PaintedCellsAccessible::modelChange(QAccessibleTableModelChangeEvent *)
{
    const PaintedCells *painted = cells();
    for (auto at = m_children.begin(); at != m_children.end();) {
        if (painted && painted->cellWithKey(at.key()) >= 0) {
            ++at;
            continue;
        }
        QAccessible::deleteAccessibleInterface(at.value());
        at = m_children.erase(at);
    }
}
