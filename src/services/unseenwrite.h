// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "latewrites.h"
#include "writeoutcome.h"

/// What came of a write whose answer was `lost` and of which a look at Calendly shows nothing: it was not done, unless
/// Calendly may still be at work on it.
inline WriteOutcome unseenOutcome(const Error &lost)
{
    if (mayStillBeDone(lost))
        return {WriteOutcome::Kind::Unknown, lost};
    return {WriteOutcome::Kind::NotDone, std::nullopt};
}
