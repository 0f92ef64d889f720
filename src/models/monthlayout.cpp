// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthlayout.h"

#include "zones.h"

#include <algorithm>
#include <vector>

namespace {

constexpr int daysOfWeek = 7;
constexpr qint64 longSeconds = 24 * 60 * 60;

/// The days that an entry touches, as numbers from the first shown one; they may lie outside of what is shown.
struct Reach
{
    qint64 first = 0;
    qint64 last = 0;
    bool isLong = false;
    bool endsLater = false; ///< after the midnight of its only day
};

Reach reachOf(const CalendarEntry &entry, QDate firstDay, const QTimeZone &zone)
{
    Reach reach;
    reach.first = firstDay.daysTo(wallClock(entry.start, zone).date());
    reach.last = reach.first;
    // What ends at midnight has nothing of the day that begins there.
    const qint64 end = firstDay.daysTo(wallClock(std::max(entry.start, entry.end.addMSecs(-1)), zone).date());
    reach.isLong = entry.start.secsTo(entry.end) >= longSeconds;
    if (reach.isLong)
        reach.last = end;
    else
        reach.endsLater = end > reach.first;
    return reach;
}

/// One week while its meetings are given their lines.
class Week
{
public:
    Week(MonthLayout &layout, int firstDay) : m_layout(layout), m_firstDay(firstDay) { }

    void addBar(qsizetype entry, const Reach &reach);
    void addChip(qsizetype entry, const Reach &reach);
    void finish();

private:
    struct Line
    {
        MonthPart part;
        bool hidden = false;
    };

    bool covers(const MonthPart &part, int day) const { return part.day <= day && day < part.day + part.days; }
    bool isFull(int day) const;
    void hideWhatDoesNotFit();
    void placeChips(int day);

    MonthLayout &m_layout;
    int m_firstDay;
    QList<Line> m_bars;
    QList<MonthPart> m_chips;
};

void Week::addBar(qsizetype entry, const Reach &reach)
{
    const auto first = static_cast<int>(std::max<qint64>(reach.first, m_firstDay));
    const auto last = static_cast<int>(std::min<qint64>(reach.last, m_firstDay + daysOfWeek - 1));
    MonthPart bar{.entry = entry, .day = first, .days = last - first + 1, .begins = reach.first == first, .ends = reach.last == last};
    const auto isTaken = [this, &bar] {
        return std::any_of(m_bars.begin(), m_bars.end(), [&bar](const Line &other) {
            return other.part.row == bar.row && other.part.day < bar.day + bar.days && bar.day < other.part.day + other.part.days;
        });
    };
    while (isTaken())
        ++bar.row;
    m_bars.append({bar, bar.row >= m_layout.rows});
}

void Week::addChip(qsizetype entry, const Reach &reach)
{
    m_chips.append({.entry = entry, .day = static_cast<int>(reach.first), .ends = !reach.endsLater});
}

/// Whether the last line of the day is needed to say how many there are besides.
bool Week::isFull(int day) const
{
    return m_layout.days[day].entries.size() > m_layout.rows
        || std::any_of(m_bars.begin(), m_bars.end(), [this, day](const Line &bar) { return bar.hidden && covers(bar.part, day); });
}

/// A bar is shown on all of its days or on none; hiding one may take the last line from others.
void Week::hideWhatDoesNotFit()
{
    for (bool changed = true; changed;) {
        changed = false;
        for (Line &bar : m_bars) {
            for (int day = bar.part.day; !bar.hidden && day < bar.part.day + bar.part.days; ++day) {
                bar.hidden = bar.part.row == m_layout.rows - 1 && isFull(day);
                changed = changed || bar.hidden;
            }
        }
    }
}

void Week::placeChips(int day)
{
    MonthDay &cell = m_layout.days[day];
    const int free = m_layout.rows - (isFull(day) ? 1 : 0);
    int row = 0;
    for (MonthPart &chip : m_chips) {
        if (chip.day != day)
            continue;
        const auto isTaken = [this, day, &row] {
            return std::any_of(m_bars.begin(), m_bars.end(),
                               [this, day, row](const Line &bar) { return !bar.hidden && bar.part.row == row && covers(bar.part, day); });
        };
        while (row < free && isTaken())
            ++row;
        if (row >= free)
            break;
        chip.row = row++;
        cell.parts.append(m_layout.parts.size());
        m_layout.parts.append(chip);
    }
    std::sort(cell.parts.begin(), cell.parts.end(),
              [this](qsizetype one, qsizetype other) { return m_layout.parts[one].row < m_layout.parts[other].row; });
    cell.hidden = static_cast<int>(cell.entries.size() - cell.parts.size());
}

void Week::finish()
{
    hideWhatDoesNotFit();
    for (const Line &bar : std::as_const(m_bars)) {
        if (bar.hidden)
            continue;
        for (int day = bar.part.day; day < bar.part.day + bar.part.days; ++day)
            m_layout.days[day].parts.append(m_layout.parts.size());
        m_layout.parts.append(bar.part);
    }
    for (int day = m_firstDay; day < m_firstDay + daysOfWeek; ++day)
        placeChips(day);
}

} // namespace

int MonthLayout::dayOf(QDate date) const
{
    const qint64 day = days.isEmpty() || !date.isValid() ? -1 : days.first().date.daysTo(date);
    return day >= 0 && day < days.size() ? static_cast<int>(day) : -1;
}

bool MonthLayout::isShown(qsizetype entry, int day) const
{
    const QList<qsizetype> &ofDay = days[day].parts;
    return std::any_of(ofDay.begin(), ofDay.end(), [this, entry](qsizetype part) { return parts[part].entry == entry; });
}

QDate firstShownDay(QDate month, Qt::DayOfWeek firstOfWeek)
{
    const QDate first(month.year(), month.month(), 1);
    return first.addDays(-((first.dayOfWeek() - firstOfWeek + daysOfWeek) % daysOfWeek));
}

int weeksOfMonth(QDate month, Qt::DayOfWeek firstOfWeek)
{
    const QDate last(month.year(), month.month(), month.daysInMonth());
    return static_cast<int>(firstShownDay(month, firstOfWeek).daysTo(last) / daysOfWeek) + 1;
}

MonthLayout monthLayout(const QList<CalendarEntry> &entries, QDate month, Qt::DayOfWeek firstOfWeek, const QTimeZone &zone, int rows)
{
    MonthLayout layout;
    layout.rows = std::max(1, rows);
    const QDate first = firstShownDay(month, firstOfWeek);
    const int count = weeksOfMonth(month, firstOfWeek) * daysOfWeek;
    for (int day = 0; day < count; ++day)
        layout.days.append({.date = first.addDays(day), .inMonth = first.addDays(day).month() == month.month()});
    std::vector<Week> weeks;
    for (int day = 0; day < count; day += daysOfWeek)
        weeks.emplace_back(layout, day);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Reach reach = reachOf(entries[i], first, zone);
        const qint64 from = std::max<qint64>(0, reach.first);
        const qint64 to = std::min<qint64>(count - 1, reach.last);
        for (qint64 day = from; day <= to; ++day) {
            layout.days[day].entries.append(i);
            layout.days[day].active += entries[i].canceled ? 0 : 1;
        }
        for (qint64 week = from / daysOfWeek; from <= to && week <= to / daysOfWeek; ++week) {
            Week &touched = weeks[static_cast<std::size_t>(week)];
            if (reach.isLong)
                touched.addBar(i, reach);
            else
                touched.addChip(i, reach);
        }
    }
    for (Week &week : weeks)
        week.finish();
    return layout;
}
