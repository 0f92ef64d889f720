// SPDX-License-Identifier: GPL-3.0-or-later
#include "listmodel.h"

ListModel::ListModel(QStringList heads, QObject *parent)
    : TableModel(parent)
    , m_heads(std::move(heads))
{
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return m_heads.value(section);
}

QVariant ListModel::cell(const ListRow &row, int column, int role) const
{
    const ListCell cell = row.cells.value(column);
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return column == 0 ? sentence(row) : cell.text;
    case SecondLineRole:
        return cell.second;
    case IconNameRole:
        return cell.iconName;
    case ToneRole:
        return static_cast<int>(cell.tone);
    case SearchRole:
        return sentence(row) + QLatin1Char(' ') + row.searched;
    default:
        return {};
    }
}

QString ListModel::sentence(const ListRow &row) const
{
    QStringList parts;
    for (const ListCell &cell : row.cells) {
        for (const QString &text : {cell.text, cell.second}) {
            if (!text.isEmpty())
                parts.append(text);
        }
    }
    return parts.join(QLatin1String(", "));
}
