// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgridpainter.h"

#include "avatar.h"
#include "calendarentry.h"
#include "icons.h"
#include "monthlayout.h"
#include "statusicon.h"
#include "stylesheet.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr double radius = 3;
constexpr int stripeWidth = 4;
constexpr int runWidth = 2; ///< of the bar beside meetings that follow each other without a gap
constexpr int runGap = 1;
constexpr int textLeft = 8;
constexpr int textRight = 4;
constexpr int timeGap = 5;
constexpr int dayPadding = 8;
constexpr int pillPadding = 6;
constexpr int leastLetters = 5;

using Status = StatusWords::Status;

} // namespace

MonthGridPainter::MonthGridPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction)
    : m_palette(palette), m_direction(direction), m_growth(textGrowth(font)),
      m_lines({themeFont(TextSize::Small, true, font), themeFont(TextSize::Small, false, font), struck(themeFont(TextSize::Small, false, font)),
               themeFont(TextSize::Tiny, false, font), themeFont(TextSize::Body, true, font), themeFont(TextSize::Small, true, font)},
              direction, direction)
{
}

QRect MonthGridPainter::mirrored(const QRect &place, const QRect &rect) const
{
    return QStyle::visualRect(m_direction, place, rect);
}

const MonthGridPainter::Colors &MonthGridPainter::colorsOf(const CalendarEntry &entry)
{
    const QString key = entry.color + QLatin1Char(entry.past ? '-' : '+');
    auto found = m_colors.find(key);
    if (found == m_colors.end()) {
        const BlockColors block = blockColors(entry.color, entry.past, m_palette);
        found = m_colors.insert(key, {block, stripeColors(entry.color, block.ground, isDark(m_palette))});
    }
    return *found;
}

void MonthGridPainter::paintText(QPainter &painter, const QRect &place, const QString &text, Face face, ColorRole ink)
{
    m_lines.paint(painter, place, text, face, color(ink));
}

void MonthGridPainter::paintRing(QPainter &painter, const QRectF &place, const MonthLook &look) const
{
    painter.setPen(QPen(color(look.current && look.focused ? ColorRole::Focus : ColorRole::AccentSoftEdge), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place, radius + 1, radius + 1);
}

void MonthGridPainter::paintHead(QPainter &painter, const QRect &place, const QString &weekday, bool isToday)
{
    painter.fillRect(mirrored(place, QRect(place.left(), place.top(), 1, place.height())), color(ColorRole::Line));
    paintText(painter, place.adjusted(dayPadding, 0, -dayPadding / 2, -1), weekday, isToday ? Word : Plain,
              isToday ? ColorRole::AccentText : ColorRole::Text2);
}

void MonthGridPainter::paintWeekNumber(QPainter &painter, const QRect &place, int number, bool hovered) const
{
    painter.fillRect(place, color(hovered ? ColorRole::Hover : ColorRole::Window));
    painter.fillRect(place.left(), place.top(), place.width(), 1, color(ColorRole::Line));
    const QRect line(place.left(), place.top() + 1, place.width(), metrics(Number).height() + dayPadding);
    painter.setFont(m_lines.font(Tiny));
    painter.setPen(color(ColorRole::Text3));
    painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, QString::number(number));
}

void MonthGridPainter::paintDay(QPainter &painter, const QRect &place, const QRect &number, const MonthDay &day, bool isToday, const QLocale &locale,
                                const MonthLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const ColorRole ground = look.selected ? ColorRole::AccentSoft : day.inMonth ? ColorRole::Surface : ColorRole::Window;
    painter.fillRect(place, color(look.hovered && !look.selected ? ColorRole::Hover : ground));
    painter.fillRect(place.left(), place.top(), place.width(), 1, color(ColorRole::Line));
    painter.fillRect(mirrored(place, QRect(place.left(), place.top(), 1, place.height())), color(ColorRole::Line));
    painter.setRenderHint(QPainter::Antialiasing);

    const QString digits = locale.toString(day.date.day());
    QRect line = number.adjusted(dayPadding, 1, -dayPadding / 2, 0);
    const auto placed = [this, &number](const QRect &rect) { return mirrored(number, rect); };
    if (isToday) {
        const int pillWidth = m_lines.width(digits, Number) + 2 * pillPadding;
        const int pillHeight = metrics(Number).height() + 2;
        const QString word = tr("Today");
        const int wordWidth = m_lines.width(word, Word);
        if (wordWidth + timeGap + pillWidth <= line.width()) {
            paintText(painter, placed(line), word, Word, ColorRole::AccentText);
            line.setLeft(line.left() + wordWidth + timeGap + 2);
        } else {
            line.setLeft(line.left() - dayPadding / 2);
        }
        const QRect pill = placed(QRect(line.left(), line.top() + (line.height() - pillHeight) / 2, pillWidth, pillHeight));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Accent));
        painter.drawRoundedRect(pill, 5, 5);
        painter.setFont(m_lines.font(Number));
        painter.setPen(color(ColorRole::OnAccent));
        painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, digits);
    } else {
        // The first of a month is told with the month.
        const QString text = day.date.day() == 1 ? plainDateText(day.date, day.date, locale) : digits;
        paintText(painter, placed(line), text, day.inMonth ? Number : Plain, day.inMonth ? ColorRole::Text : ColorRole::Text3);
    }
    if (look.current)
        paintRing(painter, QRectF(place).adjusted(2, 2, -1, -1), look);
}

void MonthGridPainter::paintMeeting(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, place, part, entry, look);
    if (entry.status.inRow && part.days == 1)
        painter.fillRect(mirrored(place, QRect(place.left() - runGap - runWidth, place.top(), runWidth, place.height())), color(ColorRole::Brass));
    if (look.current || look.selected)
        paintRing(painter, QRectF(place).adjusted(0, 0, 0, 0), look);
    paintWords(painter, place, paintSigns(painter, place, part, entry, look), part, entry);
}

