// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendaheader.h"

#include "stylesheet.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int headHeight = 26;
constexpr int contentEdge = 20; // of the first column
constexpr int stripeRoom = 14; // of the second, whose words stand behind a stripe
constexpr int numberEdge = 12; // behind heads of numbers, which stand at the end of their column

} // namespace

AgendaHeader::AgendaHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_indents{{0, contentEdge}, {1, stripeRoom}}
{
    setSectionsClickable(false);
    setSectionsMovable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(0);
    setStretchLastSection(false);
}

QSize AgendaHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), grownHeight(headHeight, QApplication::font())};
}

void AgendaHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, themeColor(ColorRole::Sunken, palette()));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, themeColor(ColorRole::Line, palette()));
    const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool atEnd = alignment.isValid() && Qt::Alignment(alignment.toInt()).testFlag(Qt::AlignTrailing);
    const QRect words = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(m_indents.value(section), 0, atEnd ? -numberEdge : -4, -1));
    const QFont font = themeFont(TextSize::Tiny, false, QApplication::font());
    painter->setFont(font);
    painter->setPen(themeColor(ColorRole::Text3, palette()));
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(words, Qt::AlignVCenter | (atEnd ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}
