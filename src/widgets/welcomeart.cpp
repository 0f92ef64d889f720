// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcomeart.h"

#include "stylesheet.h"
#include "theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double dialRadius = 118;
constexpr int leastGround = 148;
constexpr int aboveWords = 20;

QPointF onCircle(QPointF center, double distance, double part)
{
    const double angle = part * std::numbers::pi;
    return center + QPointF(-std::cos(angle), -std::sin(angle)) * distance;
}

} // namespace

WelcomeArt::WelcomeArt(QWidget *parent) : QWidget(parent)
{
    constexpr int plainWidth = 312;
    setFixedWidth(plainWidth + 6 * grownHeight(0, font()));
}

void WelcomeArt::showEvent(QShowEvent *event)
{
    colorWords();
    QWidget::showEvent(event);
}

void WelcomeArt::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        colorWords();
    QWidget::changeEvent(event);
}

void WelcomeArt::colorWords()
{
    const ArtColors colors = artColors(palette());
    for (QLabel *label : findChildren<QLabel *>()) {
        QPalette ink = label->palette();
        ink.setColor(QPalette::WindowText, label->property("strong").toBool() ? colors.text : colors.text2);
        label->setPalette(ink);
    }
}

/// The words at the bottom stand on the ground, however large they are.
int WelcomeArt::groundHeight() const
{
    int top = height();
    for (const QLabel *label : findChildren<QLabel *>()) {
        if (label->y() > height() / 2)
            top = std::min(top, label->y());
    }
    return std::max(leastGround, height() - top + aboveWords);
}

void WelcomeArt::paintEvent(QPaintEvent *)
{
    const ArtColors colors = artColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Round where the panel is round: at the outer side only.
    QPainterPath shape;
    shape.addRoundedRect(QRectF(isRightToLeft() ? -8 : 0, 0, width() + 8, height()), 7, 7);
    painter.setClipPath(shape);
    painter.fillRect(rect(), colors.sky);

    const QPointF center(width() / 2.0, height() - groundHeight());
    painter.setPen(Qt::NoPen);
    for (const double radius : {226.0, 188.0, 152.0}) {
        QColor hill = colors.text;
        hill.setAlphaF(0.045F);
        painter.setBrush(hill);
        painter.drawEllipse(center, radius, radius);
    }
    painter.fillRect(QRectF(0, center.y(), width(), groundHeight()), colors.ground);
    paintDial(painter, center);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.face);
    painter.drawRoundedRect(QRectF(10, center.y(), width() - 20, 8), 4, 4);
}

void WelcomeArt::paintDial(QPainter &painter, QPointF center) const
{
    const ArtColors colors = artColors(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.face);
    const QRectF box(center.x() - dialRadius, center.y() - dialRadius, 2 * dialRadius, 2 * dialRadius);
    painter.drawPie(box, 0, 180 * 16);

    constexpr double shadowFrom = 0.297;
    constexpr double shadowTo = 0.374;
    painter.setBrush(colors.ground);
    painter.drawPie(box, qRound((1 - shadowTo) * 180 * 16), qRound((shadowTo - shadowFrom) * 180 * 16));

    constexpr int hours = 11; // from seven to seventeen
    for (int i = 0; i < hours; ++i) {
        const double part = (12.5 + i * 15.5) / 180;
        const bool big = i % 5 == 0 || i == 3 || i == 7;
        const bool shaded = part > shadowFrom && part < shadowTo;
        painter.setPen(QPen(shaded ? colors.face : colors.mark, 2.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(onCircle(center, big ? 98 : 102, part), onCircle(center, 110, part));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.lit);
    painter.drawPolygon(QPolygonF{center - QPointF(17, 0), center - QPointF(0, 46), center});
    painter.setBrush(colors.shaded);
    painter.drawPolygon(QPolygonF{center, center - QPointF(0, 46), center + QPointF(17, 0)});
}
