// SPDX-License-Identifier: GPL-3.0-or-later
#include "renewalpace.h"

#include <algorithm>

void RenewalPace::succeeded()
{
    m_failed = false;
    m_failures = 0;
    m_gap = m_limits.betweenRenewals;
    m_since.start();
}

void RenewalPace::failed(const Error &error, bool wasSent)
{
    m_failed = true;
    m_failure = error;
    m_since.start();
    if (!wasSent) {
        m_gap = m_limits.afterNotSent;
        return;
    }
    const auto doubled = m_limits.betweenRenewals * (1 << std::min(m_failures++, 6));
    const std::chrono::milliseconds asked = error.retryAfter.value_or(std::chrono::seconds(0));
    m_gap = std::max(asked, std::min(doubled, m_limits.longestBackOff));
}
