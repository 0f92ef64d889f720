// SPDX-License-Identifier: GPL-3.0-or-later
#include "slotboard.h"

#include "format.h"
#include "zones.h"

#include <algorithm>
#include <array>

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int hour = 60;
constexpr std::array usualHours{8 * hour, 18 * hour}; // where nothing is open
constexpr int suggestedDays = 3;
constexpr int suggestedOfADay = 3;

int minuteOfDay(const QDateTime &wall)
{
    return wall.time().hour() * hour + wall.time().minute();
}

/// The longest step that every start lies on.
int stepOf(const QList<int> &minutes)
{
    for (const int step : {60, 30, 20, 15, 10, 5}) {
        if (std::all_of(minutes.begin(), minutes.end(), [step](int minute) { return minute % step == 0; }))
            return std::min(step, 30); // an hour without a line in its middle is hard to read
    }
    return 1;
}

} // namespace

SlotBoard::SlotBoard(const QList<OpenTime> &times, const SlotSetting &setting)
    : m_first(wallClock(setting.now, setting.zone).date()), m_zone(setting.zone), m_days(setting.days)
{
    for (const OpenTime &time : times) {
        if (setting.hidesUnkind && dayPart(wallClock(time.start, setting.theirs).time()) != DayPart::Day)
            m_hidden.append(time.start);
        else
            m_times.append(time);
    }
    QList<int> minutes;
    for (const OpenTime &time : std::as_const(m_times))
        minutes.append(minuteOfDay(wallClock(time.start, m_zone)));
    m_step = stepOf(minutes);
    const auto [least, most] = std::minmax_element(minutes.begin(), minutes.end());
    const int from = minutes.isEmpty() ? usualHours[0] : *least;
    const int to = minutes.isEmpty() ? usualHours[1] : *most + static_cast<int>(setting.length.count());
    // An hour more at both ends, so that one can ask why nothing is offered there.
    m_firstMinute = std::max(0, (from / hour - 1) * hour);
    const int lastMinute = std::min(minutesOfDay, ((to + hour - 1) / hour + 1) * hour);
    m_rows = (lastMinute - m_firstMinute) / m_step;
    for (qsizetype i = 0; i < m_times.size(); ++i) {
        const auto day = static_cast<int>(m_first.daysTo(wallClock(m_times[i].start, m_zone).date()));
        if (day >= 0)
            m_days = std::max(m_days, day + 1);
        m_cells[day * minutesOfDay + (minutes[i] - m_firstMinute) / m_step].append(i);
    }
}

QDateTime SlotBoard::instantAt(int day, int row) const
{
    return toUtc(dateOf(day), QTime(0, 0).addSecs(minuteOf(row) * 60), m_zone).utc;
}

bool SlotBoard::isInGap(int day, int row) const
{
    return toUtc(dateOf(day), QTime(0, 0).addSecs(minuteOf(row) * 60), m_zone).inGap;
}

QList<OpenTime> SlotBoard::at(int day, int row) const
{
    QList<OpenTime> found;
    for (const qsizetype index : m_cells.value(day * minutesOfDay + row))
        found.append(m_times[index]);
    return found;
}

int SlotBoard::countOf(int day) const
{
    return static_cast<int>(std::count_if(m_times.begin(), m_times.end(), [&](const OpenTime &time) {
        return wallClock(time.start, m_zone).date() == dateOf(day);
    }));
}

QList<OpenTime> suggestedTimes(const SlotBoard &board)
{
    QList<OpenTime> suggested;
    int days = 0;
    for (int day = 0; day < board.days() && days < suggestedDays; ++day) {
        QList<OpenTime> ofDay;
        for (int row = 0; row < board.rows(); ++row)
            ofDay += board.at(day, row);
        if (ofDay.isEmpty())
            continue;
        ++days;
        const qsizetype count = std::min<qsizetype>(suggestedOfADay, ofDay.size());
        for (qsizetype i = 0; i < count; ++i)
            suggested.append(ofDay[count == 1 ? 0 : i * (ofDay.size() - 1) / (count - 1)]);
    }
    return suggested;
}
