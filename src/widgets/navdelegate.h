// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/// An entry of the navigation: icon, word and count; the chosen one on a soft ground with a bar.
class NavDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IconName = Qt::UserRole, Count, CountIconName };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
