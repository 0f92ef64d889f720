// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletteframe.h"

#include "theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>

namespace {

constexpr int radius = 10;

QPainterPath outline(const QRectF &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

} // namespace

PaletteFrame::PaletteFrame(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_window->installEventFilter(this);
}

bool PaletteFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        cut();
    if (event->type() != QEvent::Paint)
        return QObject::eventFilter(watched, event);
    paint();
    return true;
}

/// The edge lies within the cut, so that it is whole where a window cannot be transparent.
void PaletteFrame::paint()
{
    QPainter painter(m_window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(m_window->rect(), themeColor(ColorRole::Line2, m_window->palette()));
    painter.fillPath(outline(QRectF(m_window->rect()).adjusted(1, 1, -1, -1)), themeColor(ColorRole::Surface, m_window->palette()));
}

/// A shape, as it needs no compositor.
void PaletteFrame::cut()
{
    m_window->setMask(QRegion(outline(m_window->rect()).toFillPolygon().toPolygon()));
}
