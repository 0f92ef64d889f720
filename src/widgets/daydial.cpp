// SPDX-License-Identifier: GPL-3.0-or-later
#include "daydial.h"

#include "format.h"
#include "theme.h"
#include "zones.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace {

constexpr double radius = 70;
constexpr double rim = 9;
constexpr double hoursRadius = 61.5;
constexpr double goneRadius = 50;
constexpr double wedgeRadius = 75.5;
constexpr double wedgeHalf = 5;
constexpr int horizon = 80; // from the top of the widget
constexpr int earliest = 6;
constexpr int latest = 20;

QPointF onCircle(QPointF center, double distance, double angle)
{
    return center + QPointF(-std::cos(angle), -std::sin(angle)) * distance;
}

// Qt counts in sixteenths of a degree, counterclockwise from the right.
void drawArc(QPainter &painter, QPointF center, double distance, double from, double to)
{
    const auto sixteenths = [](double radians) { return qRound((std::numbers::pi - radians) * 180 / std::numbers::pi * 16); };
    const QRectF box(center.x() - distance, center.y() - distance, 2 * distance, 2 * distance);
    painter.drawArc(box, sixteenths(to), sixteenths(from) - sixteenths(to));
}

} // namespace

DayDial::DayDial(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Today"));
}

void DayDial::show(const Day &day)
{
    if (day == m_day)
        return;
    m_day = day;
    m_firstHour = earliest;
    m_lastHour = latest;
    int ahead = 0;
    for (const Arc &arc : day.meetings) {
        m_firstHour = std::max(0, std::min(m_firstHour, int(std::floor(hoursOf(arc.begin)))));
        m_lastHour = std::min(24, std::max(m_lastHour, int(std::ceil(hoursOf(arc.end)))));
        ahead += arc.end > day.now ? 1 : 0;
    }
    const QString count = day.meetings.isEmpty() ? tr("No meetings today.")
                                                 : tr("%n meetings today, ", nullptr, int(day.meetings.size())) + tr("%n left.", nullptr, ahead);
    //: %1 is a time, %2 a sentence on the number of meetings.
    setAccessibleDescription(tr("It is %1. %2").arg(timeText(day.now, day.zone), count));
    setToolTip(count.toHtmlEscaped());
    update();
}

QSize DayDial::sizeHint() const
{
    return {196, horizon + 6 + std::max(18, QFontMetrics(themeFont(TextSize::Small, true, font())).height() + 2)};
}

double DayDial::hoursOf(const QDateTime &utc) const
{
    const QDateTime today = wallClock(m_day.now, m_day.zone);
    const QDateTime midnight(today.date(), QTime(0, 0), Qt::UTC);
    return double(midnight.secsTo(wallClock(utc, m_day.zone))) / 3600;
}

double DayDial::angleAt(double hours) const
{
    const double part = (hours - m_firstHour) / (m_lastHour - m_firstHour);
    return std::clamp(part, 0.0, 1.0) * std::numbers::pi;
}

void DayDial::paintEvent(QPaintEvent *)
{
    if (!m_day.now.isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF center(width() / 2.0, horizon);
    paintFace(painter, center);
    paintMeetings(painter, center);
    paintNow(painter, center);
    paintLabels(painter, center);
}

void DayDial::paintFace(QPainter &painter, QPointF center) const
{
    const auto color = [this](ColorRole role) { return themeColor(role, palette()); };
    painter.setPen(QPen(color(ColorRole::Line), rim, Qt::SolidLine, Qt::FlatCap));
    drawArc(painter, center, radius, 0, std::numbers::pi);
    if (m_day.opens.isValid() && m_day.opens < m_day.closes) {
        painter.setPen(QPen(color(ColorRole::Line2), 1.2));
        drawArc(painter, center, hoursRadius, angleAt(m_day.opens.msecsSinceStartOfDay() / 3.6e6),
                angleAt(m_day.closes.msecsSinceStartOfDay() / 3.6e6));
    }
    for (int hour = m_firstHour + 1; hour < m_lastHour; ++hour) {
        const bool middle = hour * 2 == m_firstHour + m_lastHour;
        painter.setPen(QPen(color(ColorRole::Text3), middle ? 1.5 : 1));
        painter.drawLine(onCircle(center, middle ? 51 : 53, angleAt(hour)), onCircle(center, middle ? 57 : 56, angleAt(hour)));
    }
}

void DayDial::paintMeetings(QPainter &painter, QPointF center) const
{
    constexpr double narrowest = 0.02; // a short meeting is still seen
    for (const Arc &arc : m_day.meetings) {
        const StripeColors stripe = stripeColors(arc.color, themeColor(ColorRole::Nav, palette()), isDark(palette()));
        painter.setPen(QPen(stripe.outline.isValid() ? stripe.outline : stripe.fill, rim, Qt::SolidLine, Qt::FlatCap));
        const double from = angleAt(hoursOf(arc.begin));
        drawArc(painter, center, radius, from, std::max(angleAt(hoursOf(arc.end)) - 0.012, from + narrowest));
    }
}

void DayDial::paintNow(QPainter &painter, QPointF center) const
{
    const double now = hoursOf(m_day.now);
    const double angle = angleAt(now);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::BrassSoft, palette()));
    const QRectF box(center.x() - goneRadius, center.y() - goneRadius, 2 * goneRadius, 2 * goneRadius);
    painter.drawPie(box, 180 * 16, -qRound(angle * 180 / std::numbers::pi * 16));
    if (now >= m_firstHour && now <= m_lastHour) {
        const QPointF tip = onCircle(center, wedgeRadius, angle);
        const QPointF side = QPointF(std::sin(angle), -std::cos(angle)) * wedgeHalf;
        painter.setBrush(themeColor(ColorRole::Brass, palette()));
        painter.drawPolygon(QPolygonF{center, tip + side, tip - side});
    }
    painter.setPen(QPen(themeColor(ColorRole::Control, palette()), 1.5));
    painter.drawLine(center - QPointF(84, 0), center + QPointF(84, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::Text2, palette()));
    painter.drawPolygon(QPolygonF{center - QPointF(9, 0), center - QPointF(0, 20), center + QPointF(9, 0)});
}

void DayDial::paintLabels(QPainter &painter, QPointF center) const
{
    const QRectF line(0, horizon + 2, width(), height() - horizon - 2);
    const auto write = [&](double x, const QString &text) {
        painter.drawText(QRectF(x - 40, line.y(), 80, line.height()), Qt::AlignCenter, text);
    };
    painter.setFont(themeFont(TextSize::Tiny, false, font()));
    painter.setPen(themeColor(ColorRole::Text2, palette()));
    write(center.x() - radius, QStringLiteral("%1").arg(m_firstHour, 2, 10, QLatin1Char('0')));
    write(center.x() + radius, QStringLiteral("%1").arg(m_lastHour, 2, 10, QLatin1Char('0')));
    painter.setFont(themeFont(TextSize::Small, true, font()));
    painter.setPen(themeColor(ColorRole::BrassText, palette()));
    write(center.x(), timeText(m_day.now, m_day.zone));
}
