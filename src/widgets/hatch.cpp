// SPDX-License-Identifier: GPL-3.0-or-later
#include "hatch.h"

#include "theme.h"

#include <QPainterPath>

namespace {

constexpr double tile = 7;

}

void paintHatch(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::Window, palette));
    painter.drawPath(shape);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(themeColor(ColorRole::Line2, palette), 1.2));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += tile)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.setClipping(false);
    painter.setPen(themeColor(ColorRole::Line2, palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.restore();
}
