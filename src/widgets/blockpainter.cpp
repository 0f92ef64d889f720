// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockpainter.h"

#include "agendatext.h"
#include "avatar.h"
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
constexpr int textRight = 4;
constexpr int rim = 2;
constexpr int leastLetters = 8;

using Status = StatusWords::Status;

/// What ends on another day reaches over the edge, so that its corner is not seen.
QRectF shapeOf(const QRect &place, const GridBlock &block)
{
    constexpr int beyond = 6;
    return QRectF(place).adjusted(0, block.begins ? 0 : -beyond, 0, block.ends ? 0 : beyond);
}

} // namespace

BlockPainter::BlockPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction)
    : m_palette(palette), m_direction(direction), m_growth(textGrowth(font)),
      m_lines({themeFont(TextSize::Small, true, font), struck(themeFont(TextSize::Small, true, font)), themeFont(TextSize::Tiny, false, font),
               themeFont(TextSize::Tiny, true, font)},
              direction, Qt::LayoutDirectionAuto) // names have a direction of their own
{
}

void BlockPainter::setClock(const QTimeZone &zone, const QLocale &locale)
{
    m_zone = zone;
    m_locale = locale;
}

BlockPainter::Widths BlockPainter::widths() const
{
    const int letter = metrics(Name).averageCharWidth();
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
    if (block.isStep || look.raised) {
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
    // Two fills cost a fraction of a stroke.
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.hovered ? strong : colors.block.edge);
    painter.drawRoundedRect(shape, radius, radius);
    painter.setBrush(colors.block.ground);
    painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
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

/// Returns how much of the width it took.
int BlockPainter::paintText(QPainter &painter, const QRect &area, const QString &text, Face face, ColorRole role)
{
    return m_lines.paint(painter, area, text, face, color(role));
}

/// Signs at the end of the line; returns what is left of it.
QRect BlockPainter::paintIcons(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry, const BlockLook &look) const
{
    const int size = std::min(qRound(14 * m_growth), line.height());
    QRect rest = line;
    const auto takePlace = [&rest, &line, &place, size, this] {
        rest.setWidth(rest.width() - size - 4);
        return mirrored(place, QRect(rest.right() + 3, line.top() + (line.height() - size) / 2, size, size));
    };
    const auto fits = [&rest, size] { return rest.width() >= size + 3; };
    if (look.selected && fits())
        painter.drawPixmap(takePlace().topLeft(), tintedPixmap(QStringLiteral("done"), size, color(ColorRole::AccentText), painter.device()->devicePixelRatioF()));
    if (entry.account.isSaid() && fits())
        paintAccount(painter, takePlace(), entry.account, m_lines.font(Name), m_palette);
    const Status status = entry.status.status;
    const bool plain = status == Status::Confirmed || status == Status::Ended || status == Status::Overlaps;
    if (!plain && fits())
        paintStatusIcon(painter, takePlace(), status, color(status == Status::Running ? ColorRole::BrassText : ColorRole::Text2));
    if (entry.status.moved && status != Status::Moved && fits())
        paintStatusIcon(painter, takePlace(), Status::Moved, color(ColorRole::Text2));
    if (entry.status.overlapping && fits())
        paintStatusIcon(painter, takePlace(), Status::Overlaps, color(entry.past ? ColorRole::Text2 : ColorRole::BrassText));
    return rest;
}

void BlockPainter::paintWords(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look)
{
    const QRect area = place.adjusted(textLeft, 0, -textRight, 0);
    if (area.width() <= 0)
        return;
    const bool isTiny = place.height() < qRound(22 * m_growth);
    const Face face = entry.canceled ? Struck : isTiny ? TinyName : Name;
    const ColorRole ink = entry.past || entry.canceled ? ColorRole::Text2 : ColorRole::Text;
    const int lineHeight = metrics(face).height();
    const int middle = place.top() + (place.height() - lineHeight) / 2;
    if (isTiny || block.inBand || place.height() < qRound(34 * m_growth)) {
        const QRect line(area.left(), middle, area.width(), lineHeight);
        const QRect icons = isTiny ? QRect(line.left(), place.top() + 1, line.width(), place.height() - 2) : line;
        const QRect rest = paintIcons(painter, place, icons, entry, look);
        const QRect name(rest.left(), line.top(), rest.width(), lineHeight);
        const int used = paintText(painter, mirrored(place, name), entry.title, face, ink);
        const QString second = isTiny || block.pass > 0 ? entry.startText : entry.detail;
        const QRect left = name.adjusted(used + 4, 0, 0, 0);
        const QFontMetrics &small = metrics(Small);
        if (used > 0 && (left.width() >= leastLetters * small.averageCharWidth() || small.horizontalAdvance(second) <= left.width()))
            paintText(painter, mirrored(place, left), second, Small, ColorRole::Text2);
        return;
    }
    paintLines(painter, place, block, entry, look);
}

/// Two to four lines; in a narrow block its signs take the second one, and the name has the first for itself.
void BlockPainter::paintLines(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look)
{
    const QRect area = place.adjusted(textLeft, 0, -textRight, 0);
    const Face face = entry.canceled ? Struck : Name;
    const QRect line(area.left(), place.top() + 3, area.width(), metrics(face).height());
    QRect below(area.left(), line.bottom() + 1, area.width(), metrics(Small).height() + 1);
    const bool narrow = area.width() < 8 * metrics(face).averageCharWidth();
    const auto fits = [&below, &place, &block] { return below.bottom() <= place.top() + std::min(place.height(), block.clearHeight); };
    const QRect rest = paintIcons(painter, place, narrow && fits() ? below : line, entry, look);
    const QRect name(line.left(), line.top(), narrow && fits() ? line.width() : rest.width(), line.height());
    paintText(painter, mirrored(place, name), entry.title, face, entry.past || entry.canceled ? ColorRole::Text2 : ColorRole::Text);
    if (!fits())
        return;
    QString second = entry.detail;
    if (block.pass > 0) {
        second = entry.times;
        if (metrics(Small).horizontalAdvance(second) > below.width())
            second = entry.startText;
    }
    const int signs = narrow ? area.width() - rest.width() : 0;
    paintText(painter, mirrored(place, below.adjusted(0, 0, -signs, 0)), second, Small, ColorRole::Text2);
    below.translate(0, below.height());
    if (!fits() || place.height() <= qRound(60 * m_growth))
        return;
    paintThird(painter, place, below, entry);
    below.translate(0, below.height());
    if (fits())
        paintTheirClock(painter, place, below, entry);
}

/// A sign at the beginning of a line that has room for words beside it; returns what is left of the line.
QRect BlockPainter::paintSign(QPainter &painter, const QRect &place, const QRect &line, const QString &icon, ColorRole role) const
{
    const int size = qRound(13 * m_growth);
    if (icon.isEmpty() || line.width() <= 3 * size)
        return line;
    const QRect sign = mirrored(place, QRect(line.left(), line.top() + (line.height() - size) / 2, size, size));
    painter.drawPixmap(sign.topLeft(), tintedPixmap(icon, size, color(role), painter.device()->devicePixelRatioF()));
    return line.adjusted(size + 5, 0, 0, 0);
}

/// As in the agenda: dawn or moon at an unkind hour, unless the meeting will not be.
void BlockPainter::paintTheirClock(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry)
{
    AgendaSetting setting;
    setting.zone = m_zone;
    setting.locale = m_locale;
    const TheirTime theirs = theirTime(entry.summary, setting);
    if (theirs.time.isEmpty())
        return;
    const bool kind = theirs.part == DayPart::Day || entry.canceled;
    const QString icon = kind ? QStringLiteral("globe") : theirs.part == DayPart::Late ? QStringLiteral("late") : QStringLiteral("early");
    const QRect rest = paintSign(painter, place, line, icon, kind || entry.past ? ColorRole::Text2 : ColorRole::BrassText);
    paintText(painter, mirrored(place, rest), theirClockText(theirs), Small, ColorRole::Text2);
}

/// Where and when; the name of the place only where all of it fits.
void BlockPainter::paintThird(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry)
{
    const QRect rest = paintSign(painter, place, line, entry.placeIcon, ColorRole::Text2);
    QString text = entry.times;
    const QString more = entry.place.isEmpty() ? text : text + QStringLiteral(", ") + entry.place;
    if (metrics(Small).horizontalAdvance(more) <= rest.width())
        text = more;
    paintText(painter, mirrored(place, rest), text, Small, ColorRole::Text2);
}
