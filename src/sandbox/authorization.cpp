// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization.h"

#include "consentpage.h"
#include "scopes.h"

#include <QRegularExpression>

#include <algorithm>

namespace sandbox {

namespace {

const QStringList &parameterNames()
{
    static const QStringList names{QStringLiteral("client_id"),      QStringLiteral("redirect_uri"),
                                   QStringLiteral("response_type"),  QStringLiteral("state"),
                                   QStringLiteral("code_challenge"), QStringLiteral("code_challenge_method")};
    return names;
}

/// A parameter that is there more than once; empty where none is.
QString repeatedParameter(const QUrlQuery &fields)
{
    for (const QString &name : parameterNames()) {
        if (fields.allQueryItemValues(name).size() > 1)
            return name;
    }
    return {};
}

/// Why PKCE is not as it must be; empty when it is.
QString challengeProblem(const QUrlQuery &fields, const OAuthClient &client)
{
    const QString challenge = fieldOf(fields, QStringLiteral("code_challenge"));
    const QString method = fieldOf(fields, QStringLiteral("code_challenge_method"));
    if (challenge.isEmpty())
        return client.isNative() ? QStringLiteral("code_challenge is required for native applications") : QString();
    if (method != QLatin1String("S256"))
        return QStringLiteral("code_challenge_method must be S256");
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    return shape.match(challenge).hasMatch() ? QString() : QStringLiteral("code_challenge is not a SHA-256 digest");
}

} // namespace

HttpResponse Authorization::redirect(const QList<std::pair<QString, QString>> &fields) const
{
    QByteArray query;
    auto all = fields;
    if (hasState)
        all.emplaceBack(QStringLiteral("state"), state);
    for (const auto &[name, value] : std::as_const(all))
        query += (query.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
    const QByteArray base = redirectUri.toUtf8();
    HttpResponse response{.status = 302, .headers = {}, .body = {}};
    response.addHeader("Location", base + (base.contains('?') ? '&' : '?') + query);
    response.addHeader("Cache-Control", "no-store");
    return response;
}

HttpResponse Authorization::redirectError(const QString &error, const QString &description) const
{
    return redirect({{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}});
}

std::variant<Authorization, HttpResponse> readAuthorization(const QUrlQuery &fields, const QList<OAuthClient> &clients)
{
    const QString clientId = fieldOf(fields, QStringLiteral("client_id"));
    const auto client
        = std::find_if(clients.begin(), clients.end(), [&](const OAuthClient &known) { return known.id == clientId; });
    if (client == clients.end())
        return authorizationErrorPage(QStringLiteral("No application has this client_id."));
    const QString redirectUri = fieldOf(fields, QStringLiteral("redirect_uri"));
    const QString repeated = repeatedParameter(fields);
    if (!client->mayRedirectTo(redirectUri) || repeated == QLatin1String("redirect_uri")
        || repeated == QLatin1String("client_id"))
        return authorizationErrorPage(
            QStringLiteral("The redirect_uri is not one that the application has registered."));

    Authorization asked{.client = *client,
                        .redirectUri = redirectUri,
                        .state = fieldOf(fields, QStringLiteral("state")),
                        .hasState = fields.hasQueryItem(QStringLiteral("state")),
                        .challenge = fieldOf(fields, QStringLiteral("code_challenge")),
                        .scopes = splitScopes(fieldOf(fields, QStringLiteral("scope")))};
    if (!repeated.isEmpty())
        return asked.redirectError(QStringLiteral("invalid_request"), repeated + QLatin1String(" is there twice"));
    if (fieldOf(fields, QStringLiteral("response_type")) != QLatin1String("code"))
        return asked.redirectError(QStringLiteral("unsupported_response_type"),
                                   QStringLiteral("response_type must be code"));
    const QString problem = challengeProblem(fields, *client);
    if (!problem.isEmpty())
        return asked.redirectError(QStringLiteral("invalid_request"), problem);
    const QStringList known = allScopeNames();
    for (const QString &scope : std::as_const(asked.scopes)) {
        if (!known.contains(scope))
            return asked.redirectError(QStringLiteral("invalid_scope"),
                                       QStringLiteral("There is no scope %1").arg(scope));
    }
    if (asked.scopes.isEmpty())
        asked.scopes = known;
    return asked;
}

} // namespace sandbox
