// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tablemodel.h"

#include <QStringList>

/// What a cell of a plain list shows.
struct ListCell
{
    enum class Tone { Normal, Pale, Ok, Brass, Danger };

    QString text;
    QString second = {}; ///< below the text; empty where there is none
    QString iconName = {}; ///< a drawing of resources/icons before the text
    Tone tone = Tone::Normal;
    bool operator==(const ListCell &) const = default;
};

/// A row of a plain list, ready to be shown.
struct ListRow
{
    QString key;
    QList<ListCell> cells;
    QString searched = {}; ///< what a search looks through besides the texts
    bool operator==(const ListRow &) const = default;
};

/// Rows that were put into words before: for lists without a behaviour of their own.
class ListModel : public TableModel<ListRow>
{
    Q_OBJECT

public:
    enum Role { SecondLineRole = Qt::UserRole + 1, IconNameRole, ToneRole, SearchRole };

    explicit ListModel(QStringList heads, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString key(const ListRow &row) const override { return row.key; }
    QVariant cell(const ListRow &row, int column, int role) const override;

private:
    QString sentence(const ListRow &row) const;

    QStringList m_heads;
};
