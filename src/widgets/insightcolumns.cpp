// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightcolumns.h"

#include "theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int barsHeight = 104;
constexpr int labelGap = 4;
constexpr int leastColumn = 9;
constexpr int mostBarWidth = 32;
constexpr int leastBar = 3;

} // namespace

QFont InsightColumns::smallFont() const
{
    return themeFont(TextSize::Small, false, font());
}

QSize InsightColumns::sizeHint() const
{
    const int line = QFontMetrics(smallFont()).height();
    return {std::max(cellCount() * 22, fontMetrics().averageCharWidth() * 48), barsHeight + 2 * (line + labelGap)};
}

QSize InsightColumns::minimumSizeHint() const
{
    return {std::max(cellCount() * leastColumn, fontMetrics().averageCharWidth() * 30), sizeHint().height()};
}

QRect InsightColumns::placeOf(int index) const
{
    const int count = std::max(1, cellCount());
    const int place = isRightToLeft() ? count - 1 - index : index;
    const int left = place * width() / count;
    return {left, 0, (place + 1) * width() / count - left, height()};
}

int InsightColumns::axis() const
{
    return height() - QFontMetrics(smallFont()).height() - labelGap;
}

void InsightColumns::layOut()
{
    const QFontMetrics metrics(smallFont());
    int label = 0;
    int number = 0;
    for (const InsightBar &bar : chart().bars) {
        label = std::max(label, metrics.horizontalAdvance(bar.shortLabel));
        number = std::max(number, metrics.horizontalAdvance(QLocale().toString(bar.count)));
    }
    const int column = std::max(1, width() / std::max(1, cellCount()));
    m_labelStep = std::max(1, (label + 6 + column - 1) / column);
    m_numbersFit = number + 2 <= column;
}

void InsightColumns::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setPen(themeColor(ColorRole::Line, palette()));
    painter.drawLine(0, axis(), width(), axis());
    painter.end();
    InsightChartView::paintEvent(event);
}

void InsightColumns::paintBar(QPainter &painter, int index) const
{
    const InsightBar &bar = chart().bars.at(index);
    const QRect place = placeOf(index);
    const int line = QFontMetrics(smallFont()).height();
    const double room = axis() - line - labelGap;
    const double barWidth = std::min<double>(mostBarWidth, std::max(3, place.width() - std::max(2, place.width() / 4)));
    const double left = place.left() + (place.width() - barWidth) / 2;
    const auto heightOf = [&](int count) { return count > 0 ? std::max<double>(leastBar, part(count) * room) : 0; };
    const double soFar = heightOf(bar.soFar);
    const double all = std::max(soFar, heightOf(bar.count));
    paintParts(painter, QRectF(left, axis() - soFar, barWidth, soFar),
               bar.soFar < bar.count ? QRectF(left, axis() - std::max(all, soFar + leastBar), barWidth, std::max<double>(leastBar, all - soFar)) : QRectF());
    if (bar.before.value_or(0) > 0) { // on the axis it would say nothing
        const double y = axis() - part(*bar.before) * room;
        paintBefore(painter, QLineF(left - 3, y, left + barWidth + 3, y));
    }
    painter.setFont(smallFont());
    if (m_numbersFit && bar.count > 0) {
        painter.setPen(themeColor(ColorRole::Text, palette()));
        const double above = std::max(all, part(bar.before.value_or(0)) * room);
        painter.drawText(QRectF(place.left(), axis() - above - line - 2, place.width(), line), Qt::AlignCenter, QLocale().toString(bar.count));
    }
    if (index % m_labelStep == 0) {
        painter.setPen(themeColor(ColorRole::Text2, palette()));
        // A name that is wider than its column stands over the next ones, which have none.
        const int over = (m_labelStep - 1) * place.width();
        const QRectF label(isRightToLeft() ? place.left() - over : place.left(), axis() + labelGap, place.width() + over, line);
        const int side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(label, (m_labelStep > 1 ? side : int(Qt::AlignHCenter)) | Qt::AlignVCenter | Qt::AlignAbsolute, bar.shortLabel);
    }
}
