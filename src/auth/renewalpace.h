// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authlimits.h"
#include "error.h"

#include <QElapsedTimer>

/// How soon after one renewal the next may be tried. Counts on a clock that nobody can set.
class RenewalPace
{
public:
    explicit RenewalPace(AuthLimits limits)
        : m_limits(limits)
    {
    }

    bool mayTry() const { return !m_since.isValid() || m_since.elapsed() >= m_gap.count(); }
    bool hasJustSucceeded() const { return !mayTry() && !m_failed; }
    Error lastFailure() const { return m_failure; }

    void succeeded();
    /// `wasSent` is false where the server cannot have counted it.
    void failed(const Error &error, bool wasSent);

private:
    AuthLimits m_limits;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_gap{0};
    Error m_failure;
    bool m_failed = false;
    int m_failures = 0;
};
