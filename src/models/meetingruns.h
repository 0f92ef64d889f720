// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QList>

/// Three or more meetings that follow each other without a gap.
struct MeetingRun
{
    TimeRange range;
    QList<qsizetype> members; ///< where they stand in the list; not those that run beside another one
    bool operator==(const MeetingRun &) const = default;
};

/// `times` are those of meetings that stand, in order of start, then end. Meetings of a day or longer belong to no run.
QList<MeetingRun> meetingRuns(const QList<TimeRange> &times);
