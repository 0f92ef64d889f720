// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

struct TimeGridContent;
struct TimeGridLayout;

/// What a time grid holds as a table: a column for each day, its head in the first row, its meetings below.
struct GridCell
{
    int day = 0;
    int row = 0; ///< 0 the head, then the meetings in order
    qsizetype block = -1; ///< in the layout; -1 for the head
    QString key;
};

class TimeGridCells
{
public:
    TimeGridCells() = default;
    TimeGridCells(const TimeGridContent &content, const TimeGridLayout &layout);

    int rows() const { return m_rows; }
    int count() const { return static_cast<int>(m_cells.size()); }
    const GridCell &operator[](int index) const { return m_cells[index]; }
    int at(int row, int day) const; ///< -1 where there is none
    int withKey(const QString &key) const { return m_byKey.value(key, -1); }
    int ofBlock(int day, qsizetype block) const; ///< -1 where there is none
    QStringList keys() const;

private:
    void add(GridCell cell);

    QList<GridCell> m_cells; // all heads, then day by day
    QList<int> m_firstOfDay; // the first meeting of each day; one more for the end
    QHash<QString, int> m_byKey;
    int m_rows = 1;
};
