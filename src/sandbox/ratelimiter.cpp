// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratelimiter.h"

#include <algorithm>

namespace sandbox {

RateState RateLimiter::take(const QString &bucket, RateRule rule, Clock::time_point now)
{
    Window window = windowOf(bucket, rule, now);
    const bool allowed = rule.limit == 0 || window.used < rule.limit;
    if (allowed)
        ++window.used;
    m_windows.insert(bucket, window);
    RateState state = stateOf(window, rule, now);
    state.allowed = allowed;
    return state;
}

RateState RateLimiter::look(const QString &bucket, RateRule rule, Clock::time_point now) const
{
    return stateOf(windowOf(bucket, rule, now), rule, now);
}

RateLimiter::Window RateLimiter::windowOf(const QString &bucket, RateRule rule, Clock::time_point now) const
{
    const auto found = m_windows.constFind(bucket);
    if (found == m_windows.constEnd() || now - found->opened >= rule.window)
        return {.opened = now, .used = 0};
    return *found;
}

RateState RateLimiter::stateOf(const Window &window, RateRule rule, Clock::time_point now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(rule.window - (now - window.opened));
    return {.allowed = rule.limit == 0 || window.used < rule.limit,
            .limit = rule.limit,
            .remaining = std::max(0, rule.limit - window.used),
            .reset = std::max(left, std::chrono::seconds(1))};
}

void addRateHeaders(HttpResponse &response, const RateState &state)
{
    constexpr int plenty = 1000000; // the headers are always there, so no limit is a high one
    const bool isOpen = state.limit == 0;
    response.addHeader("X-RateLimit-Limit", QByteArray::number(isOpen ? plenty : state.limit));
    response.addHeader("X-RateLimit-Remaining", QByteArray::number(isOpen ? plenty : state.remaining));
    response.addHeader("X-RateLimit-Reset", QByteArray::number(qint64(state.reset.count())));
}

} // namespace sandbox
