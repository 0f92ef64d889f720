// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// When SyncService does what; tests make it short.
struct SyncTimes
{
    std::chrono::milliseconds betweenLooks{60'000};
    std::chrono::milliseconds betweenLists{600'000}; ///< event types and hours, which change seldom, are read again so often
    std::chrono::milliseconds firstRetry{5'000}; ///< doubles with each failure
    std::chrono::milliseconds lastRetry{60'000};
    std::chrono::milliseconds tick{10'000}; ///< the wall clock is looked at so often, since timers stand still in sleep
    std::chrono::milliseconds shortestTick{1'000};
    int pageSize = 100; ///< meetings asked for at once, 1 to 100
    int partsAtOnce = 5; ///< one of a client's usual six connections stays free for what the user does
};
