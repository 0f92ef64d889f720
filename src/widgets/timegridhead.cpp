// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridhead.h"

#include "hatch.h"
#include "icons.h"
#include "owndirection.h"
#include "stylesheet.h"
#include "zones.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int padding = 6;
constexpr int dayPadding = 8;
constexpr int bandAir = 6;

} // namespace

TimeGridHead::TimeGridHead(const TimeGridContent &content, const TimeGridLayout &layout, const TimeGridGeometry &geometry, const QFont &font,
                           const QPalette &palette)
    : m_content(content), m_layout(layout), m_geometry(geometry), m_font(font), m_palette(palette), m_today(wallClock(content.now, content.zone.zone).date())
{
}

int TimeGridHead::height() const
{
    return m_geometry.headHeight() + m_layout.bandRows * m_geometry.bandRow() + bandAir + 1;
}

QRect TimeGridHead::dayRect(int day) const
{
    const QRect column = m_geometry.column(day);
    return QRect(column.left(), 0, column.width(), m_geometry.headHeight());
}

void TimeGridHead::paintGround(QPainter &painter, int width) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(0, 0, width, height(), color(ColorRole::Window));
    paintZones(painter);
    painter.setFont(themeFont(TextSize::Tiny, false, m_font));
    painter.setPen(color(ColorRole::Text2));
    const QRect word(0, bandTop(), m_geometry.gutter() - padding, height() - bandTop());
    painter.drawText(m_geometry.mirrored(word), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, tr("All day"));
    for (int day = 0; day < m_geometry.days(); ++day) {
        const QRect column = m_geometry.column(day);
        painter.fillRect(m_geometry.isMirrored() ? column.right() : column.left(), 0, 1, height(), color(ColorRole::Line));
    }
    paintColleagues(painter);
    painter.fillRect(0, bandTop() - 1, width, 1, color(ColorRole::Line));
    painter.fillRect(0, height() - 1, width, 1, color(ColorRole::Line2));
}

/// Whose column is whose, where each has one.
void TimeGridHead::paintColleagues(QPainter &painter) const
{
    const QFont font = themeFont(TextSize::Body, false, m_font);
    for (int colleague = 0; m_geometry.hasColleagueColumns() && colleague < m_content.colleagues.size(); ++colleague) {
        const QRect column = m_geometry.colleagueColumn(0, colleague);
        painter.fillRect(m_geometry.isMirrored() ? column.right() : column.left(), 0, 1, height(), color(ColorRole::Line));
        const QRect place(column.left() + dayPadding, 0, column.width() - dayPadding - 4, m_geometry.headHeight() - 1);
        painter.setFont(font);
        painter.setPen(color(ColorRole::Text2));
        drawInOwnDirection(painter, place, QFontMetrics(font).elidedText(m_content.colleagues[colleague].name, Qt::ElideRight, place.width()));
    }
}

void TimeGridHead::paintZones(QPainter &painter) const
{
    const int secondWidth = m_geometry.gutter() - m_geometry.ownGutter();
    const int height = m_geometry.headHeight();
    paintZone(painter, m_geometry.mirrored(QRect(secondWidth, 0, m_geometry.ownGutter() - padding, height)), m_geometry.ownZone(), true);
    if (!m_geometry.secondZone().city.isEmpty())
        paintZone(painter, m_geometry.mirrored(QRect(2, 0, secondWidth - padding - 2, height)), m_geometry.secondZone(), false);
}

void TimeGridHead::paintZone(QPainter &painter, const QRect &place, const ZoneLabel &label, bool own) const
{
    const QFont strong = themeFont(TextSize::Tiny, own, m_font);
    const QFont plain = themeFont(TextSize::Tiny, false, m_font);
    const int line = QFontMetrics(plain).height();
    const QRect first(place.left(), place.top() + (place.height() - 1 - 2 * line) / 2, place.width(), line);
    painter.setFont(strong);
    painter.setPen(color(own ? ColorRole::Text2 : ColorRole::Text3));
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine,
                     QFontMetrics(strong).elidedText(label.city, Qt::ElideRight, place.width()));
    painter.setFont(plain);
    painter.setPen(color(own ? ColorRole::Text2 : ColorRole::Text3));
    painter.drawText(first.translated(0, line), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine,
                     QFontMetrics(plain).elidedText(label.difference, Qt::ElideRight, place.width()));
}

