// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarentry.h"
#include "dayaxis.h"
#include "meetingruns.h"

/// A meeting, or the part of it that lies in one day, and its place among those that it shares time with.
struct DayBlock
{
    qsizetype entry = 0; ///< in the list of entries
    DayAxis::Span span; ///< minutes of the day, not less than can be seen
    bool begins = true; ///< on this day
    bool ends = true; ///< on this day
    int lane = 0; ///< of `lanes` equal ones beside each other
    int lanes = 1;
    int laneSpan = 1; ///< how many lanes it fills
    int cascade = 0; ///< steps to the side, over those that began earlier
    bool operator==(const DayBlock &) const = default;
};

/// Blocks of `entries` (in order of start) on the day of `axis`, none shorter than `leastMinutes`. Meetings that share
/// time lie in steps over each other where they start at least half an hour apart, else beside each other. Long ones
/// are left to the band above the day.
QList<DayBlock> dayBlocks(const QList<CalendarEntry> &entries, const DayAxis &axis, double leastMinutes);

/// A long meeting in the band above the days: one that lasts 24 hours or more, or all of a shorter day.
struct BandBlock
{
    qsizetype entry = 0;
    int firstDay = 0; ///< in the list of days
    int days = 1;
    int row = 0;
    bool begins = true; ///< on the first of these days
    bool ends = true; ///< on the last
    bool operator==(const BandBlock &) const = default;
};
QList<BandBlock> bandBlocks(const QList<CalendarEntry> &entries, const QList<DayAxis> &days);

/// The runs of those that stand and of `hidden` times, of which no meeting is shown; those without any that is are left out.
/// Members are places in `entries`, and -1 for each hidden one.
QList<MeetingRun> meetingRuns(const QList<CalendarEntry> &entries, const QList<TimeRange> &hidden = {});
