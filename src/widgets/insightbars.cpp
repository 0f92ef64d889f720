// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightbars.h"

#include "owndirection.h"
#include "rowground.h"
#include "theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int edge = 6; ///< within a row, at both ends
constexpr int gap = 12;
constexpr int stripeRoom = 12;
constexpr int barHeight = 14;
constexpr int leastBar = 3; ///< of a number that is not 0

} // namespace

int InsightBars::rowHeight() const
{
    return std::max(28, fontMetrics().height() + 10);
}

QSize InsightBars::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 48, rowHeight() * std::max(1, cellCount())};
}

QSize InsightBars::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void InsightBars::layOut()
{
    m_nameWidth = 0;
    m_countWidth = 0;
    m_lengthWidth = 0;
    const QFontMetrics strong(themeFont(TextSize::Body, true, font()));
    for (const InsightBar &bar : chart().bars) {
        const int stripe = bar.color.isEmpty() ? 0 : stripeRoom;
        m_nameWidth = std::max(m_nameWidth, fontMetrics().horizontalAdvance(bar.label) + stripe + 2);
        m_countWidth = std::max(m_countWidth, strong.horizontalAdvance(QLocale().toString(bar.count)) + 2);
        if (!bar.length.isEmpty())
            m_lengthWidth = std::max(m_lengthWidth, gap + fontMetrics().horizontalAdvance(bar.length) + 2);
    }
    m_nameWidth = std::min(m_nameWidth, width() * 2 / 5);
}

QRect InsightBars::placeOf(int index) const
{
    return {0, index * rowHeight(), width(), rowHeight()};
}

QRectF InsightBars::mirrored(const QRectF &rect) const
{
    return isRightToLeft() ? QRectF(width() - rect.right(), rect.top(), rect.width(), rect.height()) : rect;
}

void InsightBars::paintBar(QPainter &painter, int index) const
{
    const InsightBar &bar = chart().bars.at(index);
    const QRect row = placeOf(index);
    const double room = std::max(0, row.width() - 2 * edge - 2 * gap - m_nameWidth - m_countWidth - m_lengthWidth);
    const double from = edge + m_nameWidth + gap;
    const double top = row.center().y() - barHeight / 2.0;
    const auto lengthOf = [&](int count) { return count > 0 ? std::max<double>(leastBar, part(count) * room) : 0; };

    const int stripe = bar.color.isEmpty() ? 0 : stripeRoom;
    if (stripe > 0)
        paintStripe(painter, qRound(mirrored(QRectF(edge, 0, 4, 1)).left()), row, barHeight + 2, bar.color, false, palette());
    const QRectF name = mirrored(QRectF(edge + stripe, row.top(), m_nameWidth - stripe, row.height()));
    painter.setFont(font());
    painter.setPen(themeColor(bar.count > 0 ? ColorRole::Text : ColorRole::Text3, palette()));
    drawInOwnDirection(painter, name.toRect(), fontMetrics().elidedText(bar.label, Qt::ElideRight, qRound(name.width())));

    const double soFar = lengthOf(bar.soFar);
    const double all = std::max(soFar, lengthOf(bar.count));
    paintParts(painter, mirrored(QRectF(from, top, soFar, barHeight)),
               bar.soFar < bar.count ? mirrored(QRectF(from + soFar, top, std::max<double>(leastBar, all - soFar), barHeight)) : QRectF());
    if (bar.before.value_or(0) > 0) { // before the bars begin it would say nothing
        const QRectF mark = mirrored(QRectF(from + part(*bar.before) * room, top - 4, 0, barHeight + 8));
        paintBefore(painter, QLineF(mark.topLeft(), mark.bottomLeft()));
    }
    const auto atEnd = [&](int behind, int length) { return mirrored(QRectF(row.width() - edge - behind - length, row.top(), length, row.height())); };
    const int side = Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    painter.setPen(themeColor(ColorRole::Text2, palette()));
    const double length = fontMetrics().horizontalAdvance(bar.length);
    drawInOwnDirection(painter, atEnd(0, qRound(length)).toRect(), bar.length);
    painter.setFont(themeFont(TextSize::Body, bar.count > 0, font()));
    painter.setPen(themeColor(bar.count > 0 ? ColorRole::Text : ColorRole::Text3, palette()));
    painter.drawText(atEnd(m_lengthWidth, m_countWidth), side, QLocale().toString(bar.count));
}
