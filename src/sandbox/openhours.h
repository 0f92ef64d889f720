// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

/// A stretch of UTC, up to but not including `end`.
struct WorldSpan
{
    WorldTime start = 0;
    WorldTime end = 0;
    bool operator==(const WorldSpan &) const = default;

    bool overlaps(const WorldSpan &other) const { return start < other.end && other.start < end; }
    bool holds(const WorldSpan &other) const { return start <= other.start && other.end <= end; }
};

/// The hours of a schedule placed on the UTC line, day by day in the schedule's own zone.
class OpenHours
{
public:
    /// `rules` are not owned and outlive this. Covers every local day that touches [from, to).
    OpenHours(const QList<WorldRule> &rules, QTimeZone zone, WorldTime from, WorldTime to);

    /// The open stretches, in order.
    const QList<WorldSpan> &spans() const { return m_spans; }

    /// The instants at which the clock shows the start of an interval or a multiple of `incrementMinutes` after it, and
    /// a meeting of `durationMinutes` still fits. Nothing while the clock is put forward; twice what it shows twice.
    QList<WorldTime> starts(int incrementMinutes, int durationMinutes) const;

private:
    struct Opening
    {
        QDate date;
        WorldInterval interval;
        WorldTime end = 0;
    };

    const QList<WorldInterval> &hoursOn(QDate date) const;
    QList<WorldTime> instantsAt(QDate date, int minute) const;
    WorldTime beginOf(QDate date, int minute) const;
    WorldTime endOf(QDate date, int minute) const;

    const QList<WorldRule> &m_rules;
    QTimeZone m_zone;
    QList<Opening> m_openings;
    QList<WorldSpan> m_spans;
};
