// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelmodel.h"

#include <algorithm>

void CancelModel::checkAll(bool checked)
{
    QList<CancelRow> all = rows();
    for (CancelRow &row : all)
        row.checked = checked;
    setRows(all);
    emit checkedChanged();
}

void CancelModel::setOpen(const QModelIndex &index, bool open)
{
    CancelRow changed = row(index.row());
    if (changed.open == open)
        return;
    changed.open = open;
    replace(index.row(), changed);
}

int CancelModel::checkedCount() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), [](const CancelRow &row) { return row.checked; }));
}

Qt::ItemFlags CancelModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_checkable ? plain | Qt::ItemIsUserCheckable : plain;
}

bool CancelModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !m_checkable)
        return false;
    CancelRow changed = row(index.row());
    changed.checked = value.toInt() == Qt::Checked;
    replace(index.row(), changed);
    emit checkedChanged();
    return true;
}

void CancelModel::replace(int number, const CancelRow &row)
{
    QList<CancelRow> all = rows();
    all[number] = row;
    setRows(all);
}

QVariant CancelModel::cell(const CancelRow &row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{row.time, row.name, row.people, row.badge, row.count, row.status, row.detail};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::AccessibleDescriptionRole:
        return row.addresses.join(QStringLiteral(", "));
    case Qt::CheckStateRole:
        return m_checkable ? QVariant(row.checked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}
