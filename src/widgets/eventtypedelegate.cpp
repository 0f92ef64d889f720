// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypedelegate.h"

#include "eventtypemodel.h"
#include "icons.h"
#include "keycap.h"
#include "rowground.h"
#include "stylesheet.h"
#include "theme.h"

#include <QApplication>

namespace {

constexpr int contentEdge = 20;
constexpr int factsEdge = 14;
constexpr int stripeHeight = 32;
constexpr int iconEdge = 16;

bool warns(const QModelIndex &index)
{
    return index.column() == EventTypeModel::StateColumn && index.data(EventTypeModel::NoTimesRole).toBool();
}

/// The colour of the state's words: no times are a warning, off is pale, the rest as usual.
QColor wordColor(const QModelIndex &index, const QPalette &palette)
{
    if (warns(index))
        return themeColor(ColorRole::BrassText, palette);
    if (index.data(EventTypeModel::OffRole).toBool())
        return themeColor(ColorRole::Text3, palette);
    const bool quiet = index.column() == EventTypeModel::PlaceColumn || index.column() == EventTypeModel::StateColumn
        || index.column() == EventTypeModel::KindColumn;
    return themeColor(quiet ? ColorRole::Text2 : ColorRole::Text, palette);
}

void paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool off = index.data(EventTypeModel::OffRole).toBool();
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int stripeX = mirrored ? option.rect.right() - 3 : option.rect.left();
    paintStripe(painter, stripeX, option.rect, qRound(stripeHeight * textGrowth(QApplication::font())), index.data(EventTypeModel::StripeRole).toString(), off, option.palette);
    const QRect words = mirrored ? option.rect.adjusted(8, 0, -14, 0) : option.rect.adjusted(14, 0, -8, 0);
    const QFont base = QApplication::font();
    paintTwoLines(painter, words, index.data().toString(), themeFont(TextSize::Body, true, base),
                  themeColor(off ? ColorRole::Text2 : ColorRole::Text, option.palette), index.data(EventTypeModel::SecondLineRole).toString(),
                  themeFont(TextSize::Small, false, base), themeColor(ColorRole::Text2, option.palette));
}

/// The digit that copies a link, as the key it is.
void paintPin(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString digit = index.data().toString();
    if (digit.isEmpty())
        return;
    const QFont font = themeFont(TextSize::Tiny, true, QApplication::font());
    const QSize cap = keyCapSize(digit, font);
    const QRect place(option.rect.left() + contentEdge, option.rect.top(), std::max(cap.width(), cap.height()), option.rect.height());
    paintKeyCap(painter, QStyle::visualRect(option.direction, option.rect, place), digit, font, themeColor(ColorRole::Text2, option.palette),
                themeColor(ColorRole::Line2, option.palette));
}

void paintWord(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect words = option.rect.adjusted(0, 0, -8, 0);
    const QString icon = index.data(EventTypeModel::IconNameRole).toString();
    if (!icon.isEmpty()) {
        const bool current = option.state & QStyle::State_Selected;
        const ColorRole link = index.column() == EventTypeModel::CopyColumn && current ? ColorRole::AccentText : ColorRole::Text2;
        const ColorRole role = warns(index) ? ColorRole::BrassText : link;
        const int iconSize = grownHeight(iconEdge, QApplication::font());
        const QPixmap drawing = tintedPixmap(icon, iconSize, themeColor(role, option.palette), painter.device()->devicePixelRatioF());
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(iconSize, iconSize), words);
        painter.drawPixmap(place, drawing);
        words.adjust(option.direction == Qt::LeftToRight ? iconSize + 5 : 0, 0, option.direction == Qt::RightToLeft ? -iconSize - 5 : 0, 0);
    }
    const QFont base = QApplication::font();
    const QColor color = wordColor(index, option.palette);
    paintTwoLines(painter, words, index.data().toString(), themeFont(TextSize::Body, false, base), color,
                  index.data(EventTypeModel::SecondLineRole).toString(), themeFont(TextSize::Small, false, base),
                  themeColor(ColorRole::Text2, option.palette));
}

}

void EventTypeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, option, index.column() == EventTypeModel::PinColumn, index.column() == EventTypeModel::CopyColumn,
                   option.state & QStyle::State_Selected);
    if (index.column() == EventTypeModel::NameColumn)
        paintName(*painter, option, index);
    else if (index.column() == EventTypeModel::PinColumn)
        paintPin(*painter, option, index);
    else
        paintWord(*painter, option, index);
    painter->restore();
}

void EventTypeDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGroupRow(*painter, option,
                  {index.data().toString(), index.data(EventTypeModel::SecondLineRole).toString(), index.data(EventTypeModel::FactsRole).toString()},
                  themeFont(TextSize::Small, false, option.font), contentEdge, factsEdge);
}

QSize EventTypeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!(index.flags() & Qt::ItemIsEnabled))
        return {0, groupRowHeight(QApplication::font())};
    const QSize words = QStyledItemDelegate::sizeHint(option, index);
    return {words.width(), twoLineRowHeight(QApplication::font())};
}
