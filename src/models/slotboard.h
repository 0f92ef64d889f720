// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QTimeZone>

#include <chrono>

/// How open times are to be laid out.
struct SlotSetting
{
    QDateTime now;
    int days = 31; ///< from today on
    QTimeZone zone = QTimeZone::utc(); ///< whose clock the rows and days are
    QTimeZone theirs = QTimeZone::utc(); ///< the recipient's
    std::chrono::minutes length{30};
    bool hidesUnkind = true; ///< leaves out what lies outside the recipient's day
};

/// Open times as a table: a column for each day, a row for each step of the own clock. An hour that the clock shows twice
/// has the times of both in one cell, so that none is lost.
class SlotBoard
{
public:
    SlotBoard() = default;
    SlotBoard(const QList<OpenTime> &times, const SlotSetting &setting);

    QDate firstDay() const { return m_first; }
    int days() const { return m_days; }
    int rows() const { return m_rows; }
    int stepMinutes() const { return m_step; }
    int minuteOf(int row) const { return m_firstMinute + row * m_step; } ///< of the day
    QDate dateOf(int day) const { return m_first.addDays(day); }
    /// The (first) instant of a cell.
    QDateTime instantAt(int day, int row) const;
    bool isInGap(int day, int row) const; ///< the clocks skip it

    const QList<OpenTime> &times() const { return m_times; } ///< those that are shown
    QList<OpenTime> at(int day, int row) const; ///< usually one or none
    int hidden() const { return static_cast<int>(m_hidden.size()); }
    bool isHidden(const QDateTime &start) const { return m_hidden.contains(start); } ///< open, and outside the recipient's day
    int countOf(int day) const;

private:
    QDate m_first;
    QTimeZone m_zone = QTimeZone::utc();
    int m_days = 0;
    int m_rows = 0;
    int m_step = 30;
    int m_firstMinute = 0;
    QList<OpenTime> m_times;
    QList<QDateTime> m_hidden;
    QHash<int, QList<qsizetype>> m_cells; ///< by day and row
};

/// A few times of the next days, spread over each day: what one offers without choosing.
QList<OpenTime> suggestedTimes(const SlotBoard &board);