/// "Today", "Fri" or "F"; nothing where there is no room.
QString TimeGridHead::nameThatFits(QDate date, const QFontMetrics &metrics, int room) const
{
    QStringList names{m_content.locale.standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat),
                      m_content.locale.standaloneDayName(date.dayOfWeek(), QLocale::NarrowFormat)};
    if (date == m_today)
        names.prepend(tr("Today"));
    for (const QString &name : std::as_const(names)) {
        if (metrics.horizontalAdvance(name) <= room)
            return name;
    }
    return {};
}

/// "Mon 16".
void TimeGridHead::paintDay(QPainter &painter, int day, const DayLook &look) const
{
    const QDate date = m_layout.axes[day].date();
    const bool isToday = date == m_today;
    const QRect place = dayRect(day);
    if (look.selected || look.hovered)
        painter.fillRect(place.adjusted(1, 0, 0, -1), color(look.selected ? ColorRole::AccentSoft : ColorRole::Hover));
    const QString number = m_content.locale.toString(date.day());
    const QFont nameFont = themeFont(TextSize::Body, isToday, m_font);
    const QFont numberFont = themeFont(TextSize::Card, true, m_font);
    const int numberWidth = QFontMetrics(numberFont).horizontalAdvance(number) + (isToday ? 16 : 0);
    const QRect line = place.adjusted(dayPadding, 0, -4, -1);
    const int nameRoom = line.width() - numberWidth - 9;
    const QString name = nameThatFits(date, QFontMetrics(nameFont), nameRoom);
    const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(name) + 1;
    const auto placed = [&line, &painter](int from, int width) {
        return QStyle::visualRect(painter.layoutDirection(), line, QRect(line.left() + from, line.top(), width, line.height()));
    };
    int from = 0;
    if (!name.isEmpty()) {
        painter.setFont(nameFont);
        painter.setPen(color(isToday ? ColorRole::AccentText : ColorRole::Text2));
        painter.drawText(placed(0, nameWidth), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, name);
        from = nameWidth + 8;
    }
    painter.setFont(numberFont);
    const QRect digits = placed(from, numberWidth + 1);
    if (isToday) {
        paintTodayPill(painter, digits, number);
    } else {
        painter.setPen(color(date < m_today ? ColorRole::Text2 : ColorRole::Text));
        painter.drawText(digits, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextDontClip, number);
    }
    if (!look.current)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(look.focused ? ColorRole::Focus : ColorRole::AccentSoftEdge), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(place).adjusted(3, 3, -2, -4), 4, 4);
}

void TimeGridHead::paintTodayPill(QPainter &painter, const QRect &place, const QString &number) const
{
    const int height = painter.fontMetrics().height();
    const QRect pill(place.left(), place.top() + (place.height() - height) / 2, place.width(), height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent));
    painter.drawRoundedRect(pill, 5, 5);
    painter.setPen(color(ColorRole::OnAccent));
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, number);
}

void TimeGridHead::paintNote(QPainter &painter, const GridNote &note) const
{
    const QRect place = note.place.translated(0, bandTop());
    const QFont tiny = themeFont(TextSize::Tiny, false, m_font);
    const QFontMetrics metrics(tiny);
    const BadgeColors colors = badgeColors(note.tone);
    painter.setRenderHint(QPainter::Antialiasing);
    if (note.isBusy) {
        paintHatch(painter, QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), m_palette);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(colors.ground));
        painter.drawRoundedRect(place, 4, 4);
    }
    const int size = std::min(grownHeight(12, m_font), place.height());
    const QColor ink = color(note.isBusy ? ColorRole::Text2 : colors.text);
    QRect rest = place.adjusted(dayPadding, 0, -4, 0);
    if (!note.icon.isEmpty() && rest.width() >= size) {
        const QRect icon = QStyle::visualRect(painter.layoutDirection(), place, QRect(rest.left(), place.top() + (place.height() - size) / 2, size, size));
        painter.drawPixmap(icon.topLeft(), tintedPixmap(note.icon, size, ink, painter.device()->devicePixelRatioF()));
        rest.setLeft(rest.left() + size + 4);
    }
    if (place.height() < metrics.ascent() || rest.width() < metrics.averageCharWidth())
        return;
    const QString shown = metrics.elidedText(note.text, Qt::ElideRight, rest.width());
    QRect words = rest;
    words.setWidth(std::min(rest.width(), metrics.horizontalAdvance(shown) + 1));
    words = QStyle::visualRect(painter.layoutDirection(), place, words);
    if (note.isBusy)
        painter.fillRect(words.adjusted(-3, 2, 3, -2), color(ColorRole::Window));
    painter.setFont(tiny);
    painter.setPen(ink);
    drawInOwnDirection(painter, words, shown);
}
