// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusicon.h"

#include "icons.h"

#include <QPainter>

namespace {

using Status = StatusWords::Status;

QString nameOf(Status status)
{
    switch (status) {
    case Status::Confirmed:
    case Status::Ended:
        return QStringLiteral("check");
    case Status::Canceled:
        return QStringLiteral("canceled");
    case Status::Moved:
        return QStringLiteral("moved");
    case Status::NoShow:
        return QStringLiteral("no-show");
    case Status::Overlaps:
        return QStringLiteral("overlap");
    case Status::Running:
        return {};
    }
    return {};
}

void paintPie(QPainter &painter, const QRect &place, const QColor &color)
{
    const double edge = place.width() * 11.0 / 16;
    const QRectF dial(place.left() + (place.width() - edge) / 2, place.top() + (place.height() - edge) / 2, edge, edge);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(dial);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(dial, 90 * 16, -180 * 16);
    painter.restore();
}

} // namespace

void paintStatusIcon(QPainter &painter, const QRect &place, Status status, const QColor &color)
{
    if (status == Status::Running)
        paintPie(painter, place, color);
    else
        painter.drawPixmap(place.topLeft(), tintedPixmap(nameOf(status), place.width(), color, painter.device()->devicePixelRatioF()));
}
