// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "organization.h"

/// How many bookings a plan lets programs make (BEHAVIOUR 7.2).
struct BookingLimit
{
    int aDay = 0; ///< 0: none that is known
    int aMinute = 0;
    bool isKnown = true; ///< the Free plan has a limit that is not told
    bool isPlanKnown = true; ///< false while the organization is not read, or may not be
    bool operator==(const BookingLimit &) const = default;
};

inline BookingLimit bookingLimit(const Organization &organization)
{
    if (organization.plan == QLatin1String("enterprise"))
        return {.aMinute = 500};
    if (organization.stage == QLatin1String("trial"))
        return {.aDay = 5};
    if (organization.stage == QLatin1String("paid"))
        return {.aDay = 100, .aMinute = 10};
    return {.isKnown = false, .isPlanKnown = !organization.stage.isEmpty()};
}
