// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchmarks.h"

#include <QStyledItemDelegate>

struct AgendaRow;

/// Paints the agenda's rows: two lines in each cell of a meeting, one line across for the head of a day.
class AgendaDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The words that are marked from now on; true where they differ from those before.
    bool setSearch(const SearchMarks &marks);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The head of a day over the whole width of `option`.
    void paintDay(QPainter *painter, const QStyleOptionViewItem &option, const AgendaRow &row) const;

private:
    SearchMarks m_search;
};
