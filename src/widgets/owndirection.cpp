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
