// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerjudge.h"

#include "untrusted.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

Unexpected failed(Error::Kind kind, const QString &message, int status = 0)
{
    return Unexpected(Error{.kind = kind, .message = message, .httpStatus = status});
}

bool isJson(const HttpAnswer &answer)
{
    return answer.contentType.split(';').first().trimmed().toLower() == "application/json";
}

bool isWebPage(const HttpAnswer &answer)
{
    return answer.contentType.trimmed().toLower().startsWith("text/html")
        || answer.body.left(64).trimmed().startsWith('<');
}

/// More than the largest answers of Calendly have (a few ten thousand): in memory a value takes many times its text.
bool hasTooManyValues(const QByteArray &json)
{
    constexpr int most = 200000;
    int values = 0;
    bool inText = false;
    for (auto sign = json.cbegin(); sign != json.cend() && values <= most; ++sign) {
        if (inText && *sign == '\\') {
            if (++sign == json.cend())
                break;
        } else if (*sign == '"') {
            inText = !inText;
        } else if (!inText && (*sign == '{' || *sign == '[' || *sign == ',')) {
            ++values;
        }
    }
    return values > most;
}

bool isRedirect(const HttpAnswer &answer)
{
    return answer.status >= 300 && answer.status < 400;
}

Unexpected brokenOff(const HttpAnswer &answer)
{
    switch (answer.failure) {
    case HttpAnswer::Failure::Unreachable:
        return failed(Error::Kind::Offline, QStringLiteral("Calendly cannot be reached."));
    case HttpAnswer::Failure::Untrusted:
        return Unexpected(untrusted(QStringLiteral("No secure connection to Calendly could be made.")));
    case HttpAnswer::Failure::TimedOut:
        return failed(Error::Kind::TimedOut, QStringLiteral("Calendly did not answer in time."), answer.status);
    case HttpAnswer::Failure::TooBig:
        return failed(Error::Kind::Malformed, QStringLiteral("The answer was too big and was not read."),
                      answer.status);
    case HttpAnswer::Failure::Encoded:
        return failed(Error::Kind::Malformed,
                      QStringLiteral("The answer was compressed although that was not asked for."), answer.status);
    default:
        return failed(Error::Kind::Interrupted,
                      QStringLiteral("The connection was lost before the answer was complete."), answer.status);
    }
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Error::Kind::Refused;
    case 401:
        return Error::Kind::SignedOut;
    case 403:
        return Error::Kind::NotAllowed;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Conflict;
    case 424:
        return Error::Kind::ServerFailed;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return status >= 500 ? Error::Kind::ServerFailed : Error::Kind::Refused;
    }
}

/// For answers that say nothing themselves.
QString ownWords(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::SignedOut:
        return QStringLiteral("Calendly does not accept the sign-in.");
    case Error::Kind::NotAllowed:
        return QStringLiteral("Calendly does not allow this.");
    case Error::Kind::NotFound:
        return QStringLiteral("Calendly does not know this item.");
    case Error::Kind::RateLimited:
        return QStringLiteral("Calendly asks to wait before sending more.");
    case Error::Kind::ServerFailed:
        return QStringLiteral("Calendly has trouble answering.");
    default:
        return QStringLiteral("Calendly did not accept the request.");
    }
}

QList<ErrorDetail> detailsFrom(const QJsonArray &list)
{
    QList<ErrorDetail> details;
    for (const QJsonValue value : list) {
        const QJsonObject json = value.toObject();
        if (!json.isEmpty()) {
            details.append(ErrorDetail{json.value(QLatin1String("parameter")).toString(),
                                       json.value(QLatin1String("message")).toString(),
                                       json.value(QLatin1String("code")).toString()});
        }
    }
    return details;
}

QStringList scopesFrom(const QJsonArray &list)
{
    QStringList scopes;
    for (const QJsonValue value : list) {
        if (value.isString())
            scopes.append(value.toString());
    }
    return scopes;
}

Error refusal(const HttpAnswer &answer)
{
    const bool isReadable = isJson(answer) && !hasTooManyValues(answer.body);
    const QJsonObject json = isReadable ? QJsonDocument::fromJson(answer.body).object() : QJsonObject();
    Error error{.kind = kindOf(answer.status), .httpStatus = answer.status};
    error.message = json.value(QLatin1String("message")).toString();
    error.title = json.value(QLatin1String("title")).toString();
    error.details = detailsFrom(json.value(QLatin1String("details")).toArray());
    if (error.message.isEmpty())
        error.message = ownWords(error.kind);
    if (answer.status == 403) {
        error.requiredScopes = scopesFrom(json.value(QLatin1String("required_scopes")).toArray());
        if (!error.requiredScopes.isEmpty() || error.title == QLatin1String("Insufficient scope"))
            error.kind = Error::Kind::ScopeMissing;
    }
    const bool slotGone = std::any_of(error.details.cbegin(), error.details.cend(), [](const ErrorDetail &detail) {
        return detail.code == QLatin1String("already_filled");
    });
    if (answer.status == 400 && slotGone)
        error.kind = Error::Kind::Conflict;
    return error;
}

