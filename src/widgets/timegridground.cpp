// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridground.h"

#include "hatch.h"
#include "icons.h"
#include "owndirection.h"
#include "stylesheet.h"
#include "zones.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int hourMinutes = 60;
constexpr int gutterPadding = 6;

} // namespace

TimeGridGround::TimeGridGround(const TimeGridContent &content, const TimeGridLayout &layout, const TimeGridGeometry &geometry,
                               const QFont &font, const QPalette &palette)
    : m_content(content), m_layout(layout), m_geometry(geometry), m_palette(palette), m_tiny(themeFont(TextSize::Tiny, false, font)),
      m_tinyStrong(themeFont(TextSize::Tiny, true, font)), m_base(font), m_today(layout.dayOf(wallClock(content.now, content.zone.zone).date()))
{
    if (m_today >= 0)
        m_nowY = qRound(geometry.y(layout.axes[m_today].minuteOf(content.now)));
}

void TimeGridGround::paint(QPainter &painter, const QRect &visible) const
{
    painter.fillRect(visible, color(ColorRole::Window));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const GridStretch &stretch : m_layout.stretches) {
        if (stretch.kind == GridStretch::Kind::Open)
            painter.fillRect(m_geometry.column(stretch.day).intersected(QRect(0, stretch.place.top() - 1, QWIDGETSIZE_MAX, stretch.place.height() + 2)),
                             color(ColorRole::Surface));
    }
    paintLines(painter, visible);
    for (const GridStretch &stretch : m_layout.stretches) {
        if (stretch.place.intersects(visible))
            paintStretch(painter, stretch, visible);
    }
    for (const GridStrip &strip : m_layout.strips)
        paintStrip(painter, strip);
    paintNow(painter);
    paintRuns(painter);
}

void TimeGridGround::paintLines(QPainter &painter, const QRect &visible) const
{
    const QRect gutter = m_geometry.gutterRect();
    const int left = m_geometry.isMirrored() ? 0 : gutter.right() + 1;
    const int width = visible.width() - gutter.width();
    for (int minute = m_geometry.folded().before; minute <= m_geometry.folded().after; minute += hourMinutes / 2) {
        const int y = qRound(m_geometry.y(minute));
        if (y >= visible.top() && y <= visible.bottom())
            painter.fillRect(left, y, width, 1, color(minute % hourMinutes == 0 ? ColorRole::Line : ColorRole::Hair));
    }
    for (int day = 0; day < m_geometry.days(); ++day) {
        const QRect column = m_geometry.column(day);
        painter.fillRect(m_geometry.isMirrored() ? column.right() : column.left(), visible.top(), 1, visible.height(), color(ColorRole::Line));
    }
    for (int colleague = 0; m_geometry.hasColleagueColumns() && colleague < m_content.colleagues.size(); ++colleague) {
        const QRect column = m_geometry.colleagueColumn(0, colleague);
        painter.fillRect(m_geometry.isMirrored() ? column.right() : column.left(), visible.top(), 1, visible.height(), color(ColorRole::Line));
    }
}

QString TimeGridGround::wordOf(const GridStretch &stretch) const
{
    const QString hours = hoursText(qRound(stretch.span.from), qRound(stretch.span.to), m_content.locale);
    switch (stretch.kind) {
    case GridStretch::Kind::Busy:
        return tr("Busy");
    case GridStretch::Kind::Unknown:
        return tr("Busy times not known");
    case GridStretch::Kind::Skipped:
        return tr("No %1 today", "hours that the clock skips").arg(hours);
    case GridStretch::Kind::ColleagueBusy:
        return m_content.colleagues[stretch.colleague].name;
    case GridStretch::Kind::ColleagueMeeting: // a column of their own has their name above it
        return m_geometry.hasColleagueColumns() ? stretch.name : tr("%1: %2").arg(m_content.colleagues[stretch.colleague].name, stretch.name);
    case GridStretch::Kind::ColleagueUnknown: {
        const ColleagueTime &colleague = m_content.colleagues[stretch.colleague];
        return colleague.refused ? tr("%1, not shown to you").arg(colleague.name) : tr("%1, not known").arg(colleague.name);
    }
    case GridStretch::Kind::Open:
        break;
    }
    return {};
}

