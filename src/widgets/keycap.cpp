// SPDX-License-Identifier: GPL-3.0-or-later
#include "keycap.h"

#include "theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace {

QFont capFont(const QFont &font)
{
    return themeFont(TextSize::Tiny, false, font);
}

} // namespace

QSize keyCapSize(const QString &key, const QFont &font)
{
    const QFontMetrics metrics(capFont(font));
    return {std::max(18, metrics.horizontalAdvance(key) + 10), metrics.height() + 4};
}

void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QFont &font, const QColor &text, const QColor &edge)
{
    QRect cap(QPoint(), keyCapSize(key, font));
    cap.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(capFont(font));
    painter.setPen(text);
    painter.drawText(cap, Qt::AlignCenter, key);
    painter.restore();
}
