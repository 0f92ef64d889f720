// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightrowdelegate.h"

#include "insighttablemodel.h"
#include "owndirection.h"
#include "rowground.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

void InsightRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int column = index.column();
    paintRowGround(*painter, option, column == 0, column + 1 == InsightTableModel::ColumnCount, view && view->currentIndex().row() == index.row());
    painter->setFont(option.font);
    painter->setPen(themeColor(column == InsightTableModel::GroupColumn ? ColorRole::Text2 : ColorRole::Text, option.palette));
    const QRect cell = option.rect.adjusted(padding(column), 0, -padding(column), 0);
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, cell.width());
    const bool atEnd = column >= InsightTableModel::ValueColumn;
    const QSize size(std::min(cell.width(), option.fontMetrics.horizontalAdvance(text)), cell.height());
    painter->setLayoutDirection(option.direction);
    drawInOwnDirection(*painter, QStyle::alignedRect(option.direction, atEnd ? Qt::AlignTrailing : Qt::AlignLeading, size, cell), text);
    painter->restore();
}

QSize InsightRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * padding(index.column()) + 2, std::max(30, metrics.height() + 12)};
}

int InsightRowDelegate::padding(int column)
{
    return column == 0 ? 20 : 12;
}
