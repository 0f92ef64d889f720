// SPDX-License-Identifier: GPL-3.0-or-later
#include "timespans.h"

#include <algorithm>

QList<TimeRange> united(QList<TimeRange> ranges)
{
    ranges.removeIf([](const TimeRange &range) { return range.begin >= range.end; });
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange &one, const TimeRange &other) { return one.begin < other.begin; });
    QList<TimeRange> joined;
    for (const TimeRange &range : std::as_const(ranges)) {
        if (!joined.isEmpty() && range.begin <= joined.last().end)
            joined.last().end = std::max(joined.last().end, range.end);
        else
            joined.append(range);
    }
    return joined;
}

QList<TimeRange> intersected(const QList<TimeRange> &ranges, const QList<TimeRange> &with)
{
    const QList<TimeRange> others = united(with);
    QList<TimeRange> both;
    for (const TimeRange &range : united(ranges)) {
        for (const TimeRange &other : others) {
            if (range.overlaps(other))
                both.append({std::max(range.begin, other.begin), std::min(range.end, other.end)});
        }
    }
    return both;
}

QList<TimeRange> without(const QList<TimeRange> &ranges, const QList<TimeRange> &taken)
{
    const QList<TimeRange> holes = united(taken);
    QList<TimeRange> left;
    for (TimeRange rest : united(ranges)) {
        for (const TimeRange &hole : holes) {
            if (!rest.overlaps(hole))
                continue;
            if (rest.begin < hole.begin)
                left.append({rest.begin, hole.begin});
            rest.begin = std::min(hole.end, rest.end);
        }
        if (rest.begin < rest.end)
            left.append(rest);
    }
    return left;
}

std::chrono::seconds lengthOf(const QList<TimeRange> &ranges)
{
    std::chrono::seconds length{0};
    for (const TimeRange &range : ranges)
        length += std::chrono::seconds(range.begin.secsTo(range.end));
    return length;
}
