// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenjudge.h"

#include "untrusted.h"
#include "visibleascii.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace {

using Outcome = TokenAnswer::Outcome;

TokenAnswer failed(Outcome outcome, Error::Kind kind, const QString &message, int status = 0, const QString &title = {})
{
    return {outcome, {}, Error{.kind = kind, .message = message, .title = title, .httpStatus = status}};
}

TokenAnswer unreadable(int status)
{
    return failed(Outcome::Unknown, Error::Kind::Malformed,
                  QStringLiteral("The answer to the token request is not what it should be"), status);
}

/// A gateway's or a network's own word: the token went no further.
TokenAnswer notFromServer(int status)
{
    TokenAnswer answer = unreadable(status);
    answer.outcome = Outcome::Later;
    return answer;
}

/// Only application/json counts: Qt takes any HTML page for a form of tokens.
std::optional<QJsonObject> jsonObject(const SeenAnswer &seen)
{
    const QByteArray type = seen.contentType.split(';').first().trimmed().toLower();
    const QByteArray encoding = seen.contentEncoding.trimmed().toLower();
    if (type != "application/json" || !(encoding.isEmpty() || encoding == "identity"))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(seen.body);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

/// Not by a field that is there but says nothing: what was sent is used up then, and the new pair is all there is.
bool tellsError(const QJsonObject &object)
{
    return !object.value(QLatin1String("error")).toString().isEmpty();
}

/// The server's word for an error where it is one of the standard's shape; never free text, which might quote secrets.
QString errorWord(const QJsonObject &object)
{
    const QString word = object.value(QLatin1String("error")).toString();
    const bool plain
        = std::all_of(word.begin(), word.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
    return plain && word.size() <= 40 ? word : QString();
}

/// Null where there is none, an empty text where it is no token.
std::optional<QByteArray> token(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()))
        return std::nullopt;
    const QByteArray text = value.toString().toUtf8();
    return isVisibleAscii(text) ? text : QByteArray("");
}

std::chrono::seconds lifetime(const QJsonObject &object)
{
    const double stated = object.value(QLatin1String("expires_in")).toVariant().toDouble();
    constexpr double usual = 7200; // what the server is documented to give; a 401 is the last word anyway
    constexpr double longest = 30 * 24 * 3600;
    return std::chrono::seconds(qint64(stated >= 1 ? std::min(stated, longest) : usual));
}

QUrl uri(const QJsonObject &object, QLatin1String name)
{
    const QUrl url(object.value(name).toString(), QUrl::StrictMode);
    return url.isValid() ? url : QUrl();
}

TokenAnswer judgeSuccess(const SeenAnswer &seen, const QDateTime &now)
{
    if (seen.networkError != QNetworkReply::NoError)
        return failed(Outcome::Unknown, Error::Kind::Interrupted,
                      QStringLiteral("The answer to the token request was cut short"), seen.httpStatus);
    const auto object = jsonObject(seen);
    if (seen.httpStatus != 200 || !object)
        return unreadable(seen.httpStatus);
    if (tellsError(*object))
        return failed(Outcome::Dead, Error::Kind::SignedOut, QStringLiteral("The server ended this sign-in"),
                      seen.httpStatus, errorWord(*object));
    const auto access = token(*object, QLatin1String("access_token"));
    const auto refresh = token(*object, QLatin1String("refresh_token"));
    const QString type = object->value(QLatin1String("token_type")).toString();
    if (!access || access->isEmpty() || (refresh && refresh->isEmpty())
        || type.compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        return unreadable(seen.httpStatus);
    const std::chrono::seconds life = lifetime(*object);
    return {.outcome = Outcome::Ok,
            .tokens = {.accessToken = *access,
                       .refreshToken = refresh.value_or(QByteArray()),
                       .expiresAt = now.addSecs(life.count()),
                       .lifetime = life,
                       .owner = uri(*object, QLatin1String("owner")),
                       .organization = uri(*object, QLatin1String("organization")),
                       .scopes = object->value(QLatin1String("scope")).toString().split(u' ', Qt::SkipEmptyParts)}};
}

TokenAnswer judgeRefusal(const SeenAnswer &seen)
{
    const auto object = jsonObject(seen);
    const QString word = object ? errorWord(*object) : QString();
    const bool isUsual = seen.httpStatus == 400 || seen.httpStatus == 401; // what a token endpoint refuses with
    if (word.isEmpty() && !isUsual)
        return notFromServer(seen.httpStatus);
    if (!object || !tellsError(*object))
        return unreadable(seen.httpStatus);
    if (word == QLatin1String("invalid_grant") && isUsual)
        return failed(Outcome::Dead, Error::Kind::SignedOut, QStringLiteral("The server ended this sign-in"),
                      seen.httpStatus, word);
    return failed(Outcome::Misconfigured, Error::Kind::Refused,
                  QStringLiteral("The server does not accept this program's token request"), seen.httpStatus, word);
}

TokenAnswer judgeDelay(const SeenAnswer &seen)
{
    const bool limited = seen.httpStatus == 429;
    TokenAnswer answer = failed(Outcome::Later, limited ? Error::Kind::RateLimited : Error::Kind::ServerFailed,
                                QStringLiteral("The server cannot answer token requests now"), seen.httpStatus);
    bool isNumber = false;
    const int seconds = seen.retryAfter.trimmed().toInt(&isNumber);
    if (isNumber && seconds > 0)
        answer.error.retryAfter = std::chrono::seconds(std::min(seconds, 120));
    return answer;
}

} // namespace

TokenAnswer judgeTokenAnswer(const SeenAnswer &seen, const QDateTime &now)
{
    if (seen.nothingWasSent && seen.networkError == QNetworkReply::SslHandshakeFailedError)
        return {Outcome::NotSent, {}, untrusted(QStringLiteral("No secure connection to the sign-in server could be made"))};
    if (seen.nothingWasSent)
        return failed(Outcome::NotSent, Error::Kind::Offline, QStringLiteral("The sign-in server cannot be reached"));
    if (seen.end == BoundedAnswer::End::TimedOut)
        return failed(Outcome::Unknown, Error::Kind::TimedOut,
                      QStringLiteral("The sign-in server did not answer in time"));
    if (seen.end == BoundedAnswer::End::TooBig)
        return unreadable(seen.httpStatus);
    const int status = seen.httpStatus;
    if (status == 0)
        return failed(Outcome::Unknown, Error::Kind::Interrupted,
                      QStringLiteral("The connection was lost before the sign-in server answered"));
    if (status >= 300 && status < 400)
        return seen.leadsToAnotherHost
            ? notFromServer(status)
            : failed(
                   Outcome::Misconfigured, Error::Kind::Refused, QStringLiteral("The token endpoint is somewhere else"), status);
    if (status == 408 || status == 425 || status == 429 || status >= 500)
        return judgeDelay(seen);
    return status >= 400 ? judgeRefusal(seen) : judgeSuccess(seen, now);
}
