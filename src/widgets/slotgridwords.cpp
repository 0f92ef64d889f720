// SPDX-License-Identifier: GPL-3.0-or-later
// What a SlotGrid says, in its cells and to screen readers.
#include "slotgridcontent.h"
#include "slotgridparts.h"

#include "format.h"
#include "zones.h"

/// Whose clock the rows are.
QString SlotGrid::cornerText() const
{
    return cityOf(QString::fromLatin1(m_content->zone.id()));
}

QString SlotGrid::headText(int day) const
{
    const QDate today = wallClock(m_content->now, m_content->zone).date();
    return board().dateOf(day) == today ? tr("Today") : shortDateText(board().dateOf(day), today, m_content->locale);
}

QString SlotGrid::headNote(int day) const
{
    const int open = board().countOf(day);
    return open == 0 ? tr("none open") : tr("%n open", nullptr, open);
}

/// In the recipient's zone: the own time stands beside the row.
QString SlotGrid::cellText(const OpenTime &time) const
{
    return theirTimeText(time.start, m_content->theirs, m_content->zone, m_content->locale);
}

QString SlotGrid::statusOf(const Cell &cell) const
{
    if (!cell.isValid())
        return {};
    const QList<OpenTime> times = timesAt(cell);
    if (times.isEmpty()) {
        if (board().isInGap(cell.day, cell.row))
            return tr("Not offered. The clocks skip this time.");
        const QString reason = m_content->reason ? m_content->reason(board().instantAt(cell.day, cell.row)) : QString();
        return tr("Not offered. %1").arg(reason);
    }
    QString text = tr("Open");
    if (times.size() > 1)
        text = tr("Open twice, as the clocks go back");
    if (m_content->theirs.offsetFromUtc(times.first().start) != m_content->zone.offsetFromUtc(times.first().start))
        text = tr("%1, %2 in %3", "open, a time in a city").arg(text, cellText(times.first()), m_content->theirCity);
    if (times.first().inviteesRemaining > 1)
        text = tr("%1, %n places left", nullptr, times.first().inviteesRemaining).arg(text);
    return isChosen(cell) ? tr("%1, chosen").arg(text) : text;
}

QString SlotGrid::currentText() const
{
    if (!m_current.isValid())
        return {};
    const QDate today = wallClock(m_content->now, m_content->zone).date();
    const QDateTime at = board().instantAt(m_current.day, m_current.row);
    return tr("%1, %2: %3", "a day, a time, what is the case")
        .arg(shortDateText(board().dateOf(m_current.day), today, m_content->locale), timeText(at, m_content->zone, m_content->locale), statusOf(m_current));
}

QString SlotGrid::spoken(const Cell &cell) const
{
    const QDate today = wallClock(m_content->now, m_content->zone).date();
    const QDateTime at = board().instantAt(cell.day, cell.row);
    return tr("%1, %2, %3", "a time, a day, what is the case")
        .arg(timeText(at, m_content->zone, m_content->locale), longDateText(board().dateOf(cell.day), today, m_content->locale), statusOf(cell));
}

// Cells: the heads of the days first, then day by day from top to bottom.

int SlotGrid::cellRows() const
{
    return board().rows() + 1;
}

int SlotGrid::cellColumns() const
{
    return board().rows() > 0 ? board().days() : 0;
}

int SlotGrid::cellCount() const
{
    return cellColumns() * cellRows();
}

SlotGrid::Cell SlotGrid::cellOf(int index) const
{
    const int heads = cellColumns();
    if (index < heads || index >= cellCount())
        return {};
    return {(index - heads) / board().rows(), (index - heads) % board().rows()};
}

PaintedCell SlotGrid::paintedCell(int index) const
{
    const QDate today = wallClock(m_content->now, m_content->zone).date();
    if (index < cellColumns()) {
        return {.key = board().dateOf(index).toString(Qt::ISODate),
                .name = tr("%1, %2", "a day, how many times are open").arg(longDateText(board().dateOf(index), today, m_content->locale), headNote(index)),
                .place = headRect(index),
                .column = index,
                .isHead = true,
                .selectable = false};
    }
    const Cell cell = cellOf(index);
    return {.key = QStringLiteral("%1 %2").arg(board().dateOf(cell.day).toString(Qt::ISODate)).arg(board().minuteOf(cell.row)),
            .name = spoken(cell),
            .place = cellRect(cell),
            .column = cell.day,
            .row = cell.row + 1,
            .selected = isChosen(cell),
            .current = cell == m_current};
}

int SlotGrid::cellAt(int row, int column) const
{
    if (column < 0 || column >= cellColumns() || row < 0 || row >= cellRows())
        return -1;
    return row == 0 ? column : cellColumns() + column * board().rows() + row - 1;
}

int SlotGrid::cellUnder(const QPoint &position) const
{
    if (board().rows() == 0 || !viewport()->rect().contains(position))
        return -1;
    const Cell cell = cellFor(position);
    if (headRect(cell.day).contains(position))
        return cell.day;
    return bodyRect().contains(position) && cellRect(cell).contains(position) ? cellAt(cell.row + 1, cell.day) : -1;
}

int SlotGrid::cellWithKey(const QString &key) const
{
    const QDate date = QDate::fromString(key.left(10), Qt::ISODate);
    const auto day = static_cast<int>(board().firstDay().daysTo(date));
    if (!date.isValid() || day < 0 || day >= cellColumns())
        return -1;
    if (key.size() <= 10)
        return day;
    const int minutes = key.mid(11).toInt() - board().minuteOf(0);
    return minutes < 0 || minutes % board().stepMinutes() != 0 ? -1 : cellAt(minutes / board().stepMinutes() + 1, day);
}

int SlotGrid::currentCell() const
{
    return m_current.isValid() ? cellAt(m_current.row + 1, m_current.day) : -1;
}

void SlotGrid::focusCell(int index)
{
    const Cell cell = cellOf(index);
    if (!cell.isValid())
        return;
    setFocus(Qt::OtherFocusReason);
    goTo(cell);
    m_anchor = cell;
}

void SlotGrid::pressCell(int index)
{
    focusCell(index);
    if (const Cell cell = cellOf(index); cell.isValid())
        chooseBetween(cell, cell, !isChosen(cell), m_chosen);
}
