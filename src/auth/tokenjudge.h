// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokens.h"
#include "boundedanswer.h"
#include "error.h"

/// What came back from the token endpoint, as far as it matters.
struct SeenAnswer
{
    int httpStatus = 0;
    QByteArray contentType;
    QByteArray contentEncoding;
    QByteArray retryAfter;
    QByteArray body;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    BoundedAnswer::End end = BoundedAnswer::End::Whole;
    bool nothingWasSent = false;
    bool leadsToAnotherHost = false; ///< a redirect
};

/// What it means, the same for a code and for a renewal.
struct TokenAnswer
{
    enum class Outcome {
        Ok, ///< `tokens` are there: store them, then use them
        Dead, ///< the code or refresh token is no good any more
        Misconfigured, ///< the server does not want this client, or is not where it should be; trying again is useless
        Later, ///< the server has no time, or something before it answered; what was sent is still good
        NotSent, ///< nothing left this computer
        Unknown, ///< what was sent may have been used up
    };

    Outcome outcome = Outcome::Unknown;
    AccessTokens tokens; ///< with Ok; the refresh token may be missing, the generation is 0
    Error error; ///< with all others
};

/// Judges an answer that was there at `now` (UTC).
TokenAnswer judgeTokenAnswer(const SeenAnswer &seen, const QDateTime &now);
