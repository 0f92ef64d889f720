// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>

/// What is left of the calls that Calendly allows a user in a minute, shared with all other programs of that user
/// (BEHAVIOUR 7.1, 7.3).
struct RateBudget
{
    int limit = 0; ///< 0: not known yet
    int remaining = 0;
    QDateTime resetsAt;
    QDateTime blockedUntil; ///< null unless a 429 holds everything back
    int waiting = 0; ///< requests held back now
    bool operator==(const RateBudget &) const = default;
};
Q_DECLARE_METATYPE(RateBudget)
