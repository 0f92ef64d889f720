// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekbars.h"

#include "format.h"
#include "owndirection.h"
#include "theme.h"
#include "workload.h"
#include "zones.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;
constexpr int barHeight = 18;
constexpr int trackHeight = 12; ///< of the whole day behind the bars
constexpr int columnGap = 14;

QString clockText(QTime time)
{
    // The day's last moment stands for midnight at its end.
    if (time >= QTime(23, 59, 59))
        return QStringLiteral("24:00");
    return timeText(QDateTime(QDate(2000, 1, 1), time, Qt::UTC), QTimeZone::utc());
}

int hourAfter(QTime time)
{
    return time.minute() == 0 && time.second() == 0 ? time.hour() : time.hour() + 1;
}

}

QString intervalsText(const QList<DayInterval> &intervals)
{
    if (intervals.isEmpty())
        return QCoreApplication::translate("WeekBars", "Closed");
    QStringList words;
    for (const DayInterval &interval : intervals)
        words.append(clockText(interval.from) + QChar(0x2013) + clockText(interval.to));
    return words.join(QLatin1String(", "));
}

WeekBars::WeekBars(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Weekly hours"));
    setFocusPolicy(Qt::NoFocus);
}

void WeekBars::present(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now)
{
    m_schedule = schedule;
    const QDateTime clock = wallClock(now, zone);
    m_today = clock.date().dayOfWeek();
    m_nowTime = clock.time();
    m_firstHour = 6;
    m_lastHour = 22;
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday) {
        for (const DayInterval &interval : weekdayHours(schedule, weekday)) {
            m_firstHour = std::min(m_firstHour, interval.from.hour());
            m_lastHour = std::max(m_lastHour, hourAfter(interval.to));
        }
    }
    setAccessibleDescription(sentence());
    updateGeometry();
    update();
}

QString WeekBars::sentence() const
{
    QStringList days;
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday)
        days.append(QLocale().standaloneDayName(weekday) + QLatin1Char(' ') + intervalsText(weekdayHours(m_schedule, weekday)));
    return days.join(QLatin1String("; "));
}

int WeekBars::rowHeight() const
{
    return std::max(26, fontMetrics().height() + 8);
}

QSize WeekBars::sizeHint() const
{
    return {640, rowHeight() * (daysOfWeek + 1)};
}

QSize WeekBars::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 52, sizeHint().height()};
}

WeekBars::Columns WeekBars::columns() const
{
    int words = 0;
    int day = 0;
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday) {
        words = std::max(words, fontMetrics().horizontalAdvance(intervalsText(weekdayHours(m_schedule, weekday))));
        day = std::max(day, fontMetrics().horizontalAdvance(QLocale().standaloneDayName(weekday, QLocale::ShortFormat)));
    }
    const int length = QFontMetrics(themeFont(TextSize::Small, false, font())).horizontalAdvance(durationText(std::chrono::minutes(12 * 60 + 30)));
    words = std::min(words + 2, width() * 2 / 5); // rounding must not elide the widest
    Columns columns;
    columns.day = QRect(0, 0, day + columnGap + 8, height());
    columns.length = QRect(width() - length, 0, length, height());
    columns.words = QRect(columns.length.left() - columnGap - words, 0, words, height());
    columns.bars = QRect(columns.day.right(), 0, columns.words.left() - columnGap - columns.day.right(), height());
    return columns;
}

QRect WeekBars::placed(const QRect &rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

int WeekBars::x(const QRect &bars, QTime time) const
{
    const double minutes = time >= QTime(23, 59, 59) ? 24 * 60 : time.hour() * 60 + time.minute();
    const double part = (minutes - m_firstHour * 60) / ((m_lastHour - m_firstHour) * 60);
    return bars.left() + static_cast<int>(part * bars.width());
}

void WeekBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns all = columns();
    paintScale(painter, all);
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday)
        paintDay(painter, all, weekday, rowHeight() * weekday);
}

void WeekBars::paintScale(QPainter &painter, const Columns &all) const
{
    painter.setFont(themeFont(TextSize::Tiny, false, font()));
    const int labelWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("00")) + 6;
    for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
        const int at = hour == 24 ? all.bars.right() : x(all.bars, QTime(hour, 0));
        painter.setPen(themeColor(hour % 2 == 0 ? ColorRole::Line : ColorRole::Hair, palette()));
        const int shown = placed(QRect(at, 0, 0, height())).x(); // between two pixels, hence no width
        painter.drawLine(shown, rowHeight() - 2, shown, height());
        if (hour % 2 == 0) {
            painter.setPen(themeColor(ColorRole::Text3, palette()));
            painter.drawText(placed(QRect(at - labelWidth / 2, 0, labelWidth, rowHeight() - 4)), Qt::AlignCenter,
                             QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
        }
    }
}

void WeekBars::paintDay(QPainter &painter, const Columns &all, int weekday, int top) const
{
    const QList<DayInterval> hours = weekdayHours(m_schedule, weekday);
    const bool today = weekday == m_today;
    const int middle = top + rowHeight() / 2;
    const auto cell = [top, this](const QRect &column) { return placed(QRect(column.left(), top, column.width(), rowHeight())); };
    const auto outline = [middle, this](int from, int to, int high) {
        return QRectF(placed(QRect(from, middle - high / 2, to - from, high))).adjusted(0.5, 0.5, -0.5, -0.5); // on whole pixels
    };
    const QColor text = themeColor(hours.isEmpty() ? ColorRole::Text3 : ColorRole::Text, palette());

    painter.setFont(themeFont(TextSize::Body, today, font()));
    painter.setPen(today ? themeColor(ColorRole::AccentText, palette()) : text);
    painter.drawText(cell(all.day), Qt::AlignVCenter | Qt::AlignLeading, QLocale().standaloneDayName(weekday, QLocale::ShortFormat));

    painter.setPen(themeColor(ColorRole::Line, palette()));
    painter.setBrush(themeColor(ColorRole::Window, palette()));
    painter.drawRoundedRect(outline(all.bars.left(), all.bars.left() + all.bars.width(), trackHeight), 3, 3);
    for (const DayInterval &interval : hours) {
        painter.setPen(themeColor(ColorRole::Accent, palette()));
        painter.setBrush(themeColor(ColorRole::AccentSoft, palette()));
        painter.drawRoundedRect(outline(x(all.bars, interval.from), x(all.bars, interval.to), barHeight), 3, 3);
    }
    if (today && m_nowTime.hour() >= m_firstHour && m_nowTime.hour() < m_lastHour) {
        const int at = x(all.bars, m_nowTime);
        painter.fillRect(placed(QRect(at - 1, middle - rowHeight() / 2, 2, rowHeight())), themeColor(ColorRole::Brass, palette()));
    }
    painter.setFont(font());
    painter.setPen(text);
    painter.drawText(cell(all.words), Qt::AlignVCenter | Qt::AlignLeading,
                     inOwnDirection(fontMetrics().elidedText(intervalsText(hours), Qt::ElideRight, all.words.width()), layoutDirection()));
    if (!hours.isEmpty()) {
        painter.setFont(themeFont(TextSize::Small, false, font()));
        painter.setPen(themeColor(ColorRole::Text2, palette()));
        painter.drawText(cell(all.length), Qt::AlignVCenter | Qt::AlignTrailing, inOwnDirection(durationText(lengthOf(hours)), layoutDirection()));
    }
}
