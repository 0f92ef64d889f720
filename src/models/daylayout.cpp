// SPDX-License-Identifier: GPL-3.0-or-later
#include "daylayout.h"

#include <algorithm>
#include <tuple>

namespace {

constexpr qint64 longSeconds = 24 * 60 * 60;
constexpr double cascadeMinutes = 30;
constexpr int mostCascades = 3;

bool isLong(const CalendarEntry &entry, const DayAxis &axis)
{
    return entry.start.secsTo(entry.end) >= longSeconds || (entry.start <= axis.range().begin && entry.end >= axis.range().end);
}

/// Whether the meeting has a part in the day; one without length counts where it stands.
bool touches(const CalendarEntry &entry, const DayAxis &axis)
{
    return axis.range().contains(entry.start) || axis.range().overlaps({entry.start, entry.end});
}

QList<DayBlock> unplaced(const QList<CalendarEntry> &entries, const DayAxis &axis, double leastMinutes)
{
    QList<DayBlock> blocks;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const CalendarEntry &entry = entries[i];
        if (!touches(entry, axis) || isLong(entry, axis))
            continue;
        DayBlock block{.entry = i, .span = axis.spanOf({entry.start, entry.end})};
        block.begins = entry.start >= axis.range().begin;
        block.ends = entry.end <= axis.range().end;
        block.span.from = std::max(0.0, std::min(block.span.from, DayAxis::minutesOfDay - leastMinutes));
        block.span.to = std::max(block.span.to, block.span.from + leastMinutes);
        blocks.append(block);
    }
    // The longer of two that start together lies at the beginning of the line.
    std::stable_sort(blocks.begin(), blocks.end(), [](const DayBlock &one, const DayBlock &other) {
        return std::pair(one.span.from, -one.span.to) < std::pair(other.span.from, -other.span.to);
    });
    return blocks;
}

bool together(const DayBlock &one, const DayBlock &other)
{
    return one.span.from < other.span.to && other.span.from < one.span.to;
}

/// Steps for a group in order of start; false where two start too close to each other or the steps become too many.
bool cascaded(QList<DayBlock> &group)
{
    for (qsizetype i = 0; i < group.size(); ++i) {
        group[i].cascade = 0;
        for (qsizetype earlier = 0; earlier < i; ++earlier) {
            if (!together(group[i], group[earlier]))
                continue;
            if (group[i].span.from - group[earlier].span.from < cascadeMinutes)
                return false;
            group[i].cascade = std::max(group[i].cascade, group[earlier].cascade + 1);
        }
        if (group[i].cascade > mostCascades)
            return false;
    }
    return true;
}

void placeInLanes(QList<DayBlock> &group)
{
    QList<double> ends; // of each lane
    for (DayBlock &block : group) {
        block.cascade = 0;
        const auto free = std::find_if(ends.begin(), ends.end(), [&block](double end) { return end <= block.span.from; });
        block.lane = static_cast<int>(free - ends.begin());
        if (free == ends.end())
            ends.append(block.span.to);
        else
            *free = block.span.to;
    }
    for (DayBlock &block : group) {
        block.lanes = static_cast<int>(ends.size());
        int next = block.lanes;
        for (const DayBlock &other : std::as_const(group)) {
            if (other.lane > block.lane && together(block, other))
                next = std::min(next, other.lane);
        }
        block.laneSpan = next - block.lane;
    }
}

} // namespace

QList<DayBlock> dayBlocks(const QList<CalendarEntry> &entries, const DayAxis &axis, double leastMinutes)
{
    QList<DayBlock> placed;
    QList<DayBlock> group;
    double groupEnd = 0;
    const auto place = [&placed, &group] {
        if (!cascaded(group))
            placeInLanes(group);
        placed += group;
        group.clear();
    };
    for (const DayBlock &block : unplaced(entries, axis, leastMinutes)) {
        if (!group.isEmpty() && block.span.from >= groupEnd)
            place();
        groupEnd = group.isEmpty() ? block.span.to : std::max(groupEnd, block.span.to);
        group.append(block);
    }
    place();
    return placed;
}

QList<BandBlock> bandBlocks(const QList<CalendarEntry> &entries, const QList<DayAxis> &days)
{
    QList<BandBlock> blocks;
    QList<int> rowEnds; // the first free day of each row
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const CalendarEntry &entry = entries[i];
        int first = -1;
        int last = -1;
        for (int day = 0; day < days.size(); ++day) {
            if (!touches(entry, days[day]) || !isLong(entry, days[day]))
                continue;
            first = first < 0 ? day : first;
            last = day;
        }
        if (first < 0)
            continue;
        const auto free = std::find_if(rowEnds.begin(), rowEnds.end(), [first](int end) { return end <= first; });
        const int row = static_cast<int>(free - rowEnds.begin());
        if (free == rowEnds.end())
            rowEnds.append(last + 1);
        else
            *free = last + 1;
        blocks.append({.entry = i,
                       .firstDay = first,
                       .days = last - first + 1,
                       .row = row,
                       .begins = entry.start >= days[first].range().begin,
                       .ends = entry.end <= days[last].range().end});
    }
    return blocks;
}

QList<MeetingRun> meetingRuns(const QList<CalendarEntry> &entries, const QList<TimeRange> &hidden)
{
    struct Timed
    {
        TimeRange time;
        qsizetype place;
    };
    QList<Timed> all;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries[i].canceled)
            all.append({{entries[i].start, entries[i].end}, i});
    }
    for (const TimeRange &time : hidden)
        all.append({time, -1});
    std::stable_sort(all.begin(), all.end(), [](const Timed &one, const Timed &other) {
        return std::tie(one.time.begin, one.time.end) < std::tie(other.time.begin, other.time.end);
    });
    QList<TimeRange> times;
    for (const Timed &timed : std::as_const(all))
        times.append(timed.time);
    QList<MeetingRun> runs = meetingRuns(times);
    for (MeetingRun &run : runs)
        std::transform(run.members.begin(), run.members.end(), run.members.begin(), [&all](qsizetype member) { return all[member].place; });
    runs.removeIf([](const MeetingRun &run) { return run.members.count(-1) == run.members.size(); });
    return runs;
}
