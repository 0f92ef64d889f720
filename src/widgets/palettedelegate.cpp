// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettedelegate.h"

#include "icons.h"
#include "keycap.h"
#include "palettemodel.h"
#include "rowground.h"
#include "stylesheet.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace {

constexpr int rowHeight = 42;
constexpr int edge = 16;
constexpr int markRoom = 28; // from the edge to the title
constexpr int iconSize = 16;
constexpr int stripeHeight = 24;
constexpr int gap = 10;

/// A row while it is painted: what is left of its room, from both ends.
struct Row
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const PaletteItem &item;
    QRect room;

    bool isCurrent() const { return option.state & QStyle::State_Selected; }
    QColor color(ColorRole role) const { return themeColor(item.whyNot.isEmpty() ? role : ColorRole::Text3, option.palette); }
    QRect mirrored(const QRect &rect) const { return QStyle::visualRect(option.direction, option.rect, rect); }
};

/// The digit of a pinned type as the key it is.
void paintPin(Row &row)
{
    const QString digit = QString::number(row.item.pin);
    const QSize cap = keyCapSize(digit, row.option.font);
    const QRect place(row.room.left(), row.room.top(), cap.width(), row.room.height());
    if (row.item.pin > 0)
        paintKeyCap(row.painter, row.mirrored(place), digit, row.option.font, row.color(ColorRole::Text2), row.color(ColorRole::Line2));
    row.room.setLeft(place.right() + 4);
}

void paintMark(Row &row)
{
    const QRect place(row.room.left(), row.room.top(), markRoom, row.room.height());
    if (row.item.iconName.isEmpty()) {
        paintStripe(row.painter, row.mirrored(QRect(place.left() + 6, place.top(), 4, place.height())).left(), row.option.rect, stripeHeight,
                    row.item.stripe, false, row.option.palette);
    } else {
        const QPixmap drawing = tintedPixmap(row.item.iconName, iconSize, row.color(ColorRole::Text2), row.painter.device()->devicePixelRatioF());
        const QRect icon(place.left(), place.top() + (place.height() - iconSize) / 2, iconSize, iconSize);
        row.painter.drawPixmap(row.mirrored(icon), drawing);
    }
    row.room.setLeft(place.right() + 1);
}

/// Text at the beginning of what is left.
void paintText(Row &row, const QString &text, const QFont &font, const QColor &color, const QStringList &underlined)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, row.room.width());
    QTextLayout layout(shown, font);
    QTextOption own(Qt::AlignLeft | Qt::AlignAbsolute); // and in the text's own direction, whatever the layout's is
    own.setWrapMode(QTextOption::NoWrap);
    own.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(own);
    QList<QTextLayout::FormatRange> hits;
    for (const QString &word : underlined) {
        const qsizetype at = shown.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        QTextLayout::FormatRange hit{int(at), int(word.size()), {}};
        hit.format.setFontUnderline(true);
        hit.format.setForeground(themeColor(ColorRole::AccentText, row.option.palette));
        hits.append(hit);
    }
    layout.setFormats(hits);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(row.room.width());
    layout.endLayout();
    const QRect place = row.mirrored(row.room);
    row.painter.setPen(color);
    const double left = row.option.direction == Qt::RightToLeft ? place.right() + 1 - line.naturalTextWidth() : place.left();
    layout.draw(&row.painter, QPointF(left, place.top() + (place.height() - line.height()) / 2));
    row.room.setLeft(row.room.left() + metrics.horizontalAdvance(shown) + gap);
}

/// What Enter does, and keys, at the end of what is left.
void paintEnd(Row &row)
{
    const QFont font = themeFont(TextSize::Small, row.isCurrent(), row.option.font);
    const QString enter = row.isCurrent() && row.item.whyNot.isEmpty() ? QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText) : QString();
    if (!enter.isEmpty()) {
        const QSize cap = keyCapSize(enter, font);
        const QRect place(row.room.right() - cap.width() + 1, row.room.top(), cap.width(), row.room.height());
        const QColor color = themeColor(ColorRole::AccentText, row.option.palette);
        paintKeyCap(row.painter, row.mirrored(place), enter, font, color, color);
        row.room.setRight(place.left() - 8);
    }
    const QString words = row.isCurrent() && !row.item.verb.isEmpty() ? row.item.verb : row.item.keys;
    if (words.isEmpty())
        return;
    const QFontMetrics metrics(font);
    const int width = std::min(metrics.horizontalAdvance(words) + 2, row.room.width() / 2);
    const QRect place(row.room.right() - width + 1, row.room.top(), width, row.room.height());
    row.painter.setFont(font);
    row.painter.setPen(row.isCurrent() ? themeColor(ColorRole::AccentText, row.option.palette) : row.color(ColorRole::Text3));
    row.painter.drawText(row.mirrored(place), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, metrics.elidedText(words, Qt::ElideRight, width));
    row.room.setRight(place.left() - gap);
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    painter->save();
    paintRowGround(*painter, option, true, true, option.state & QStyle::State_Selected);
    Row row{*painter, option, model->item(index.row()), option.rect.adjusted(edge, 0, -edge, -1)};
    if (m_hasPins)
        paintPin(row);
    paintMark(row);
    paintEnd(row);
    paintText(row, row.item.title, themeFont(TextSize::Body, row.isCurrent(), option.font), row.color(ColorRole::Text), m_words);
    const QString detail = row.item.whyNot.isEmpty() ? row.item.detail : row.item.whyNot;
    if (!detail.isEmpty() && row.room.width() > 0)
        paintText(row, detail, themeFont(TextSize::Small, false, option.font), row.color(ColorRole::Text2), {});
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, grownHeight(rowHeight, option.font)};
}
