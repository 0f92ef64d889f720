// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// A stretch of time in UTC, from `begin` up to but not including `end`.
struct TimeRange
{
    QDateTime begin;
    QDateTime end;
    bool operator==(const TimeRange &) const = default;

    bool contains(const QDateTime &instant) const { return begin <= instant && instant < end; }
    bool overlaps(const TimeRange &other) const { return begin < other.end && other.begin < end; }
};
