// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "restclient.h"

#include <QList>

/// Limits that let every wait be over in a fraction of a second.
inline RestLimits quickLimits()
{
    using std::chrono::milliseconds;
    RestLimits limits;
    limits.idle = milliseconds(400);
    limits.total = milliseconds(900);
    limits.bodyBytes = 512 * 1024;
    limits.tries = 3;
    limits.firstBackOff = milliseconds(10);
    limits.shortestWait = milliseconds(10);
    limits.longestWait = milliseconds(300);
    limits.unknownWait = milliseconds(50);
    return limits;
}

/// A token source that always has one, and a new one when asked.
struct FixedTokens
{
    QByteArray token = "first-token";
    QByteArray renewed = "second-token";
    std::optional<Error> renewalError;
    int renewals = 0;

    TokenSource source()
    {
        return {
            [this](QObject *, TokenSource::Then then) { then(token); },
            [this](const QByteArray &, QObject *, TokenSource::Then then) {
                ++renewals;
                if (renewalError)
                    return then(Unexpected(*renewalError));
                token = renewed;
                then(renewed);
            },
        };
    }
};

/// Takes answers and counts them.
struct Taken
{
    QList<Result<QJsonObject>> answers;

    RestClient::Then then()
    {
        return [this](const Result<QJsonObject> &answer) { answers.append(answer); };
    }
    bool isOne() const { return answers.size() == 1; }
    const Error &error() const { return answers.first().error(); }
};

inline QJsonObject userAnswer()
{
    return {{QStringLiteral("resource"),
             QJsonObject{{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/users/U1")}}}};
}