void TimeGridGround::paintStretch(QPainter &painter, const GridStretch &stretch, const QRect &visible) const
{
    switch (stretch.kind) {
    case GridStretch::Kind::Busy:
    case GridStretch::Kind::ColleagueBusy:
    case GridStretch::Kind::ColleagueMeeting:
        painter.setRenderHint(QPainter::Antialiasing);
        paintHatch(painter, QRectF(stretch.place).adjusted(-0.5, -0.5, 0.5, 0.5), m_palette,
                   stretch.kind == GridStretch::Kind::Busy ? HatchOf::OtherCalendars : HatchOf::Colleague);
        break;
    case GridStretch::Kind::Unknown:
    case GridStretch::Kind::ColleagueUnknown:
        paintUnknown(painter, stretch.place);
        break;
    case GridStretch::Kind::Open:
    case GridStretch::Kind::Skipped:
        return;
    }
    paintWord(painter, wordOf(stretch), stretch.place, visible, ColorRole::Window);
}

void TimeGridGround::paintSkipped(QPainter &painter, const QRect &visible) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const GridStretch &stretch : m_layout.stretches) {
        if (stretch.kind != GridStretch::Kind::Skipped || !stretch.place.intersects(visible))
            continue;
        painter.fillRect(stretch.place.adjusted(-2, 0, 3, 0), color(ColorRole::Nav));
        paintWord(painter, wordOf(stretch), stretch.place, visible, ColorRole::Nav);
    }
}

