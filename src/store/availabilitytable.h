// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "database.h"

#include <QList>

/// Availability schedules and busy times as last seen.
class AvailabilityTable
{
public:
    explicit AvailabilityTable(Database &database);

    Result<bool> replaceSchedules(const QList<AvailabilitySchedule> &schedules); ///< true when anything differs
    QList<AvailabilitySchedule> schedules() const; ///< the default first, then by name

    /// Busy times of `range` as the server said at `seenAt`; those of the range before go.
    Result<Done> replaceBusyTimes(const TimeRange &range, const QList<BusyTime> &busy, const QDateTime &seenAt);
    QList<BusyTime> busyTimes(const TimeRange &range) const;
    QDateTime busyTimesSeenAt(const TimeRange &range) const; ///< null where never or not wholly read
    QList<TimeRange> busyTimesUnseen(const TimeRange &range) const; ///< the parts that were never read

private:
    Database &m_database;
};
