// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxerrors.h"

#include <QJsonArray>

namespace sandbox {

namespace {

QJsonObject toJson(const ErrorDetail &detail)
{
    QJsonObject json{{QStringLiteral("message"), detail.message}};
    if (!detail.parameter.isEmpty())
        json.insert(QStringLiteral("parameter"), detail.parameter);
    if (!detail.code.isEmpty())
        json.insert(QStringLiteral("code"), detail.code);
    return json;
}

} // namespace

HttpResponse apiError(int status, const QString &title, const QString &message, const QList<ErrorDetail> &details)
{
    QJsonObject json{{QStringLiteral("title"), title}, {QStringLiteral("message"), message}};
    if (!details.isEmpty()) {
        QJsonArray lines;
        for (const ErrorDetail &detail : details)
            lines.append(toJson(detail));
        json.insert(QStringLiteral("details"), lines);
    }
    return HttpResponse::json(status, json);
}

HttpResponse invalidArgument(const QList<ErrorDetail> &details)
{
    return apiError(400, QStringLiteral("Invalid Argument"), QStringLiteral("The supplied parameters are invalid."),
                    details);
}

HttpResponse invalidArgument(const QString &parameter, const QString &message, const QString &code)
{
    return invalidArgument({ErrorDetail{.parameter = parameter, .message = message, .code = code}});
}

HttpResponse unauthenticated()
{
    return apiError(401, QStringLiteral("Unauthenticated"), QStringLiteral("The access token is invalid"));
}

HttpResponse permissionDenied(const QString &message)
{
    return apiError(403, QStringLiteral("Permission Denied"), message);
}

HttpResponse insufficientScope(const QStringList &needed)
{
    return HttpResponse::json(
        403,
        {{QStringLiteral("title"), QStringLiteral("Insufficient scope")},
         {QStringLiteral("message"), QStringLiteral("You do not have the required scope to access this resource.")},
         {QStringLiteral("required_scopes"), QJsonArray::fromStringList(needed)}});
}

HttpResponse resourceNotFound()
{
    return apiError(404, QStringLiteral("Resource Not Found"),
                    QStringLiteral("The server could not find the requested resource."));
}

HttpResponse tooManyRequests()
{
    return apiError(429, QStringLiteral("Too Many Requests"), QStringLiteral("You have sent too many requests."));
}

HttpResponse plainStatus(int status)
{
    switch (status) {
    case 400: return invalidArgument(QList<ErrorDetail>{});
    case 401: return unauthenticated();
    case 403: return permissionDenied();
    case 404: return resourceNotFound();
    case 409: return apiError(status, QStringLiteral("Already Exists"), QStringLiteral("The resource already exists."));
    case 424:
        return apiError(status, QStringLiteral("External calendar error"),
                        QStringLiteral("The connected calendar could not be read."));
    case 429: return tooManyRequests();
    case 500:
        return apiError(status, QStringLiteral("Internal Server Error"),
                        QStringLiteral("The server encountered an unexpected condition."));
    case 503:
        return apiError(status, QStringLiteral("Service Unavailable"), QStringLiteral("The service is unavailable."));
    default: return apiError(status, QStringLiteral("Error"), QStringLiteral("The request could not be served."));
    }
}

HttpResponse oauthError(int status, const QString &error, const QString &description)
{
    HttpResponse response = HttpResponse::json(
        status, {{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}});
    response.addHeader("Cache-Control", "no-store");
    return response;
}

} // namespace sandbox