/// Dots inside dashes: neither free nor busy.
void TimeGridGround::paintUnknown(QPainter &painter, const QRect &place) const
{
    constexpr int tile = 6;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(place, color(ColorRole::Sunken));
    QList<QPoint> dots;
    for (int y = place.top() + tile / 2; y < place.bottom(); y += tile) {
        for (int x = place.left() + tile / 2; x < place.right(); x += tile)
            dots.append(QPoint(x, y));
    }
    painter.setPen(QPen(color(ColorRole::Line2), 1));
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
    painter.setPen(QPen(color(ColorRole::Line2), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

/// At the beginning of the stretch, or as far down as it takes to be seen.
void TimeGridGround::paintWord(QPainter &painter, const QString &word, const QRect &place, const QRect &visible, ColorRole ground) const
{
    const QFontMetrics metrics(m_tiny);
    const int height = metrics.height() + 2;
    if (place.height() < metrics.ascent())
        return;
    const int top = std::max(place.top() + std::min(3, (place.height() - height) / 2),
                             std::min(visible.top() + 3, place.bottom() - height - 3));
    const int width = std::min(metrics.horizontalAdvance(word) + 8, place.width() - 6);
    const int left = m_geometry.isMirrored() ? place.right() - 5 - width : place.left() + 5;
    const QRect words(left, top, width, height);
    painter.fillRect(words.adjusted(0, 0, 0, -1), color(ground));
    painter.setFont(m_tiny);
    painter.setPen(color(ColorRole::Text2));
    painter.drawText(words.adjusted(4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(word, Qt::ElideRight, width - 4));
}

/// A line in today's column only, under the meetings: one through their words would look like a canceled meeting.
void TimeGridGround::paintNow(QPainter &painter) const
{
    if (m_today < 0)
        return;
    const QRect column = m_geometry.column(m_today);
    painter.fillRect(column.left() - 1, m_nowY - 1, column.width() + 1, 2, color(ColorRole::Brass));
}

void TimeGridGround::paintRuns(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const GridRun &run : m_layout.runs) {
        painter.fillRect(run.bar, color(ColorRole::Brass));
        if (!run.badge.isEmpty())
            Badge::paint(painter, run.badge, QString(), runText(run.count), BadgeTone::Brass, m_base, m_palette);
    }
    if (m_today < 0)
        return;
    const QRect column = m_geometry.column(m_today);
    const int edge = m_geometry.isMirrored() ? column.right() + 2 : column.left() - 2;
    const int tip = edge + (m_geometry.isMirrored() ? -6 : 6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Brass));
    painter.drawPolygon(QPolygonF({QPointF(edge, m_nowY - 6), QPointF(tip, m_nowY), QPointF(edge, m_nowY + 6)}));
}

void TimeGridGround::paintStrip(QPainter &painter, const GridStrip &strip) const
{
    const QFontMetrics metrics(m_tiny);
    const int size = grownHeight(12, m_base);
    const QRect place = strip.place.adjusted(1, 2, -1, -1);
    const int width = std::min(metrics.horizontalAdvance(strip.text) + size + 20, place.width());
    QRect label(place.left(), place.top(), width, place.height());
    if (m_geometry.isMirrored())
        label.moveRight(place.right());
    painter.fillRect(label, color(ColorRole::Window));
    const QRect icon = QStyle::visualRect(painter.layoutDirection(), label, QRect(label.left() + 6, label.top() + (label.height() - size) / 2, size, size));
    const QString drawing = strip.isFolded ? readingIcon(QStringLiteral("chevron-right"), painter.layoutDirection()) : QStringLiteral("chevron-down");
    painter.drawPixmap(icon.topLeft(), tintedPixmap(drawing, size, color(ColorRole::Text3), painter.device()->devicePixelRatioF()));
    const QRect text = QStyle::visualRect(painter.layoutDirection(), label, label.adjusted(size + 10, 0, -4, 0));
    painter.setFont(m_tiny);
    painter.setPen(color(ColorRole::Text3));
    drawInOwnDirection(painter, text, metrics.elidedText(strip.text, Qt::ElideRight, text.width()));
}

QRect TimeGridGround::nowPill() const
{
    if (m_today < 0)
        return {};
    const QFontMetrics metrics(m_tinyStrong);
    const int height = metrics.height() + 4;
    const int width = metrics.horizontalAdvance(timeText(m_content.now, m_content.zone.zone, m_content.locale)) + 16;
    return m_geometry.mirrored(QRect(m_geometry.gutter() - 4 - width, m_nowY - height / 2, width, height));
}

void TimeGridGround::paintGutter(QPainter &painter, const QRect &visible) const
{
    const QRect pill = nowPill();
    for (const GutterHour &hour : m_layout.hours) {
        const bool folded = hour.minute < m_geometry.folded().before || hour.minute > m_geometry.folded().after;
        if (!folded && hour.minute > 0)
            paintHour(painter, hour, pill);
    }
    if (pill.isEmpty() || !pill.intersects(visible))
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::BrassSoft));
    painter.drawRoundedRect(pill, 4, 4);
    painter.setFont(m_tinyStrong);
    painter.setPen(color(ColorRole::BrassText));
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, timeText(m_content.now, m_content.zone.zone, m_content.locale));
    painter.fillRect(m_geometry.mirrored(QRect(m_geometry.gutter() - 4, m_nowY - 1, 4, 2)), color(ColorRole::Brass));
}

void TimeGridGround::paintHour(QPainter &painter, const GutterHour &hour, const QRect &pill) const
{
    const QFontMetrics metrics(m_tiny);
    const int height = metrics.height();
    const int top = qRound(m_geometry.y(hour.minute)) - height / 2;
    const int secondWidth = m_geometry.gutter() - m_geometry.ownGutter();
    const QRect own = m_geometry.mirrored(QRect(secondWidth, top, m_geometry.ownGutter() - gutterPadding, height));
    painter.setFont(m_tiny);
    painter.setPen(color(ColorRole::Text2));
    if (!own.intersects(pill))
        painter.drawText(own, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine | Qt::TextDontClip, hour.own);
    if (hour.second.isEmpty())
        return;
    const QRect second(0, top, secondWidth - gutterPadding, height);
    painter.setPen(color(ColorRole::Text3));
    painter.drawText(m_geometry.mirrored(second), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine | Qt::TextDontClip, hour.second);
    if (hour.secondPart == DayPart::Day)
        return;
    const int size = grownHeight(12, m_base);
    const QRect icon(second.right() - metrics.horizontalAdvance(hour.second) - size - 2, top + (height - size) / 2, size, size);
    painter.drawPixmap(m_geometry.mirrored(icon).topLeft(), tintedPixmap(QStringLiteral("late"), size, color(ColorRole::Text3), painter.device()->devicePixelRatioF()));
}
