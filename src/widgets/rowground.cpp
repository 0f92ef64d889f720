// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowground.h"

#include "owndirection.h"
#include "stylesheet.h"
#include "theme.h"

#include <QFontMetrics>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int barWidth = 3;
constexpr int stripeWidth = 4;
constexpr int groupHeight = 32;
constexpr int groupGap = 8;

}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool first, bool last, bool current)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const bool focused = option.widget && option.widget->hasFocus();
    const QPalette &palette = option.palette;
    const QRect &rect = option.rect;

    painter.fillRect(rect, themeColor(selected ? ColorRole::AccentSoft : hover ? ColorRole::Hover : ColorRole::Surface, palette));
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, themeColor(ColorRole::Hair, palette));
    const QColor accent = themeColor(ColorRole::Focus, palette);
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (first && selected)
        painter.fillRect(mirrored ? rect.right() - barWidth + 1 : rect.left(), rect.top(), barWidth, rect.height(), accent);
    if (!focused || !current)
        return;
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, accent);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, accent);
    if (last)
        painter.fillRect(mirrored ? rect.left() : rect.right(), rect.top(), 1, rect.height(), accent);
}

void paintStripe(QPainter &painter, int x, const QRect &row, int height, const QString &serverColor, bool dashed, const QPalette &palette)
{
    const QRect stripe(x, row.center().y() - height / 2 + 1, stripeWidth, height);
    const StripeColors colors = stripeColors(serverColor, themeColor(ColorRole::Surface, palette), isDark(palette));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (dashed) {
        painter.setPen(QPen(colors.outline.isValid() ? colors.outline : colors.fill, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(stripe).adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.fill);
        painter.drawRoundedRect(stripe, 2, 2);
        if (colors.outline.isValid()) {
            painter.setPen(colors.outline);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(stripe).adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
        }
    }
    painter.restore();
}

void paintTwoLines(QPainter &painter, const QRect &area, const QString &first, const QFont &firstFont, const QColor &firstColor,
                   const QString &second, const QFont &secondFont, const QColor &secondColor)
{
    const QFontMetrics firstMetrics(firstFont);
    const QFontMetrics secondMetrics(secondFont);
    const int firstHeight = firstMetrics.height();
    const int whole = second.isEmpty() ? firstHeight : firstHeight + secondMetrics.height();
    QRect line(area.left(), area.top() + (area.height() - whole) / 2, area.width(), firstHeight);
    painter.setFont(firstFont);
    painter.setPen(firstColor);
    drawInOwnDirection(painter, line, firstMetrics.elidedText(first, Qt::ElideRight, area.width()));
    if (second.isEmpty())
        return;
    line.translate(0, firstHeight);
    line.setHeight(secondMetrics.height());
    painter.setFont(secondFont);
    painter.setPen(secondColor);
    drawInOwnDirection(painter, line, secondMetrics.elidedText(second, Qt::ElideRight, area.width()));
}

void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option, const GroupWords &words, const QFont &detailFont, int edge, int factsEdge)
{
    const QPalette &palette = option.palette;
    painter.save();
    painter.fillRect(option.rect, themeColor(ColorRole::Sunken, palette));
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, themeColor(ColorRole::Line, palette));
    QRect area = option.rect.adjusted(edge, 0, -factsEdge, -1);
    const auto draw = [&](const QString &text, const QFont &font, ColorRole role) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
        painter.setFont(font);
        painter.setPen(themeColor(role, palette));
        drawInOwnDirection(painter, QStyle::visualRect(option.direction, option.rect, area), shown);
        return metrics.horizontalAdvance(shown);
    };
    area.setLeft(area.left() + draw(words.title, themeFont(TextSize::Body, true, option.font), ColorRole::Text) + groupGap);
    area.setLeft(area.left() + draw(words.detail, detailFont, ColorRole::Text2) + 2 * groupGap);
    const QFont small = themeFont(TextSize::Small, false, option.font);
    area.setLeft(area.right() - std::min(QFontMetrics(small).horizontalAdvance(words.facts) + 1, area.width()) + 1);
    draw(words.facts, small, ColorRole::Text2);
    painter.restore();
}

int groupRowHeight(const QFont &base)
{
    return grownHeight(groupHeight, base);
}

int twoLineRowHeight(const QFont &base)
{
    return QFontMetrics(themeFont(TextSize::Body, true, base)).height() + QFontMetrics(themeFont(TextSize::Small, false, base)).height() + 10;
}
