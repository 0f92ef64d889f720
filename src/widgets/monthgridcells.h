// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

struct MonthContent;
struct MonthLayout;

/// A place in a month where keys and screen readers can be.
struct MonthCell
{
    enum class What { Weekday, Day, Meeting, More };

    What what = What::Day;
    int day = 0; ///< in the layout; of a weekday the column
    qsizetype part = -1; ///< of a meeting, in the layout
    int row = 0; ///< of the table
    QString key;
};

/// What a month holds as a table: a column for each weekday with its name in the first row; below, for each week, a row
/// of days and then rows with what these hold from the top.
class MonthGridCells
{
public:
    MonthGridCells() = default;
    MonthGridCells(const MonthContent &content, const MonthLayout &layout);

    int rows() const { return m_rows; }
    int count() const { return static_cast<int>(m_cells.size()); }
    const MonthCell &operator[](int index) const { return m_cells[index]; }
    int at(int row, int column) const; ///< -1 where there is none
    int withKey(const QString &key) const { return m_byKey.value(key, -1); }
    QStringList keys() const;

    int ofDay(int day) const { return m_firstOfDay[day]; } ///< the day itself; what it holds follows
    int countOf(int day) const { return m_firstOfDay[day + 1] - m_firstOfDay[day]; } ///< the day itself counts
    int ofPart(int day, qsizetype part) const; ///< -1 where there is none
    int ofMore(int day) const; ///< -1 where there is none

private:
    void add(MonthCell cell);

    QList<MonthCell> m_cells; // weekdays, then day by day
    QList<int> m_firstOfDay; // one more for the end
    QList<int> m_rowOfWeek; // one more for the end
    QHash<QString, int> m_byKey;
    int m_rows = 0;
};
