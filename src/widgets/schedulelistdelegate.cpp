// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulelistdelegate.h"

#include "badge.h"
#include "rowground.h"
#include "schedulelistmodel.h"
#include "theme.h"

#include <QApplication>
#include <QFontMetrics>

void ScheduleListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, option, true, true, option.state & QStyle::State_Selected);
    const QFont base = QApplication::font();
    QRect words = option.rect.adjusted(16, 0, -12, 0);
    if (index.data(ScheduleListModel::DefaultRole).toBool()) {
        const QString icon = QStringLiteral("check");
        const QSize size = Badge::sizeFor(icon, tr("Default"), base);
        // Beside the name where there is room, else beside the zone.
        const int name = QFontMetrics(themeFont(TextSize::Body, true, base)).horizontalAdvance(index.data().toString());
        const bool besideName = name + size.width() + 8 <= words.width();
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignTrailing | (besideName ? Qt::AlignTop : Qt::AlignBottom), size,
                                                words.adjusted(0, 8, 0, -6));
        Badge::paint(*painter, place, icon, tr("Default"), BadgeTone::Ok, base, option.palette);
    }
    paintTwoLines(*painter, words, index.data().toString(), themeFont(TextSize::Body, true, base), themeColor(ColorRole::Text, option.palette),
                  index.data(ScheduleListModel::SecondLineRole).toString(), themeFont(TextSize::Small, false, base),
                  themeColor(ColorRole::Text2, option.palette));
    painter->restore();
}

QSize ScheduleListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), twoLineRowHeight(QApplication::font()) + 12};
}
