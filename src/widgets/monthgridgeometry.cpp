// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgridgeometry.h"

#include "stylesheet.h"
#include "theme.h"

#include <QFontMetrics>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int headHeightOfDesign = 26;
constexpr int gutterAir = 14;
constexpr int numberAir = 6;
constexpr int lineAir = 3; // in a line, above and below its words together
constexpr int lineGap = 1;
constexpr int bottomAir = 3;
constexpr int sideAir = 3; // from a line to the edges of its days
constexpr int leastRows = 2;

} // namespace

MonthGridGeometry::MonthGridGeometry(const QSize &view, const QFont &font, int weeks, bool mirrored)
    : m_width(view.width()), m_headHeight(grownHeight(headHeightOfDesign, font)), m_weeks(weeks), m_mirrored(mirrored)
{
    const QFontMetrics words(themeFont(TextSize::Small, true, font));
    const QFontMetrics tiny(themeFont(TextSize::Tiny, false, font));
    m_gutter = tiny.horizontalAdvance(QStringLiteral("00")) + gutterAir;
    m_numberHeight = QFontMetrics(themeFont(TextSize::Body, true, font)).height() + numberAir;
    m_lineHeight = words.height() + lineAir + lineGap;
    const int least = m_numberHeight + leastRows * m_lineHeight + bottomAir;
    const int room = view.height() - m_headHeight;
    m_height = std::max(room, least * weeks);
    m_rows = weeks == 0 ? 1 : std::max(1, (m_height / weeks - m_numberHeight - bottomAir) / m_lineHeight);
}

int MonthGridGeometry::columnEdge(int column) const
{
    return m_gutter + (m_width - m_gutter) * column / daysOfWeek;
}

int MonthGridGeometry::weekTop(int week) const
{
    return m_weeks == 0 ? 0 : m_height * week / m_weeks;
}

QRect MonthGridGeometry::mirrored(const QRect &rect) const
{
    return m_mirrored ? QStyle::visualRect(Qt::RightToLeft, QRect(0, 0, m_width, m_height), rect) : rect;
}

QRect MonthGridGeometry::head(int column) const
{
    return mirrored(QRect(columnEdge(column), 0, columnEdge(column + 1) - columnEdge(column), m_headHeight));
}

QRect MonthGridGeometry::weekNumber(int week) const
{
    return mirrored(QRect(0, weekTop(week), m_gutter, weekTop(week + 1) - weekTop(week)));
}

QRect MonthGridGeometry::day(int day) const
{
    const int column = day % daysOfWeek;
    const int week = day / daysOfWeek;
    return mirrored(QRect(columnEdge(column), weekTop(week), columnEdge(column + 1) - columnEdge(column), weekTop(week + 1) - weekTop(week)));
}

QRect MonthGridGeometry::number(int day) const
{
    const QRect whole = this->day(day);
    return QRect(whole.left(), whole.top(), whole.width(), m_numberHeight);
}

QRect MonthGridGeometry::line(int day, int days, int row) const
{
    const int column = day % daysOfWeek;
    const int top = weekTop(day / daysOfWeek) + m_numberHeight + row * m_lineHeight;
    const int left = columnEdge(column) + sideAir;
    // The edge between two days belongs to the later one.
    return mirrored(QRect(left, top, columnEdge(column + days) - left - sideAir + 1, m_lineHeight - lineGap));
}

int MonthGridGeometry::dayAt(const QPoint &position) const
{
    for (int day = 0; day < m_weeks * daysOfWeek; ++day) {
        if (this->day(day).contains(position))
            return day;
    }
    return -1;
}

int MonthGridGeometry::weekAt(const QPoint &position) const
{
    for (int week = 0; week < m_weeks; ++week) {
        if (weekNumber(week).contains(position))
            return week;
    }
    return -1;
}
