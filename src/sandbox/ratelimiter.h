// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QHash>
#include <QString>

#include <chrono>

namespace sandbox {

/// What is left of a limit after one request, as the X-RateLimit headers tell it.
struct RateState
{
    bool allowed = true;
    int limit = 0; ///< 0: no limit
    int remaining = 0;
    std::chrono::seconds reset{0}; ///< until the window starts anew, at least 1
};

/// One limit: so many requests within a window that opens with the first of them.
struct RateRule
{
    int limit = 0; ///< 0: no limit
    std::chrono::seconds window{60};
};

/// Counts requests by bucket. It goes by a clock of its own, so that a test that stops the calendar is not locked out.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    /// Counts one request, unless the limit is reached already.
    RateState take(const QString &bucket, RateRule rule, Clock::time_point now = Clock::now());
    /// How it stands, without counting.
    RateState look(const QString &bucket, RateRule rule, Clock::time_point now = Clock::now()) const;

private:
    struct Window
    {
        Clock::time_point opened;
        int used = 0;
    };
    Window windowOf(const QString &bucket, RateRule rule, Clock::time_point now) const;
    static RateState stateOf(const Window &window, RateRule rule, Clock::time_point now);

    QHash<QString, Window> m_windows;
};

/// Tells the client how it stands (BEHAVIOUR 7.3).
void addRateHeaders(HttpResponse &response, const RateState &state);

} // namespace sandbox
