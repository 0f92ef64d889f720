// SPDX-License-Identifier: GPL-3.0-or-later
// What a SlotGrid looks like.
#include "slotgridcontent.h"
#include "slotgridparts.h"

#include "format.h"
#include "hatch.h"
#include "theme.h"
#include "zones.h"

#include <QPainter>
#include <QScrollBar>

namespace {

constexpr int radius = 4;
constexpr int hourMinutes = 60;

} // namespace

void SlotGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), themeColor(ColorRole::Surface, palette()));
    if (board().rows() == 0)
        return;
    painter.setClipRect(bodyRect());
    const QRect visible = bodyRect();
    const Cell one = cellFor(visible.topLeft());
    const Cell other = cellFor(visible.bottomRight());
    for (int day = std::min(one.day, other.day); day <= std::max(one.day, other.day); ++day) {
        for (int row = one.row; row <= other.row; ++row)
            paintCell(painter, {day, row});
        const QRect column = headRect(day);
        const bool weekBegins = board().dateOf(day).dayOfWeek() == m_content->locale.firstDayOfWeek();
        painter.fillRect(isRightToLeft() ? column.right() : column.left(), visible.top(), 1, visible.height(),
                         themeColor(weekBegins ? ColorRole::Control : ColorRole::Line, palette()));
    }
    if (hasFocus() && m_current.isValid()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(themeColor(ColorRole::Focus, palette()), 2));
        painter.drawRoundedRect(QRectF(cellRect(m_current)).adjusted(2, 1.5, -1, -1), radius, radius);
    }
    painter.setClipping(false);
    paintHead(painter);
    paintGutter(painter);
}

void SlotGrid::paintCell(QPainter &painter, const Cell &cell) const
{
    const QRect rect = cellRect(cell);
    const QList<OpenTime> times = timesAt(cell);
    const bool wholeHour = board().minuteOf(cell.row) % hourMinutes == 0;
    if (times.isEmpty()) {
        const SlotLook look = lookOf(cell);
        if (look == SlotLook::Closed)
            painter.fillRect(rect, themeColor(ColorRole::Window, palette()));
        if (look == SlotLook::Busy)
            paintHatch(painter, QRectF(rect).adjusted(4, 0.5, -3, -0.5), palette());
    }
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, themeColor(wholeHour ? ColorRole::Line : ColorRole::Hair, palette()));
    if (times.isEmpty())
        return;
    const bool chosen = isChosen(cell);
    const QRectF block = QRectF(rect).adjusted(4.5, 2.5, -3.5, -1.5);
    painter.setPen(themeColor(chosen ? ColorRole::Accent : ColorRole::AccentSoftEdge, palette()));
    painter.setBrush(themeColor(chosen ? ColorRole::Accent : ColorRole::AccentSoft, palette()));
    painter.drawRoundedRect(block, radius, radius);
    painter.setFont(themeFont(TextSize::Body, chosen, font()));
    painter.setPen(themeColor(chosen ? ColorRole::OnAccent : ColorRole::AccentText, palette()));
    QString text = cellText(times.first());
    if (times.size() > 1)
        text = tr("%1, twice").arg(text); // the clocks go back
    // A check mark beside the colour, so that it is not the colour alone.
    painter.drawText(block, Qt::AlignCenter | Qt::TextSingleLine, chosen ? QChar(0x2713) + QStringLiteral(" ") + text : text);
}

void SlotGrid::paintHead(QPainter &painter) const
{
    painter.fillRect(0, 0, viewport()->width(), m_headHeight, themeColor(ColorRole::Sunken, palette()));
    const QRect body = bodyRect();
    painter.setClipRect(QRect(body.left(), 0, body.width(), m_headHeight));
    for (int day = 0; day < board().days(); ++day) {
        const QRect rect = headRect(day);
        if (!rect.intersects(body.adjusted(0, -m_headHeight, 0, 0)))
            continue;
        const QRect words = rect.adjusted(8, 4, -6, -4);
        const bool isToday = board().dateOf(day) == wallClock(m_content->now, m_content->zone).date();
        painter.setFont(themeFont(TextSize::Body, true, font()));
        painter.setPen(themeColor(isToday ? ColorRole::AccentText : ColorRole::Text, palette()));
        painter.drawText(words, Qt::AlignTop | Qt::AlignLeading | Qt::TextSingleLine, headText(day));
        painter.setFont(themeFont(TextSize::Small, false, font()));
        painter.setPen(themeColor(ColorRole::Text3, palette()));
        painter.drawText(words, Qt::AlignBottom | Qt::AlignLeading | Qt::TextSingleLine, headNote(day));
        painter.fillRect(isRightToLeft() ? rect.right() : rect.left(), 0, 1, m_headHeight, themeColor(ColorRole::Line, palette()));
    }
    painter.setClipping(false);
    painter.setFont(themeFont(TextSize::Small, false, font()));
    painter.setPen(themeColor(ColorRole::Text3, palette()));
    painter.drawText(mirrored({0, 4, m_gutter - 8, m_headHeight - 8}), Qt::AlignBottom | Qt::AlignTrailing | Qt::TextSingleLine, cornerText());
    painter.fillRect(0, m_headHeight - 1, viewport()->width(), 1, themeColor(ColorRole::Line2, palette()));
}

void SlotGrid::paintGutter(QPainter &painter) const
{
    const QRect gutter = mirrored({0, m_headHeight, m_gutter, viewport()->height() - m_headHeight});
    painter.fillRect(gutter, themeColor(ColorRole::Surface, palette()));
    painter.setClipRect(gutter);
    painter.setFont(themeFont(TextSize::Small, false, font()));
    painter.setPen(themeColor(ColorRole::Text3, palette()));
    for (int row = 0; row < board().rows(); ++row) {
        if (board().minuteOf(row) % hourMinutes != 0)
            continue;
        const QRect line(gutter.left(), cellRect({0, row}).top(), gutter.width() - 8, m_rowHeight);
        const QDateTime clock(QDate(2026, 1, 1), QTime(0, 0).addSecs(board().minuteOf(row) * 60), Qt::UTC);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, timeText(clock, QTimeZone::utc(), m_content->locale));
    }
    painter.setClipping(false);
}
