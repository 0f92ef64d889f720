// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "fuzztargets.h"
#include "tokenjudge.h"
#include "visibleascii.h"

#include <array>

namespace {

void checkAnswer(const QByteArray &body, int status)
{
    static const QDateTime now(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
    SeenAnswer seen;
    seen.httpStatus = status;
    seen.contentType = "application/json";
    seen.retryAfter = body.left(8);
    seen.body = body;
    if (status >= 400)
        seen.networkError = QNetworkReply::ProtocolInvalidOperationError;
    TokenAnswer answer = judgeTokenAnswer(seen, now);
    if (answer.outcome != TokenAnswer::Outcome::Ok)
        return mustHold(!answer.error.message.isEmpty(), "a refused sign-in has words");
    mustHold(status == 200, "tokens come with 200 only");
    mustHold(isVisibleAscii(answer.tokens.accessToken), "a token cannot add lines to a header");
    mustHold(answer.tokens.refreshToken.isEmpty() || isVisibleAscii(answer.tokens.refreshToken), "nor can a refresh token");
    mustHold(answer.tokens.expiresAt > now && answer.tokens.expiresAt <= now.addDays(30), "an expiry can be waited for");
    answer.tokens.generation = 1;
    const Result<AccessTokens> kept = fromItemText(toItemText(answer.tokens));
    mustHold(kept && kept->accessToken == answer.tokens.accessToken && kept->refreshToken == answer.tokens.refreshToken,
             "what is put into the keychain comes back");
}

} // namespace

/// An answer of the token endpoint, a first byte for its status; and an item of the keychain.
void fuzzTokens(const QByteArray &input)
{
    static constexpr std::array statuses{200, 201, 302, 400, 401, 403, 429, 500, 503};
    if (input.isEmpty())
        return;
    checkAnswer(input.mid(1), statuses.at(static_cast<unsigned char>(input.front()) % statuses.size()));
    const Result<AccessTokens> kept = fromItemText(QString::fromUtf8(input));
    if (kept)
        mustHold(isVisibleAscii(kept->accessToken), "a token of the keychain cannot add lines to a header");
}
