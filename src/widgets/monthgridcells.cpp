// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgridcells.h"

#include "monthcontent.h"
#include "monthlayout.h"

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;

}

MonthGridCells::MonthGridCells(const MonthContent &content, const MonthLayout &layout)
{
    for (int column = 0; column < daysOfWeek; ++column)
        add({.what = MonthCell::What::Weekday, .day = column, .key = QStringLiteral("weekday %1").arg(column)});
    m_rows = 1;
    for (int week = 0; week < layout.weeks(); ++week) {
        m_rowOfWeek.append(m_rows);
        int most = 0;
        for (int day = week * daysOfWeek; day < (week + 1) * daysOfWeek; ++day) {
            const MonthDay &is = layout.days[day];
            const QString date = is.date.toString(Qt::ISODate);
            m_firstOfDay.append(count());
            add({.what = MonthCell::What::Day, .day = day, .row = m_rows, .key = date});
            int below = 0;
            for (const qsizetype part : is.parts) {
                const QString meeting = content.entries[layout.parts[part].entry].meeting.toString();
                add({.what = MonthCell::What::Meeting, .day = day, .part = part, .row = m_rows + ++below, .key = date + QLatin1Char(' ') + meeting});
            }
            if (is.hidden > 0)
                add({.what = MonthCell::What::More, .day = day, .row = m_rows + ++below, .key = date + QStringLiteral(" more")});
            most = std::max(most, below);
        }
        m_rows += 1 + most;
    }
    m_firstOfDay.append(count());
    m_rowOfWeek.append(m_rows);
}

void MonthGridCells::add(MonthCell cell)
{
    m_byKey.insert(cell.key, count());
    m_cells.append(std::move(cell));
}

int MonthGridCells::at(int row, int column) const
{
    if (row < 0 || row >= m_rows || column < 0 || column >= daysOfWeek)
        return -1;
    if (row == 0)
        return column;
    const auto after = std::upper_bound(m_rowOfWeek.begin(), m_rowOfWeek.end(), row);
    const auto week = static_cast<int>(after - m_rowOfWeek.begin()) - 1;
    const int day = week * daysOfWeek + column;
    const int below = row - m_rowOfWeek[week];
    return below < countOf(day) ? m_firstOfDay[day] + below : -1;
}

QStringList MonthGridCells::keys() const
{
    QStringList keys;
    for (const MonthCell &cell : m_cells)
        keys.append(cell.key);
    return keys;
}

int MonthGridCells::ofPart(int day, qsizetype part) const
{
    for (int cell = m_firstOfDay[day]; cell < m_firstOfDay[day + 1]; ++cell) {
        if (m_cells[cell].part == part)
            return cell;
    }
    return -1;
}

int MonthGridCells::ofMore(int day) const
{
    const int last = m_firstOfDay[day + 1] - 1;
    return m_cells[last].what == MonthCell::What::More ? last : -1;
}
