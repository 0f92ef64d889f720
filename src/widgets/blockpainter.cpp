// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockpainter.h"

#include "calendarentry.h"
#include "icons.h"
#include "statusicon.h"
#include "stylesheet.h"
#include "timegridlayout.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr double radius = 4;
constexpr int stripeWidth = 4;
constexpr int textLeft = 9;
constexpr int textRight = 6;
constexpr int rim = 2;
constexpr int leastLetters = 8;

using Status = StatusWords::Status;

/// What ends on another day reaches over the edge, so that its corner is not seen.
QRectF shapeOf(const QRect &place, const GridBlock &block)
{
    constexpr int beyond = 6;
    return QRectF(place).adjusted(0, block.begins ? 0 : -beyond, 0, block.ends ? 0 : beyond);
}

QFont struck(QFont font)
{
    font.setStrikeOut(true);
    return font;
}

} // namespace

BlockPainter::BlockPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction)
    : m_palette(palette), m_direction(direction), m_growth(textGrowth(font)),
      m_name(themeFont(TextSize::Small, true, font)), m_struck(struck(m_name)), m_second(themeFont(TextSize::Tiny, false, font)),
      m_tinyName(themeFont(TextSize::Tiny, true, font)), m_tiny(themeFont(TextSize::Tiny, false, font)),
      m_nameMetrics(m_name), m_secondMetrics(m_second), m_tinyNameMetrics(m_tinyName), m_tinyMetrics(m_tiny)
{
}

BlockPainter::Widths BlockPainter::widths() const
{
    const int letter = m_nameMetrics.averageCharWidth();
    return {.least = textLeft + textRight + 4 * letter, .enough = textLeft + textRight + 15 * letter};
}

const BlockPainter::Colors &BlockPainter::colorsOf(const CalendarEntry &entry)
{
    const QString key = entry.color + QLatin1Char(entry.past ? '-' : '+');
    auto found = m_colors.find(key);
    if (found == m_colors.end()) {
        const BlockColors block = blockColors(entry.color, entry.past, m_palette);
        found = m_colors.insert(key, {block, stripeColors(entry.color, block.ground, isDark(m_palette))});
    }
    return *found;
}

QRect BlockPainter::mirrored(const QRect &place, const QRect &rect) const
{
    return QStyle::visualRect(m_direction, place, rect);
}

void BlockPainter::paint(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (block.isStep || look.current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Surface));
        painter.drawRoundedRect(place.adjusted(-rim, -rim, rim, rim), radius + rim, radius + rim);
    }
    const bool open = !block.begins || !block.ends;
    if (open) {
        painter.save();
        painter.setClipRect(place, Qt::IntersectClip);
    }
    paintShape(painter, place, block, entry, look);
    if (open)
        painter.restore();
    paintRing(painter, place, look);
    paintWords(painter, place, block, entry, look);
}

