// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekoverview.h"

#include "format.h"
#include "hatch.h"
#include "owndirection.h"
#include "theme.h"
#include "timespans.h"
#include "zones.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;
constexpr int columnGap = 6;

/// "5 h 15": short enough to stand below a column.
QString shortLength(std::chrono::minutes length)
{
    const auto hours = length.count() / 60;
    const auto rest = length.count() % 60;
    const QString words = WeekOverview::tr("%1 h", "hours, short").arg(hours);
    return rest == 0 ? words : words + QLatin1Char(' ') + QString::number(rest);
}

std::chrono::minutes minutesOf(const QList<TimeRange> &ranges)
{
    return std::chrono::duration_cast<std::chrono::minutes>(lengthOf(ranges));
}

}

WeekOverview::WeekOverview(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
}

void WeekOverview::present(const Week &week)
{
    m_week = week;
    m_firstHour = 8;
    m_lastHour = 19;
    for (const QList<TimeRange> &ranges : {week.load.available, week.meetings}) {
        for (const TimeRange &range : ranges) {
            const QDateTime begin = wallClock(range.begin, week.zone);
            const QDateTime end = wallClock(range.end, week.zone);
            m_firstHour = std::min(m_firstHour, begin.time().hour());
            const bool overMidnight = end.date() > begin.date();
            m_lastHour = overMidnight ? 24 : std::max(m_lastHour, end.time().hour() + (end.time().minute() > 0 ? 1 : 0));
        }
    }
    setAccessibleName(name());
    setAccessibleDescription(sentence());
    update();
}

QString WeekOverview::name() const
{
    const QDate sunday = m_week.monday.addDays(daysOfWeek - 1);
    const QDate today = wallClock(m_week.now, m_week.zone).date();
    const QString days = dateRangeText(m_week.monday, sunday);
    return today >= m_week.monday && today <= sunday ? tr("This week, %1").arg(days) : tr("Week, %1").arg(days);
}

QString WeekOverview::sentence() const
{
    QStringList days;
    for (int day = 0; day < daysOfWeek; ++day) {
        const QString name = QLocale().standaloneDayName(day + 1);
        days.append(tr("%1: %2 free, %3 in meetings, %4 busy elsewhere")
                        .arg(name, durationText(minutesOf(ofDay(m_week.load.free, day))), durationText(minutesOf(ofDay(m_week.load.scheduled, day))),
                             durationText(minutesOf(ofDay(m_week.load.busy, day)))));
    }
    return days.join(QLatin1String("; "));
}

QSize WeekOverview::minimumSizeHint() const
{
    return {gutter() + daysOfWeek * (fontMetrics().averageCharWidth() * 6 + columnGap), headHeight() + footHeight() + 120};
}

int WeekOverview::headHeight() const
{
    return fontMetrics().height() + 8;
}

int WeekOverview::footHeight() const
{
    return fontMetrics().height() + 10;
}

int WeekOverview::gutter() const
{
    return fontMetrics().horizontalAdvance(tr("Free")) + 8;
}

QRect WeekOverview::column(int day) const
{
    const double width = (this->width() - gutter()) / double(daysOfWeek);
    const int left = gutter() + static_cast<int>(day * width);
    return {left, headHeight(), static_cast<int>(width) - columnGap, height() - headHeight() - footHeight()};
}

