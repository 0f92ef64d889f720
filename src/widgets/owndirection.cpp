// SPDX-License-Identifier: GPL-3.0-or-later
#include "owndirection.h"

#include <QPainter>

void drawInOwnDirection(QPainter &painter, const QRect &place, const QString &text)
{
    const Qt::LayoutDirection layout = painter.layoutDirection();
    const Qt::Alignment begin = Qt::AlignAbsolute | (layout == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(place, static_cast<int>(begin | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.setLayoutDirection(layout);
}

QString inOwnDirection(const QString &text, Qt::LayoutDirection layout)
{
    if (text.isRightToLeft() == (layout == Qt::RightToLeft))
        return text;
    const char16_t begin = text.isRightToLeft() ? u'\u2067' : u'\u2066'; // an isolate, up to its pop
    return QChar(begin) + text + QChar(u'\u2069');
}
