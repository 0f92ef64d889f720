// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingdial.h"

#include "theme.h"

#include <QPainter>
#include <QStyle>

#include <cmath>
#include <numbers>

namespace {

constexpr int steps = 12;
constexpr int stepMilliseconds = 150;
constexpr double radius = 15;

} // namespace

WaitingDial::WaitingDial(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Waiting"));
    m_step.setInterval(stepMilliseconds);
    connect(&m_step, &QTimer::timeout, this, [this] {
        m_position = (m_position + 1) % steps;
        update();
    });
}

void WaitingDial::setWaiting(bool waiting)
{
    m_waiting = waiting;
    runIfSeen();
}

void WaitingDial::showEvent(QShowEvent *event)
{
    runIfSeen();
    QWidget::showEvent(event);
}

void WaitingDial::hideEvent(QHideEvent *event)
{
    m_step.stop();
    QWidget::hideEvent(event);
}

void WaitingDial::runIfSeen()
{
    const bool motion = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) != 0;
    if (m_waiting && motion && isVisible())
        m_step.start();
    else
        m_step.stop();
}

void WaitingDial::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF center(width() / 2.0, 20);
    const QRectF box(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
    const double part = (m_position + 0.5) / steps;
    const int gone = qRound(part * 180 * 16);
    const auto color = [this](ColorRole role) { return themeColor(role, palette()); };
    painter.setPen(QPen(color(ColorRole::Line2), 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(box, 0, 180 * 16 - gone);
    painter.setPen(QPen(color(ColorRole::Brass), 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(box, 180 * 16 - gone, gone);
    const double angle = part * std::numbers::pi;
    const QPointF tip = center - QPointF(std::cos(angle), std::sin(angle)) * (radius - 3);
    const QPointF side(std::sin(angle) * 2.5, -std::cos(angle) * 2.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Brass));
    painter.drawPolygon(QPolygonF{center, tip + side, tip - side});
    painter.setPen(QPen(color(ColorRole::Text2), 1.5));
    painter.drawLine(QPointF(0, 21), QPointF(width(), 21));
}
