// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridgeometry.h"

#include "format.h"
#include "stylesheet.h"
#include "theme.h"

#include <QFontMetrics>

#include <algorithm>

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr double leastOfHour = 0.25; // of an hour's height at zoom 1: a quarter of an hour

/// The widest that the locale writes an hour.
int widestTime(const QFont &font, const QLocale &locale)
{
    const QFontMetrics metrics(font);
    int widest = 0;
    for (const int hour : {0, 9, 10, 12, 20, 22}) {
        const QDateTime time(QDate(2026, 1, 1), QTime(hour, 0), Qt::UTC);
        widest = std::max(widest, metrics.horizontalAdvance(timeText(time, QTimeZone::utc(), locale)));
    }
    return widest;
}

} // namespace

TimeGridGeometry::TimeGridGeometry(const Setting &setting) : m_setting(setting)
{
    const QFont tiny = themeFont(TextSize::Tiny, true, setting.font);
    const double growth = textGrowth(setting.font);
    const QFontMetrics metrics(tiny);
    const int time = widestTime(tiny, setting.locale);
    const auto labelWidth = [&metrics, growth](const ZoneLabel &label) {
        const int wanted = std::max(metrics.horizontalAdvance(label.city), metrics.horizontalAdvance(label.difference)) + 10;
        return std::min(wanted, qRound(96 * growth));
    };
    m_ownGutter = std::max({qRound(54 * growth), time + 16, labelWidth(setting.ownZone)});
    m_gutter = m_ownGutter;
    // The other zone's hours have a drawing before them.
    if (!setting.secondZone.city.isEmpty())
        m_gutter += std::max({qRound(64 * growth), time + qRound(12 * growth) + 14, labelWidth(setting.secondZone)});
    m_hourHeight = 52 * growth * setting.zoom;
    m_stripHeight = grownHeight(24, setting.font);
    m_headHeight = std::max(44, 2 * QFontMetrics(tiny).height() + 12);
    m_bandRow = QFontMetrics(themeFont(TextSize::Small, false, setting.font)).height() + 7;
}

int TimeGridGeometry::height() const
{
    return qRound(y(minutesOfDay));
}

double TimeGridGeometry::y(double minute) const
{
    const FoldedHours &folded = m_setting.folded;
    const double perMinute = m_hourHeight / 60;
    const double top = folded.before > 0 ? m_stripHeight : 0;
    if (minute < folded.before)
        return top * minute / folded.before;
    const double day = top + (std::min<double>(minute, folded.after) - folded.before) * perMinute;
    if (minute <= folded.after || folded.after == minutesOfDay)
        return day;
    return day + m_stripHeight * (minute - folded.after) / (minutesOfDay - folded.after);
}

double TimeGridGeometry::minuteAt(double y) const
{
    const FoldedHours &folded = m_setting.folded;
    const double top = folded.before > 0 ? m_stripHeight : 0;
    if (y < top)
        return std::max(0.0, folded.before * y / top);
    const double minute = folded.before + (y - top) / m_hourHeight * 60;
    if (minute <= folded.after || folded.after == minutesOfDay)
        return std::min<double>(minute, minutesOfDay);
    const double below = y - this->y(folded.after);
    return std::min<double>(folded.after + (minutesOfDay - folded.after) * below / m_stripHeight, minutesOfDay);
}

double TimeGridGeometry::leastMinutes() const
{
    const double growth = textGrowth(m_setting.font);
    return 52 * growth * leastOfHour / m_hourHeight * 60;
}

QRect TimeGridGeometry::column(int day) const
{
    const double width = double(std::max(0, m_setting.width - m_gutter)) / m_setting.days;
    const int left = m_gutter + qRound(day * width);
    return mirrored(QRect(left, 0, m_gutter + qRound((day + 1) * width) - left, height()));
}

QRect TimeGridGeometry::blockColumn(int day) const
{
    return hasColleagueColumns() ? part(wholeBlockColumn(day), 0, m_setting.colleagues + 1) : wholeBlockColumn(day);
}

QRect TimeGridGeometry::colleagueColumn(int day, int colleague) const
{
    const QRect whole = wholeBlockColumn(day);
    return hasColleagueColumns() ? part(whole, colleague + 1, m_setting.colleagues + 1) : part(part(whole, 1, 2), colleague, m_setting.colleagues);
}

/// Counted from the side where lines begin.
QRect TimeGridGeometry::part(const QRect &whole, int number, int parts) const
{
    const int from = whole.width() * number / parts;
    const int to = whole.width() * (number + 1) / parts;
    return QRect(m_setting.mirrored ? whole.right() + 1 - to : whole.left() + from, whole.top(), to - from, whole.height());
}

QRect TimeGridGeometry::wholeBlockColumn(int day) const
{
    constexpr int edge = 3;
    const int end = day == m_setting.days - 1 ? edge + m_setting.scrollBar : edge;
    return m_setting.mirrored ? column(day).adjusted(end, 0, -edge, 0) : column(day).adjusted(edge, 0, -end, 0);
}

QRect TimeGridGeometry::gutterRect() const
{
    return mirrored(QRect(0, 0, m_gutter, height()));
}

int TimeGridGeometry::dayAt(int x) const
{
    for (int day = 0; day < m_setting.days; ++day) {
        const QRect place = column(day);
        if (x >= place.left() && x <= place.right())
            return day;
    }
    return -1;
}

QRect TimeGridGeometry::mirrored(const QRect &rect) const
{
    if (!m_setting.mirrored)
        return rect;
    return QRect(m_setting.width - rect.left() - rect.width(), rect.top(), rect.width(), rect.height());
}
