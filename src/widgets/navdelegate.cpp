// SPDX-License-Identifier: GPL-3.0-or-later
#include "navdelegate.h"

#include "icons.h"
#include "stylesheet.h"
#include "theme.h"

#include <QPainter>

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool chosen = option.state & QStyle::State_Selected;
    const auto color = [&option](ColorRole role) { return themeColor(role, option.palette); };
    const QRect row = option.rect;
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(option.direction, row, QRect(row.x() + x, row.y(), width, row.height()));
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (chosen || option.state & QStyle::State_MouseOver) {
        painter->setBrush(color(chosen ? ColorRole::AccentSoft : ColorRole::Hover));
        painter->drawRoundedRect(row, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(ColorRole::Focus), 1));
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->setPen(Qt::NoPen);
    }
    if (chosen) {
        painter->setBrush(color(ColorRole::Accent));
        painter->drawRoundedRect(placed(0, 3).adjusted(0, 7, 0, -7), 1.5, 1.5);
    }
    const QColor ink = color(chosen ? ColorRole::AccentText : ColorRole::Text2);
    const int edge = grownHeight(16, option.font);
    const bool onlyPicture = row.width() < 2 * (10 + edge); // the view shows the name as a tool tip
    painter->drawPixmap(placed(onlyPicture ? (row.width() - edge) / 2 : 10, edge).x(), row.y() + (row.height() - edge) / 2,
                        tintedPixmap(index.data(IconName).toString(), edge, ink, painter->device()->devicePixelRatioF()));
    if (onlyPicture)
        return painter->restore();
    const QString count = index.data(Count).toString();
    const int countWidth = QFontMetrics(option.font).horizontalAdvance(count);
    painter->setPen(ink);
    painter->setFont(option.font);
    painter->drawText(placed(row.width() - 10 - countWidth, countWidth), Qt::AlignCenter, count);
    int endWidth = countWidth;
    if (const QString countIcon = index.data(CountIconName).toString(); !count.isEmpty() && !countIcon.isEmpty()) {
        const int small = grownHeight(12, option.font);
        endWidth += small + 5;
        painter->drawPixmap(placed(row.width() - 10 - endWidth, small).x(), row.y() + (row.height() - small) / 2,
                            tintedPixmap(countIcon, small, ink, painter->device()->devicePixelRatioF()));
    }
    const QFont font = themeFont(TextSize::Body, chosen, option.font);
    const int room = row.width() - 20 - edge - 10 - endWidth - 8;
    painter->setFont(font);
    painter->drawText(placed(20 + edge, room), int(Qt::AlignVCenter | Qt::AlignLeading),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->restore();
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, grownHeight(34, option.font)};
}
