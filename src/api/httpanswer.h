// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What came back for one try of a request, before anybody judged it.
struct HttpAnswer
{
    enum class Failure {
        None, ///< a whole answer: look at the status
        Unreachable, ///< nothing was sent
        Untrusted, ///< TLS could not be agreed on; nothing was sent
        TimedOut, ///< idle or total time is over
        Interrupted, ///< connection lost after sending began, or a body cut short
        TooBig, ///< more than the cap
        Encoded, ///< compressed although that was not asked for
    };

    Failure failure = Failure::None;
    int status = 0;
    QByteArray contentType;
    QByteArray challenge; ///< of a 401: how to sign in
    QByteArray rateLimit;
    QByteArray rateRemaining;
    QByteArray rateReset;
    QByteArray retryAfter;
    QByteArray date; ///< by the server's clock
    QByteArray body;
};
