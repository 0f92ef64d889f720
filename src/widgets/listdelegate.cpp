// SPDX-License-Identifier: GPL-3.0-or-later
#include "listdelegate.h"

#include "icons.h"
#include "listmodel.h"
#include "rowground.h"
#include "stylesheet.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QApplication>

namespace {

constexpr int contentEdge = 20;
constexpr int iconSize = 14;
constexpr int gap = 6;

ColorRole roleOf(ListCell::Tone tone, bool first)
{
    switch (tone) {
    case ListCell::Tone::Normal:
        return first ? ColorRole::Text : ColorRole::Text2;
    case ListCell::Tone::Pale:
        return ColorRole::Text2;
    case ListCell::Tone::Ok:
        return ColorRole::Ok;
    case ListCell::Tone::Brass:
        return ColorRole::BrassText;
    case ListCell::Tone::Danger:
        return ColorRole::Danger;
    }
    return ColorRole::Text;
}

QRect placed(const QStyleOptionViewItem &option, int x, int width)
{
    return QStyle::visualRect(option.direction, option.rect, QRect(option.rect.left() + x, option.rect.top(), width, option.rect.height()));
}

} // namespace

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool first = index.column() == 0;
    const bool last = index.column() == index.model()->columnCount() - 1;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    paintRowGround(*painter, option, first, last, view && view->currentIndex().row() == index.row());
    const auto tone = static_cast<ListCell::Tone>(index.data(ListModel::ToneRole).toInt());
    const QColor ink = themeColor(roleOf(tone, first), option.palette);
    int begin = first ? contentEdge : 0;
    if (const QString icon = index.data(ListModel::IconNameRole).toString(); !icon.isEmpty()) {
        const int edge = grownHeight(iconSize, QApplication::font());
        const QRect place = placed(option, begin, edge);
        painter->drawPixmap(place.left(), option.rect.center().y() - edge / 2,
                            tintedPixmap(icon, edge, ink, painter->device()->devicePixelRatioF()));
        begin += edge + gap;
    }
    const QFont base = QApplication::font();
    paintTwoLines(*painter, placed(option, begin, option.rect.width() - begin - 8), index.data().toString(),
                  themeFont(TextSize::Body, first && tone != ListCell::Tone::Pale, base), ink, index.data(ListModel::SecondLineRole).toString(),
                  themeFont(TextSize::Small, false, base), themeColor(ColorRole::Text2, option.palette));
    painter->restore();
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), twoLineRowHeight(QApplication::font())};
}
