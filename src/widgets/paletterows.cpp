// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletterows.h"

#include "palettedelegate.h"
#include "palettemodel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

PaletteRows::PaletteRows(QLineEdit *field, QListView *list, int mostRows, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_list(list)
    , m_model(new PaletteModel(this))
    , m_delegate(new PaletteDelegate(this))
    , m_mostRows(mostRows)
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_field->installEventFilter(this);
}

void PaletteRows::present(QList<PaletteItem> items, const QString &typed, bool hasPins)
{
    const int row = typed == m_typed ? std::max(0, current()) : 0;
    m_typed = typed;
    m_delegate->setTyped(typed);
    m_delegate->setHasPins(hasPins);
    m_model->setItems(std::move(items));
    step(row);
}

bool PaletteRows::isEmpty() const
{
    return m_model->rowCount() == 0;
}

int PaletteRows::current() const
{
    return m_list->currentIndex().row();
}

const PaletteItem &PaletteRows::item(int row) const
{
    return m_model->item(row);
}

void PaletteRows::fit()
{
    m_list->setFixedHeight(std::min(m_model->rowCount(), m_mostRows) * std::max(1, m_list->sizeHintForRow(0)));
}

bool PaletteRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_list->isHidden())
        return QObject::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(m_mostRows);
        return true;
    case Qt::Key_PageUp:
        step(-m_mostRows);
        return true;
    default:
        return false;
    }
}

/// A screen reader hears of the row as if it had the focus, which stays with the field.
void PaletteRows::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const QModelIndex wanted = m_model->index(std::clamp(std::max(0, current()) + rows, 0, count - 1), 0);
    m_list->setCurrentIndex(wanted);
    m_field->setAccessibleDescription(wanted.data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent told(m_list, QAccessible::Focus);
    told.setChild(wanted.row());
    QAccessible::updateAccessibility(&told);
}