void MonthGridPainter::paintShape(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look)
{
    const Colors &colors = colorsOf(entry);
    const QColor strong = colors.stripe.outline.isValid() ? colors.stripe.outline : colors.stripe.fill;
    const QRectF shape = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    if (entry.canceled) {
        QPen dashes(entry.past ? color(ColorRole::Text2) : strong, 1);
        dashes.setDashPattern({3, 2});
        painter.setPen(dashes);
        painter.setBrush(color(ColorRole::Surface));
        painter.drawRoundedRect(shape, radius, radius);
        return;
    }
    painter.setPen(QPen(look.hovered ? strong : colors.block.edge, 1));
    painter.setBrush(colors.block.ground);
    painter.drawRoundedRect(shape, radius, radius);
    if (part.begins) {
        // A running meeting's edge covers two pixels of it.
        const int width = stripeWidth + (entry.running ? 2 : 0);
        painter.save();
        painter.setClipRect(mirrored(place, QRect(place.left(), place.top(), width, place.height())), Qt::IntersectClip);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.stripe.fill);
        painter.drawRoundedRect(place, radius, radius);
        painter.restore();
        if (colors.stripe.outline.isValid())
            painter.fillRect(mirrored(place, QRect(place.left() + width - 1, place.top() + 1, 1, place.height() - 2)), colors.stripe.outline);
    }
    if (entry.running) {
        painter.setPen(QPen(color(ColorRole::Brass), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
}

/// Signs at both ends: what goes on from or to another day, and what the meeting's state is. Returns what is left.
QRect MonthGridPainter::paintSigns(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look) const
{
    QRect rest = place.adjusted(part.begins ? textLeft : 2, 0, -textRight, 0);
    const int size = std::min(qRound(12 * m_growth), place.height() - 4);
    const QColor quiet = color(ColorRole::Text2);
    const auto fits = [&rest, size, this] { return rest.width() >= size + 3 + 2 * metrics(Strong).averageCharWidth(); };
    const auto sign = [&](const QString &name, const QRect &at, const QColor &ink) {
        painter.drawPixmap(at.topLeft(), tintedPixmap(name, size, ink, painter.device()->devicePixelRatioF()));
    };
    const bool toTheRight = m_direction == Qt::LeftToRight;
    const QString back = toTheRight ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    const QString forth = toTheRight ? QStringLiteral("chevron-right") : QStringLiteral("chevron-left");
    const int top = place.top() + (place.height() - size) / 2;
    if (!part.begins && fits()) {
        sign(back, mirrored(place, QRect(rest.left(), top, size, size)), quiet);
        rest.setLeft(rest.left() + size + 2);
    }
    const auto atTheEnd = [&] {
        rest.setWidth(rest.width() - size - 2);
        return mirrored(place, QRect(rest.right() + 3, top, size, size));
    };
    if (!part.ends && fits())
        sign(forth, atTheEnd(), quiet);
    if (look.selected && fits())
        sign(QStringLiteral("done"), atTheEnd(), color(ColorRole::AccentText));
    if (entry.account.isSaid() && fits())
        paintAccount(painter, atTheEnd(), entry.account, m_lines.font(Tiny), m_palette);
    const Status status = entry.status.status;
    const bool plain = status == Status::Confirmed || status == Status::Ended || status == Status::Overlaps;
    if (!plain && fits())
        paintStatusIcon(painter, atTheEnd(), status, status == Status::Running ? color(ColorRole::BrassText) : quiet);
    if (entry.status.moved && status != Status::Moved && fits())
        paintStatusIcon(painter, atTheEnd(), Status::Moved, quiet);
    if (entry.status.overlapping && fits())
        paintStatusIcon(painter, atTheEnd(), Status::Overlaps, entry.past ? quiet : color(ColorRole::BrassText));
    return rest;
}

/// "13:00 Kenji Watanabe +2"; the time gives way where too little of the name could be read.
void MonthGridPainter::paintWords(QPainter &painter, const QRect &place, const QRect &room, const MonthPart &part, const CalendarEntry &entry)
{
    const bool dim = entry.past || entry.canceled;
    const Face face = entry.canceled ? StruckPlain : dim ? Plain : Strong;
    QRect rest = room;
    const int begins = m_lines.width(entry.startText, Tiny) + 1;
    if (part.begins && rest.width() >= begins + timeGap + leastLetters * metrics(face).averageCharWidth()) {
        paintText(painter, mirrored(place, QRect(rest.left(), rest.top(), begins, rest.height())), entry.startText, Tiny, ColorRole::Text2);
        rest.setLeft(rest.left() + begins + timeGap);
    }
    paintText(painter, mirrored(place, rest), entry.title, face, dim ? ColorRole::Text2 : ColorRole::Text);
    if (part.days == 1)
        return;
    // Bars have room for what it is, too.
    rest.setLeft(rest.left() + m_lines.width(entry.title, face) + timeGap);
    if (m_lines.width(entry.detail, Tiny) <= rest.width())
        paintText(painter, mirrored(place, rest), entry.detail, Tiny, ColorRole::Text2);
}

void MonthGridPainter::paintMore(QPainter &painter, const QRect &place, const QString &text, const MonthLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::AccentSoft));
        painter.drawRoundedRect(place, radius, radius);
    }
    paintText(painter, place.adjusted(5, 0, -2, 0), text, Tiny, ColorRole::AccentText);
    if (look.current)
        paintRing(painter, place, look);
}
