// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

/// Whether a cancellation is the one that was sent from here with `reason`, of which no answer came. Told by what was sent
/// and not by the time: the clocks of Calendly and of this computer may differ by hours.
inline bool looksLikeOurs(const Cancellation &cancellation, const QString &reason)
{
    return cancellation.byHost && cancellation.reason.simplified() == reason.simplified();
}
