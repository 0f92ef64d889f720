// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// One line of a refusal's `details` (contract: schema ErrorDetail).
struct ErrorDetail
{
    QString parameter;
    QString message;
    QString code;
    bool operator==(const ErrorDetail &) const = default;
};

/// Why something failed, as a value: a kind that the interface can act on, and the server's own words.
/// Carries no URL, no token and nothing of a request, so it may be shown and logged as it is.
struct Error
{
    enum class Kind {
        Offline, ///< nothing was sent: no network, host unknown, connection or TLS refused
        TimedOut, ///< no answer within the time; of a write the outcome is unknown
        SignedOut, ///< 401 after a renewal, or no sign-in at all
        ScopeMissing, ///< 403 with required_scopes (BEHAVIOUR 4.5)
        NotAllowed, ///< 403 for role, plan, foreign user or a business rule (BEHAVIOUR 8.4)
        NotFound, ///< 404
        Conflict, ///< 409, or a slot that is gone
        Refused, ///< 400 or 422: the server does not accept what was asked
        RateLimited, ///< 429 that outlived its retries
        ServerFailed, ///< 5xx, or 424 for an external calendar that cannot be read
        Malformed, ///< an answer that is not what it should be: not JSON, too big, cut, a redirect
        Interrupted, ///< connection lost after sending began; of a write the outcome is unknown
        Storage, ///< disk, database or keychain refused
        Stopped, ///< the user, or the end of a request's context, stopped it
    };

    Kind kind = Kind::Malformed;
    QString message; ///< the server's words, or ours in plain English for the log; never a URL
    QString title; ///< the server's title, e.g. "Permission Denied"
    QList<ErrorDetail> details;
    QStringList requiredScopes; ///< with ScopeMissing
    int httpStatus = 0; ///< 0 when there was no answer
    std::optional<std::chrono::seconds> retryAfter; ///< with RateLimited: when to come back

    bool operator==(const Error &) const = default;
};

/// True when a write that ended with `error` may have happened all the same, so that one must look before repeating it.
inline bool outcomeUnknown(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::TimedOut:
    case Error::Kind::Interrupted:
    case Error::Kind::ServerFailed:
    case Error::Kind::Malformed:
        return true;
    default:
        return false;
    }
}
