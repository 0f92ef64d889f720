// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

struct AgendaRow;

/// Paints the agenda's rows: two lines in each cell of a meeting, one line across for the head of a day.
class AgendaDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The head of a day over the whole width of `option`.
    void paintDay(QPainter *painter, const QStyleOptionViewItem &option, const AgendaRow &row) const;
};
