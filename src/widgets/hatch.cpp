// SPDX-License-Identifier: GPL-3.0-or-later
#include "hatch.h"

#include "theme.h"

#include <QPainterPath>

namespace {

constexpr double tile = 7;

}

void paintHatch(QPainter &painter, const QRectF &rect, const QPalette &palette, HatchOf whose)
{
    const bool own = whose == HatchOf::OtherCalendars;
    const QColor line = themeColor(own ? ColorRole::Line2 : ColorRole::AccentSoftEdge, palette);
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(own ? ColorRole::Window : ColorRole::AccentSoft, palette));
    painter.drawPath(shape);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(line, 1.2));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += tile)
        painter.drawLine(QPointF(x, own ? rect.bottom() : rect.top()), QPointF(x + rect.height(), own ? rect.top() : rect.bottom()));
    painter.setClipping(false);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.restore();
}
