// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyhints.h"

#include "keycap.h"
#include "stylesheet.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int rowHeight = 20;
constexpr int capGap = 7;
constexpr int hintGap = 14;

} // namespace

KeyHints::KeyHints(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyHints::present(const QList<Hint> &hints)
{
    m_hints = hints;
    QStringList spoken;
    for (const Hint &hint : hints)
        spoken.append(tr("%1: %2", "key, what it does").arg(hint.key, hint.words));
    setAccessibleName(spoken.join(QLatin1String(", ")));
    updateGeometry();
    update();
}

QFont KeyHints::wordsFont() const
{
    return themeFont(TextSize::Small, false, QApplication::font());
}

int KeyHints::widthOf(const Hint &hint) const
{
    return keyCapSize(hint.key, wordsFont()).width() + capGap + QFontMetrics(wordsFont()).horizontalAdvance(hint.words);
}

QSize KeyHints::sizeHint() const
{
    int width = 0;
    for (const Hint &hint : m_hints)
        width += widthOf(hint) + hintGap;
    return {width, grownHeight(rowHeight, QApplication::font())};
}

QSize KeyHints::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

/// What has no room is left out from the end, but never the last, which closes.
void KeyHints::paintEvent(QPaintEvent *)
{
    if (m_hints.isEmpty())
        return;
    QPainter painter(this);
    const QColor words = themeColor(ColorRole::Text2, palette());
    const QColor edge = themeColor(ColorRole::Line2, palette());
    const auto paint = [&](const Hint &hint, int x) {
        const int cap = keyCapSize(hint.key, wordsFont()).width();
        paintKeyCap(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, cap, height())), hint.key, wordsFont(), words, edge);
        painter.setFont(wordsFont());
        painter.setPen(words);
        const QRect place(x + cap + capGap, 0, widthOf(hint) - cap - capGap + 1, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, hint.words);
    };
    const int end = width() - widthOf(m_hints.last());
    paint(m_hints.last(), end);
    int x = 0;
    for (int number = 0; number < m_hints.size() - 1; ++number) {
        if (x + widthOf(m_hints.at(number)) + hintGap > end)
            return;
        paint(m_hints.at(number), x);
        x += widthOf(m_hints.at(number)) + hintGap;
    }
}
