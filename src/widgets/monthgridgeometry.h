// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QSize>

/// Where a month's weeks, days and lines are, counted from the top of the first week, below the names of the weekdays.
/// Mirrored where text runs from right to left.
class MonthGridGeometry
{
public:
    static constexpr int daysOfWeek = 7;

    MonthGridGeometry() = default;
    /// `view` is the size of the whole grid. Weeks share its height as long as three lines of each can be seen.
    MonthGridGeometry(const QSize &view, const QFont &font, int weeks, bool mirrored);

    int headHeight() const { return m_headHeight; }
    int gutter() const { return m_gutter; } ///< for the numbers of the weeks
    int height() const { return m_height; } ///< of all weeks
    int rows() const { return m_rows; } ///< lines of a day below its number
    bool isMirrored() const { return m_mirrored; }

    QRect head(int column) const; ///< its top is 0
    QRect weekNumber(int week) const;
    QRect day(int day) const; ///< days are counted from the first one shown
    QRect number(int day) const; ///< the line with the day's number
    QRect line(int day, int days, int row) const; ///< over several days of one week
    int dayAt(const QPoint &position) const; ///< -1 beside them
    int weekAt(const QPoint &position) const; ///< for positions in the gutter; -1 elsewhere

private:
    int columnEdge(int column) const; ///< from left to right
    int weekTop(int week) const;
    QRect mirrored(const QRect &rect) const;

    int m_width = 0;
    int m_height = 0;
    int m_headHeight = 0;
    int m_gutter = 0;
    int m_weeks = 0;
    int m_rows = 1;
    int m_numberHeight = 0;
    int m_lineHeight = 1;
    bool m_mirrored = false;
};