QRect WeekOverview::placed(const QRect &rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

QList<TimeRange> WeekOverview::ofDay(const QList<TimeRange> &ranges, int day) const
{
    const QDate date = m_week.monday.addDays(day);
    return intersected(ranges, {{startOfDayUtc(date, m_week.zone), startOfDayUtc(date.addDays(1), m_week.zone)}});
}

double WeekOverview::y(const QDateTime &instant, int day, const QRect &column) const
{
    const QDateTime clock = wallClock(instant, m_week.zone);
    const QDate date = m_week.monday.addDays(day);
    const double minutes = clock.date() > date ? 24 * 60 : clock.date() < date ? 0 : clock.time().hour() * 60 + clock.time().minute();
    const double part = (minutes - m_firstHour * 60) / ((m_lastHour - m_firstHour) * 60);
    return column.top() + std::clamp(part, 0.0, 1.0) * column.height();
}

QRectF WeekOverview::span(const TimeRange &range, int day, const QRect &column) const
{
    const double top = y(range.begin, day, column);
    return {column.left() + 0.5, top + 0.5, column.width() - 1.0, std::max(y(range.end, day, column) - top - 1, 1.0)};
}

void WeekOverview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    paintHours(painter);
    for (int day = 0; day < daysOfWeek; ++day)
        paintDay(painter, day);
    painter.setFont(themeFont(TextSize::Small, false, font()));
    painter.setPen(themeColor(ColorRole::Text2, palette()));
    painter.drawText(placed(QRect(0, height() - footHeight(), gutter(), footHeight())), Qt::AlignVCenter | Qt::AlignLeading, tr("Free"));
}

void WeekOverview::paintHours(QPainter &painter) const
{
    painter.setFont(themeFont(TextSize::Tiny, false, font()));
    const QRect first = column(0);
    for (int hour = (m_firstHour / 3 + 1) * 3; hour < m_lastHour; hour += 3) {
        const int at = first.top() + first.height() * (hour - m_firstHour) / (m_lastHour - m_firstHour);
        painter.setPen(themeColor(ColorRole::Hair, palette()));
        const QRect line = placed(QRect(gutter() - 8, at, width() - gutter() + 8, 1));
        painter.drawLine(line.left(), at, line.right() + 1, at);
        painter.setPen(themeColor(ColorRole::Text3, palette()));
        painter.drawText(placed(QRect(0, at - 10, gutter() - 12, 20)), Qt::AlignVCenter | Qt::AlignLeading, QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
    }
}

void WeekOverview::paintDay(QPainter &painter, int day) const
{
    const QRect rect = placed(column(day));
    const auto words = [this, day](int top, int height) {
        const QRect below = column(day);
        return placed(QRect(below.left(), top, below.width() + columnGap, height));
    };
    const QDate date = m_week.monday.addDays(day);
    const QDate today = wallClock(m_week.now, m_week.zone).date();
    const bool isToday = date == today;

    const QString head = isToday ? tr("Today") : QLocale().standaloneDayName(day + 1, QLocale::ShortFormat) + QLatin1Char(' ') + QLocale().toString(date.day());
    painter.setFont(themeFont(TextSize::Small, isToday, font()));
    painter.setPen(themeColor(isToday ? ColorRole::AccentText : ColorRole::Text2, palette()));
    painter.drawText(words(0, headHeight()), Qt::AlignVCenter | Qt::AlignLeading, inOwnDirection(head, layoutDirection()));

    painter.fillRect(rect, themeColor(ColorRole::Window, palette()));
    for (const TimeRange &range : ofDay(m_week.load.available, day)) {
        painter.setPen(themeColor(ColorRole::Accent, palette()));
        painter.setBrush(themeColor(ColorRole::AccentSoft, palette()));
        painter.drawRoundedRect(span(range, day, rect), 3, 3);
    }
    for (const TimeRange &range : ofDay(m_week.busy, day))
        paintHatch(painter, span(range, day, rect), palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::Accent, palette()));
    for (const TimeRange &range : ofDay(m_week.meetings, day))
        painter.drawRoundedRect(span(range, day, rect), 2, 2);
    if (isToday) {
        const int at = static_cast<int>(y(m_week.now, day, rect));
        painter.fillRect(rect.left() - 4, at - 1, rect.width() + 8, 2, themeColor(ColorRole::Brass, palette()));
    }
    painter.setFont(themeFont(TextSize::Small, false, font()));
    painter.setPen(themeColor(ColorRole::Text, palette()));
    painter.drawText(words(height() - footHeight(), footHeight()), Qt::AlignVCenter | Qt::AlignLeading,
                     inOwnDirection(shortLength(minutesOf(ofDay(m_week.load.free, day))), layoutDirection()));
}
