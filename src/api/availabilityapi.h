// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "pagedlist.h"

/// Working hours and busy times.
class AvailabilityApi
{
public:
    explicit AvailabilityApi(RestClient &client);

    void schedules(const QUrl &user, Urgency urgency, QObject *context, ListingThen<AvailabilitySchedule> then);
    void schedule(const QUrl &schedule, Urgency urgency, QObject *context,
                  std::function<void(const Result<AvailabilitySchedule> &)> then);

    /// Busy times in `range`, which does not begin in the past; asked in pieces of 7 days (BEHAVIOUR 11.1).
    /// Error kind ServerFailed with status 424: a calendar could not be read, so busy times are unknown, not free. So they
    /// are with Malformed, also where only one of them could not be read.
    void busyTimes(const QUrl &user, const TimeRange &range, Urgency urgency, QObject *context,
                   std::function<void(const Result<QList<BusyTime>> &)> then);

private:
    RestClient &m_client;
};
