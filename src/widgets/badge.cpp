// SPDX-License-Identifier: GPL-3.0-or-later
#include "badge.h"

#include "icons.h"
#include "owndirection.h"
#include "stylesheet.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int gap = 4;
constexpr int side = 8;

QFont badgeFont(const QFont &base)
{
    return themeFont(TextSize::Small, false, base);
}

} // namespace

BadgeColors badgeColors(BadgeTone tone)
{
    switch (tone) {
    case BadgeTone::Accent:
        return {ColorRole::AccentText, ColorRole::AccentSoft};
    case BadgeTone::Ok:
        return {ColorRole::Ok, ColorRole::OkSoft};
    case BadgeTone::Brass:
        return {ColorRole::BrassText, ColorRole::BrassSoft};
    case BadgeTone::Danger:
        return {ColorRole::Danger, ColorRole::DangerSoft};
    case BadgeTone::Info:
        return {ColorRole::Info, ColorRole::InfoSoft};
    case BadgeTone::Neutral:
        break;
    }
    return {ColorRole::Text2, ColorRole::Hover};
}

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::present(const QString &iconName, const QString &text, BadgeTone tone)
{
    m_iconName = iconName;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return sizeFor(m_iconName, m_text, font());
}

QSize Badge::sizeFor(const QString &iconName, const QString &text, const QFont &base)
{
    const int edge = grownHeight(12, base);
    const QFontMetrics metrics(badgeFont(base));
    return {metrics.horizontalAdvance(text) + 2 * side + (iconName.isEmpty() ? 0 : edge + gap), std::max(20, metrics.height() + 4)};
}

void Badge::paint(QPainter &painter, const QRect &rect, const QString &iconName, const QString &text, BadgeTone tone,
                  const QFont &base, const QPalette &palette)
{
    const BadgeColors colors = badgeColors(tone);
    const int edge = grownHeight(12, base);
    const QColor ink = themeColor(colors.text, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(colors.ground, palette));
    painter.drawRoundedRect(rect, 4, 4);
    const auto placed = [&rect, &painter](int from, int wide) {
        return QStyle::visualRect(painter.layoutDirection(), rect, QRect(rect.x() + from, rect.y(), wide, rect.height()));
    };
    int x = side;
    if (!iconName.isEmpty()) {
        painter.drawPixmap(placed(x, edge).x(), rect.y() + (rect.height() - edge) / 2,
                           tintedPixmap(iconName, edge, ink, painter.device()->devicePixelRatioF()));
        x += edge + gap;
    }
    painter.setFont(badgeFont(base));
    painter.setPen(ink);
    drawInOwnDirection(painter, placed(x, rect.width() - x), text);
    painter.restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_iconName, m_text, m_tone, font(), palette());
}