/// Statuses on which something is given up: the sign-in, or what is stored of an item.
bool claimsToBeCalendly(const HttpAnswer &answer)
{
    return answer.status == 401 || answer.status == 404 || answer.status == 410;
}

/// That a token is refused can also be said as the standard of tokens has it (RFC 6750, 3), which a gateway does not do.
bool refusesToken(const HttpAnswer &answer)
{
    if (answer.status != 401 || isWebPage(answer))
        return false;
    const QList<QByteArray> challenges = answer.challenge.toLower().split(',');
    const bool isAsked = std::any_of(challenges.cbegin(), challenges.cend(), [](const QByteArray &challenge) {
        return challenge.trimmed().split(' ').first() == "bearer";
    });
    if (isAsked)
        return true;
    if (!isJson(answer) || hasTooManyValues(answer.body))
        return false;
    return QJsonDocument::fromJson(answer.body).object().value(QLatin1String("error")).toString() == QLatin1String("invalid_token");
}

/// Each refusal of Calendly's says in JSON what it is (BEHAVIOUR 8.1); that of a gateway on the way does not.
bool isForeign(const HttpAnswer &answer)
{
    if (refusesToken(answer))
        return false;
    if (!isJson(answer) || hasTooManyValues(answer.body))
        return true;
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    return json.value(QLatin1String("title")).toString().isEmpty() && json.value(QLatin1String("message")).toString().isEmpty();
}

Unexpected foreignRefusal(int status)
{
    return failed(Error::Kind::Malformed, QStringLiteral("Something else than Calendly seems to have refused the request."), status);
}

Unexpected webPage(int status)
{
    return failed(
        Error::Kind::Malformed,
        QStringLiteral(
            "The network answered with a web page instead of Calendly's data. It may ask you to sign in to it first."),
        status);
}

} // namespace

bool isRefusedToken(const HttpAnswer &answer)
{
    return answer.failure == HttpAnswer::Failure::None && answer.status == 401 && !isForeign(answer);
}

Result<QJsonObject> judge(const HttpAnswer &answer, bool isRead)
{
    if (answer.failure != HttpAnswer::Failure::None)
        return brokenOff(answer);
    if (isRedirect(answer))
        return failed(Error::Kind::Malformed,
                      QStringLiteral("The network sent the request elsewhere, which was not followed."), answer.status);
    if (answer.status == 511)
        return webPage(answer.status);
    const bool isForbiddenByAPage = answer.status == 403 && isWebPage(answer); // a role or plan is never refused with one
    if (isForbiddenByAPage || (claimsToBeCalendly(answer) && isForeign(answer)))
        return isWebPage(answer) ? webPage(answer.status) : foreignRefusal(answer.status);
    if (answer.status >= 400)
        return Unexpected(refusal(answer));
    if (answer.status < 200)
        return failed(Error::Kind::Malformed, QStringLiteral("The answer has no meaning."), answer.status);
    if (answer.body.isEmpty() && !isRead)
        return QJsonObject();
    if (!isJson(answer)) {
        if (isWebPage(answer))
            return webPage(answer.status);
        return failed(Error::Kind::Malformed, QStringLiteral("The answer is not JSON."), answer.status);
    }
    if (hasTooManyValues(answer.body))
        return failed(Error::Kind::Malformed, QStringLiteral("The answer has too many values and was not read."), answer.status);
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &parsing);
    if (parsing.error != QJsonParseError::NoError || !document.isObject())
        return failed(Error::Kind::Malformed, QStringLiteral("The answer cannot be read as JSON."), answer.status);
    return document.object();
}

bool cameFromCalendly(const HttpAnswer &answer)
{
    switch (answer.failure) {
    case HttpAnswer::Failure::TooBig:
    case HttpAnswer::Failure::Encoded:
        return true;
    case HttpAnswer::Failure::None:
        break;
    default:
        return false;
    }
    if (isRedirect(answer) || answer.status == 511)
        return false;
    return answer.status >= 400 || !isWebPage(answer);
}
