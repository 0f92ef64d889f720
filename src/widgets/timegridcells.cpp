// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridcells.h"

#include "timegridlayout.h"

#include <algorithm>

TimeGridCells::TimeGridCells(const TimeGridContent &content, const TimeGridLayout &layout)
{
    const auto days = static_cast<int>(layout.axes.size());
    for (int day = 0; day < days; ++day)
        add({.day = day, .key = layout.axes[day].date().toString(Qt::ISODate)});
    for (int day = 0; day < days; ++day) {
        m_firstOfDay.append(count());
        int row = 0;
        for (const qsizetype block : layout.ofDay[day]) {
            const QString key = m_cells[day].key + QLatin1Char(' ') + content.entries[layout.blocks[block].entry].meeting.toString();
            add({.day = day, .row = ++row, .block = block, .key = key});
        }
        m_rows = std::max(m_rows, row + 1);
    }
    m_firstOfDay.append(count());
}

void TimeGridCells::add(GridCell cell)
{
    m_byKey.insert(cell.key, count());
    m_cells.append(std::move(cell));
}

int TimeGridCells::at(int row, int day) const
{
    if (day < 0 || day + 1 >= m_firstOfDay.size() || row < 0)
        return -1;
    if (row == 0)
        return day;
    const int index = m_firstOfDay[day] + row - 1;
    return index < m_firstOfDay[day + 1] ? index : -1;
}

int TimeGridCells::ofBlock(int day, qsizetype block) const
{
    for (int row = 1; at(row, day) >= 0; ++row) {
        if (m_cells[at(row, day)].block == block)
            return at(row, day);
    }
    return -1;
}

QStringList TimeGridCells::keys() const
{
    QStringList keys;
    for (const GridCell &cell : m_cells)
        keys.append(cell.key);
    return keys;
}
