// SPDX-License-Identifier: GPL-3.0-or-later
#include "textlines.h"

#include <QPainter>
#include <QTextOption>
#include <QtMath>

namespace {

constexpr int uncut = -1;

} // namespace

QFont struck(QFont font)
{
    font.setStrikeOut(true);
    return font;
}

TextLines::TextLines(const QList<QFont> &fonts, Qt::LayoutDirection side, Qt::LayoutDirection reading)
    : m_side(side), m_reading(reading)
{
    for (QFont font : fonts) {
        const bool struck = font.strikeOut();
        font.setStrikeOut(false); // Qt puts the line beside a text that was prepared elsewhere
        m_faces.append({font, QFontMetrics(font), struck});
    }
}

int TextLines::width(const QString &text, int face)
{
    return whole(text, face).width;
}

int TextLines::paint(QPainter &painter, const QRect &area, const QString &text, int face, const QColor &ink)
{
    const auto &[font, metrics, struck] = m_faces[face];
    if (text.isEmpty() || area.width() < metrics.averageCharWidth())
        return 0;
    const Line &line = fitting(text, area.width(), face);
    const int left = m_side == Qt::RightToLeft ? area.right() + 1 - line.width : area.left();
    // Letters of another font may be higher than this one's.
    const int top = area.top() + qFloor((area.height() - line.shown.size().height()) / 2);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawStaticText(left, top, line.shown);
    if (struck)
        painter.fillRect(left, top + metrics.ascent() - metrics.strikeOutPos(), line.width, 1, ink);
    return line.width;
}

const TextLines::Line &TextLines::whole(const QString &text, int face)
{
    const Key key(text, {face, uncut});
    const auto found = m_lines.constFind(key);
    return found != m_lines.cend() ? *found : keep(key, lineOf(text, face));
}

const TextLines::Line &TextLines::fitting(const QString &text, int width, int face)
{
    const Line &all = whole(text, face);
    if (all.width <= width)
        return all;
    const Key key(text, {face, width});
    const auto found = m_lines.constFind(key);
    if (found != m_lines.cend())
        return *found;
    const QString shown = m_faces[face].metrics.elidedText(text, Qt::ElideRight, width);
    // Dots alone say nothing.
    return keep(key, shown.size() < 2 ? Line() : lineOf(shown, face));
}

TextLines::Line TextLines::lineOf(const QString &text, int face) const
{
    QTextOption option;
    option.setTextDirection(m_reading);
    option.setWrapMode(QTextOption::NoWrap);
    Line line;
    line.shown.setTextFormat(Qt::PlainText);
    line.shown.setTextOption(option);
    line.shown.setText(text);
    line.shown.prepare({}, m_faces[face].font);
    line.width = qRound(line.shown.size().width()); // metrics would lay it out once more
    return line;
}

const TextLines::Line &TextLines::keep(const Key &key, const Line &line)
{
    constexpr qsizetype mostLines = 5000;
    if (m_lines.size() >= mostLines)
        m_lines.clear();
    return *m_lines.insert(key, line);
}
