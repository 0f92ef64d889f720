// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadingrows.h"

#include "icons.h"
#include "rowground.h"
#include "theme.h"

#include <QPainter>

#include <array>

namespace {

constexpr int contentEdge = 20;
constexpr int markSize = 32;
constexpr int footHeight = 56;
constexpr std::array<std::pair<int, int>, 5> barWidths{{{117, 75}, {90, 64}, {132, 83}, {103, 56}, {120, 71}}};

} // namespace

LoadingRows::LoadingRows(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
}

void LoadingRows::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    update();
}

void LoadingRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), themeColor(ColorRole::Surface, palette()));
    const int rowHeight = std::max(44, twoLineRowHeight(font()));
    const int rows = std::max(1, (height() - footHeight) / rowHeight);
    paintBars(painter, rowHeight, std::min(rows, 14));
    const QRect foot = rect().adjusted(contentEdge, height() - footHeight, -contentEdge, 0);
    const QRect mark = QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter, QSize(markSize, markSize), foot);
    painter.drawPixmap(mark.topLeft(), tintedPixmap(QStringLiteral("availability"), markSize, themeColor(ColorRole::Text2, palette()), devicePixelRatioF()));
    painter.setPen(themeColor(ColorRole::Text2, palette()));
    painter.setFont(themeFont(TextSize::Small, false, font()));
    const QRect words = isLeftToRight() ? foot.adjusted(markSize + 8, 0, 0, 0) : foot.adjusted(0, 0, -markSize - 8, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextWordWrap, m_text);
}

void LoadingRows::paintBars(QPainter &painter, int rowHeight, int rows) const
{
    painter.setPen(Qt::NoPen);
    const auto bar = [this, &painter](const QRect &place, ColorRole role) {
        painter.setBrush(themeColor(role, palette()));
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), place), 3, 3);
    };
    for (int row = 0; row < rows; ++row) {
        const int top = row * rowHeight;
        const auto [first, second] = barWidths[static_cast<std::size_t>(row) % barWidths.size()];
        bar(QRect(contentEdge, top + rowHeight / 2 - 5, 72, 10), ColorRole::Line);
        bar(QRect(116, top + (rowHeight - 28) / 2, 4, 28), ColorRole::Line);
        bar(QRect(130, top + rowHeight / 2 - 13, first, 10), ColorRole::Line);
        bar(QRect(130, top + rowHeight / 2 + 5, second, 8), ColorRole::Hair);
        painter.fillRect(0, top + rowHeight - 1, width(), 1, themeColor(ColorRole::Hair, palette()));
    }
}