void BlockPainter::paintShape(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look)
{
    const Colors &colors = colorsOf(entry);
    const QRectF shape = shapeOf(place, block);
    const QColor strong = colors.stripe.outline.isValid() ? colors.stripe.outline : colors.stripe.fill;
    if (entry.canceled) {
        QPen dashes(entry.past ? color(ColorRole::Text2) : strong, 1);
        dashes.setDashPattern({3, 2});
        painter.setPen(dashes);
        painter.setBrush(color(ColorRole::Surface));
        painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        return;
    }
    painter.setPen(QPen(look.hovered ? strong : colors.block.edge, 1));
    painter.setBrush(colors.block.ground);
    painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    paintStripe(painter, shape.toAlignedRect(), entry, colors);
    if (entry.running) {
        painter.setPen(QPen(color(ColorRole::Brass), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
}

void BlockPainter::paintStripe(QPainter &painter, const QRect &place, const CalendarEntry &entry, const Colors &colors) const
{
    // The edge of a running meeting covers two pixels of it.
    const int width = std::min(stripeWidth + (entry.running ? 2 : 0), place.width());
    const QRect stripe = mirrored(place, QRect(place.left(), place.top(), width, place.height()));
    const QRegion before = painter.clipRegion();
    const bool clipped = painter.hasClipping();
    painter.setClipRect(stripe, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.stripe.fill);
    painter.drawRoundedRect(place, radius, radius);
    if (colors.stripe.outline.isValid()) {
        painter.setPen(colors.stripe.outline);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
        const QRect inner = mirrored(place, QRect(place.left() + width - 1, place.top(), 1, place.height()));
        painter.fillRect(inner, colors.stripe.outline);
    }
    if (clipped)
        painter.setClipRegion(before);
    else
        painter.setClipping(false);
}

void BlockPainter::paintRing(QPainter &painter, const QRect &place, const BlockLook &look) const
{
    if (!look.current && !look.selected)
        return;
    painter.setPen(QPen(color(look.current && look.focused ? ColorRole::Focus : ColorRole::AccentSoftEdge), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
}

int BlockPainter::paintText(QPainter &painter, const QRect &area, const QString &text, const QFont &font, const QFontMetrics &metrics,
                            const QColor &color) const
{
    if (area.width() < metrics.averageCharWidth() || text.isEmpty())
        return 0;
    const int whole = metrics.horizontalAdvance(text);
    const QString shown = whole <= area.width() ? text : metrics.elidedText(text, Qt::ElideRight, area.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextDontClip, shown);
    return std::min(whole, area.width());
}

/// Signs at the end of the line; returns what is left of it.
QRect BlockPainter::paintIcons(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry, const BlockLook &look) const
{
    const int size = std::min(qRound(14 * m_growth), line.height());
    QRect rest = line;
    const auto takePlace = [&rest, &line, &place, size, this] {
        rest.setWidth(rest.width() - size - 3);
        return mirrored(place, QRect(rest.right() + 4, line.top() + (line.height() - size) / 2, size, size));
    };
    const auto fits = [&rest, size] { return rest.width() >= size + 3; };
    if (look.selected && fits())
        painter.drawPixmap(takePlace().topLeft(), tintedPixmap(QStringLiteral("done"), size, color(ColorRole::AccentText), painter.device()->devicePixelRatioF()));
    const Status status = entry.status.status;
    const bool plain = status == Status::Confirmed || status == Status::Ended || status == Status::Overlaps;
    if (!plain && fits())
        paintStatusIcon(painter, takePlace(), status, color(status == Status::Running ? ColorRole::BrassText : ColorRole::Text2));
    if (entry.overlapping && fits())
        paintStatusIcon(painter, takePlace(), Status::Overlaps, color(entry.past ? ColorRole::Text2 : ColorRole::BrassText));
    return rest;
}

void BlockPainter::paintWords(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look)
{
    const int height = place.height();
    const bool isTiny = height < qRound(22 * m_growth);
    const int clear = std::min(height, block.clearHeight);
    const bool isSingle = height < qRound(34 * m_growth) || block.inBand;
    const QRect area = place.adjusted(textLeft, 0, -textRight, 0);
    if (area.width() <= 0)
        return;
    const QFont &nameFont = entry.canceled ? m_struck : isTiny ? m_tinyName : m_name;
    const QFontMetrics &nameMetrics = isTiny && !entry.canceled ? m_tinyNameMetrics : m_nameMetrics;
    const int lineHeight = nameMetrics.height();
    const QRect line(area.left(), isTiny || isSingle ? place.top() + (height - lineHeight) / 2 : place.top() + 3, area.width(), lineHeight);
    const QRect iconLine = isTiny ? QRect(line.left(), place.top() + 1, line.width(), height - 2) : line;
    const QRect rest = paintIcons(painter, place, iconLine, entry, look);
    const QRect nameLine(rest.left(), line.top(), rest.width(), lineHeight);
    const QColor ink = color(entry.past || entry.canceled ? ColorRole::Text2 : ColorRole::Text);
    const QColor quiet = color(ColorRole::Text2);
    const int used = paintText(painter, mirrored(place, nameLine), entry.title, nameFont, nameMetrics, ink);
    if (isTiny || isSingle) {
        const QString second = isTiny || block.pass > 0 ? passText(entry.startText, block.pass) : entry.detail;
        const QRect left = nameLine.adjusted(used + 4, 0, 0, 0);
        if (m_secondMetrics.horizontalAdvance(second) <= left.width() || left.width() >= leastLetters * m_secondMetrics.averageCharWidth())
            paintText(painter, mirrored(place, left), second, m_second, m_secondMetrics, quiet);
        return;
    }
    const int secondHeight = m_secondMetrics.height() + 1;
    QRect below(area.left(), line.bottom() + 1, area.width(), secondHeight);
    const auto fits = [&below, &place, clear] { return below.bottom() <= place.top() + clear; };
    if (fits())
        paintText(painter, mirrored(place, below), block.pass > 0 ? passText(entry.times, block.pass) : entry.detail, m_second, m_secondMetrics, quiet);
    below.translate(0, secondHeight);
    if (fits() && height > qRound(60 * m_growth))
        paintThird(painter, place, below, block, entry);
}

/// Where and when; the name of the place only where all of it fits.
void BlockPainter::paintThird(QPainter &painter, const QRect &place, const QRect &line, const GridBlock &block, const CalendarEntry &entry) const
{
    const int size = qRound(13 * m_growth);
    QRect rest = line;
    if (!entry.placeIcon.isEmpty() && rest.width() > 3 * size) {
        const QRect icon = mirrored(place, QRect(line.left(), line.top() + (line.height() - size) / 2, size, size));
        painter.drawPixmap(icon.topLeft(), tintedPixmap(entry.placeIcon, size, color(ColorRole::Text2), painter.device()->devicePixelRatioF()));
        rest.setLeft(rest.left() + size + 5);
    }
    QString text = passText(entry.times, block.pass);
    const QString more = entry.place.isEmpty() ? text : text + QStringLiteral(", ") + entry.place;
    if (m_secondMetrics.horizontalAdvance(more) <= rest.width())
        text = more;
    paintText(painter, mirrored(place, rest), text, m_second, m_secondMetrics, color(ColorRole::Text2));
}
