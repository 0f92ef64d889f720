// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxauth.h"

#include "consentpage.h"
#include "sandboxerrors.h"
#include "scopes.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sandbox {

namespace {

const QString clientIdField = QStringLiteral("client_id");
const QString tokenField = QStringLiteral("token");

HttpResponse invalidRequest(const QString &description)
{
    return oauthError(400, QStringLiteral("invalid_request"), description);
}

HttpResponse invalidGrant(const QString &description)
{
    return oauthError(400, QStringLiteral("invalid_grant"), description);
}

HttpResponse invalidClient()
{
    HttpResponse response
        = oauthError(401, QStringLiteral("invalid_client"), QStringLiteral("The client could not be authenticated."));
    response.addHeader("WWW-Authenticate", "Basic realm=\"oauth\"");
    return response;
}

HttpResponse oauthAnswer(const QJsonObject &json)
{
    HttpResponse response = HttpResponse::json(200, json);
    response.addHeader("Cache-Control", "no-store");
    response.addHeader("Pragma", "no-cache");
    return response;
}

QString challengeOf(const QString &verifier)
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The id and secret of an Authorization header; nothing where there is none.
std::optional<std::pair<QString, QString>> basicCredentials(const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization");
    if (header.left(6).compare("basic ", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    return std::pair(QUrl::fromPercentEncoding(pair.left(colon)), QUrl::fromPercentEncoding(pair.mid(colon + 1)));
}

/// A parameter of a posted form that is there more than once; empty where none is.
bool hasRepeatedField(const QUrlQuery &form)
{
    const auto items = form.queryItems();
    return std::any_of(items.begin(), items.end(),
                       [&](const auto &item) { return form.allQueryItemValues(item.first).size() > 1; });
}

} // namespace

QString bearerOf(const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization");
    return header.left(7).compare("bearer ", Qt::CaseInsensitive) == 0 ? QString::fromLatin1(header.mid(7).trimmed())
                                                                       : QString();
}

SandboxAuth::SandboxAuth(World &world, RateLimiter &limiter, RateRule rule, QList<OAuthClient> clients,
                         Lifetimes lifetimes)
    : m_world(world)
    , m_limiter(limiter)
    , m_rule(rule)
    , m_clients(std::move(clients))
    , m_lifetimes(lifetimes)
    , m_grants(lifetimes.token)
{
}

HttpResponse SandboxAuth::respond(const HttpRequest &request)
{
    const bool isPost = request.method == "POST";
    if (request.path == QLatin1String("/oauth/authorize")) {
        if (request.method == "GET")
            return showConsent(request);
        if (isPost && request.hasForm())
            return decide(request);
    } else if (isPost && !request.hasForm()) {
        return invalidRequest(QStringLiteral("The content type must be application/x-www-form-urlencoded."));
    } else if (isPost && hasRepeatedField(request.form())) {
        return invalidRequest(QStringLiteral("A parameter is there twice."));
    } else if (isPost) {
        if (request.path == QLatin1String("/oauth/token"))
            return token(request);
        if (request.path == QLatin1String("/oauth/revoke"))
            return revoke(request);
        if (request.path == QLatin1String("/oauth/introspect"))
            return introspect(request);
    }
    return oauthError(404, QStringLiteral("invalid_request"), QStringLiteral("There is nothing here."));
}

std::optional<Caller> SandboxAuth::callerOf(const HttpRequest &request) const
{
    return m_grants.callerOf(bearerOf(request), m_world.now());
}

void SandboxAuth::expireTokenOf(const HttpRequest &request)
{
    m_grants.expire(bearerOf(request));
}

void SandboxAuth::revokeGrantOf(const HttpRequest &request)
{
    const QString bearer = bearerOf(request);
    const QString token = bearer.isEmpty() ? fieldOf(request.form(), QStringLiteral("refresh_token")) : bearer;
    if (const auto grant = m_grants.grantOf(token))
        m_grants.revoke(*grant);
}

HttpResponse SandboxAuth::showConsent(const HttpRequest &request) const
{
    const auto asked = readAuthorization(request.query, m_clients);
    if (const auto *answer = std::get_if<HttpResponse>(&asked))
        return *answer;
    return consentPage(std::get<Authorization>(asked), request.query, m_world);
}

HttpResponse SandboxAuth::decide(const HttpRequest &request)
{
    const QUrlQuery form = request.form();
    const auto read = readAuthorization(form, m_clients);
    if (const auto *answer = std::get_if<HttpResponse>(&read))
        return *answer;
    const auto &asked = std::get<Authorization>(read);
    const WorldUser *person = m_world.userBySlug(fieldOf(form, QStringLiteral("person")));
    QStringList scopes = form.allQueryItemValues(QStringLiteral("allowed"), QUrl::FullyDecoded);
    scopes.removeIf([&](const QString &scope) { return !asked.scopes.contains(scope); });
    if (fieldOf(form, QStringLiteral("decision")) != QLatin1String("allow") || scopes.isEmpty())
        return asked.redirectError(QStringLiteral("access_denied"), QStringLiteral("The user denied access."));
    if (!person)
        return authorizationErrorPage(QStringLiteral("There is no such person."));

    const int grant = m_grants.add({.clientId = asked.client.id, .user = person->id, .scopes = scopes});
    const QString code = m_grants.issueCode({.grant = grant,
                                             .redirectUri = asked.redirectUri,
                                             .challenge = asked.challenge,
                                             .expiresAt = m_world.now() + m_lifetimes.code});
    return asked.redirect({{QStringLiteral("code"), code}});
}

HttpResponse SandboxAuth::token(const HttpRequest &request)
{
    const OAuthClient *client = authenticated(request);
    if (!client)
        return invalidClient();
    const QUrlQuery form = request.form();
    const QString type = fieldOf(form, QStringLiteral("grant_type"));
    if (type.isEmpty())
        return invalidRequest(QStringLiteral("grant_type is missing."));
    if (type == QLatin1String("authorization_code"))
        return exchangeCode(*client, form);
    if (type == QLatin1String("refresh_token"))
        return refresh(*client, form);
    return oauthError(400, QStringLiteral("unsupported_grant_type"), QStringLiteral("There is no such grant type."));
}

HttpResponse SandboxAuth::exchangeCode(const OAuthClient &client, const QUrlQuery &form)
{
    for (const char *name : {"code", "redirect_uri"}) {
        if (fieldOf(form, QLatin1String(name)).isEmpty())
            return invalidRequest(QLatin1String(name) + QLatin1String(" is missing."));
    }
    IssuedCode *code = m_grants.code(fieldOf(form, QStringLiteral("code")));
    if (!code || m_grants.at(code->grant).clientId != client.id)
        return invalidGrant(QStringLiteral("The code is not valid."));
    if (code->used) {
        m_grants.revoke(code->grant); // whoever brings a code twice may have stolen it
        return invalidGrant(QStringLiteral("The code was used before."));
    }
    if (const auto answer = overLimit(m_grants.at(code->grant).user))
        return *answer;
    code->used = true;
    if (m_world.now() >= code->expiresAt)
        return invalidGrant(QStringLiteral("The code is too old."));
    if (fieldOf(form, QStringLiteral("redirect_uri")) != code->redirectUri)
        return invalidGrant(QStringLiteral("The redirect_uri is not that of the authorization request."));
    const QString verifier = fieldOf(form, QStringLiteral("code_verifier"));
    if (code->challenge.isEmpty() ? !verifier.isEmpty() : challengeOf(verifier) != code->challenge)
        return invalidGrant(QStringLiteral("The code_verifier does not fit."));
    return newPair(code->grant);
}

HttpResponse SandboxAuth::refresh(const OAuthClient &client, const QUrlQuery &form)
{
    const QString token = fieldOf(form, QStringLiteral("refresh_token"));
    if (token.isEmpty())
        return invalidRequest(QStringLiteral("refresh_token is missing."));
    const Grants::RefreshUse use = m_grants.lookAtRefresh(token);
    if (use.grant == noId || m_grants.at(use.grant).clientId != client.id)
        return invalidGrant(QStringLiteral("The refresh token is not valid."));
    if (const auto answer = overLimit(m_grants.at(use.grant).user))
        return *answer;
    if (use.state == Grants::RefreshState::Reused)
        m_grants.revoke(use.grant);
    if (use.state != Grants::RefreshState::Good)
        return invalidGrant(QStringLiteral("The refresh token was revoked."));
    m_grants.useRefresh(token);
    return newPair(use.grant);
}

HttpResponse SandboxAuth::revoke(const HttpRequest &request)
{
    const QString token = fieldOf(request.form(), tokenField);
    if (token.isEmpty())
        return invalidRequest(QStringLiteral("token is missing."));
    const OAuthClient *client = authenticated(request);
    const auto grant = m_grants.grantOf(token);
    if (!client || (grant && m_grants.at(*grant).clientId != client->id))
        return oauthError(403, QStringLiteral("unauthorized_client"),
                          QStringLiteral("The client may not revoke this token."));
    if (grant)
        m_grants.revoke(*grant);
    return oauthAnswer({});
}

HttpResponse SandboxAuth::introspect(const HttpRequest &request) const
{
    const QString token = fieldOf(request.form(), tokenField);
    if (token.isEmpty())
        return invalidRequest(QStringLiteral("token is missing."));
    const OAuthClient *client = authenticated(request);
    if (!client || client->isNative())
        return invalidClient();
    const auto state = m_grants.stateOf(token, m_world.now());
    if (!state || m_grants.at(state->grant).clientId != client->id)
        return oauthAnswer({{QStringLiteral("active"), false}});
    const Grant &grant = m_grants.at(state->grant);
    QJsonObject json{{QStringLiteral("active"), true},
                     {QStringLiteral("scope"), grant.scopes.join(u' ')},
                     {clientIdField, grant.clientId},
                     {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                     {QStringLiteral("iat"), state->issuedAt / 1000},
                     {QStringLiteral("owner"), m_world.uri(World::Thing::User, grant.user)},
                     {QStringLiteral("organization"),
                      m_world.uri(World::Thing::Organization, m_world.users().at(size_t(grant.user)).organization)}};
    if (state->expiresAt)
        json.insert(QStringLiteral("exp"), *state->expiresAt / 1000);
    return oauthAnswer(json);
}

const OAuthClient *SandboxAuth::authenticated(const HttpRequest &request) const
{
    const QUrlQuery form = request.form();
    const auto basic = basicCredentials(request);
    const QString id = basic ? basic->first : fieldOf(form, clientIdField);
    const QString secret = basic ? basic->second : fieldOf(form, QStringLiteral("client_secret"));
    const auto client
        = std::find_if(m_clients.begin(), m_clients.end(), [&](const OAuthClient &known) { return known.id == id; });
    if (client == m_clients.end() || secret != client->secret || (basic && client->isNative()))
        return nullptr;
    // the token endpoint knows a secret from the Authorization header only; the other two from the form, too
    if (!client->isNative() && !basic && request.path == QLatin1String("/oauth/token"))
        return nullptr;
    return &*client;
}

HttpResponse SandboxAuth::newPair(int grant)
{
    const Grant &given = m_grants.at(grant);
    const WorldUser &user = m_world.users().at(size_t(given.user));
    const TokenPair pair = m_grants.issuePair(grant, m_world.uuid(World::Thing::User, user.id), m_world.now());
    return oauthAnswer({{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                        {QStringLiteral("access_token"), pair.access},
                        {QStringLiteral("refresh_token"), pair.refresh},
                        {QStringLiteral("scope"), given.scopes.join(u' ')},
                        {QStringLiteral("created_at"), pair.issuedAt / 1000},
                        {QStringLiteral("expires_in"), m_lifetimes.token / 1000},
                        {QStringLiteral("owner"), m_world.uri(World::Thing::User, user.id)},
                        {QStringLiteral("organization"), m_world.uri(World::Thing::Organization, user.organization)}});
}

std::optional<HttpResponse> SandboxAuth::overLimit(int user)
{
    const RateState state = m_limiter.take(QStringLiteral("token %1").arg(user), m_rule);
    if (state.allowed)
        return std::nullopt;
    HttpResponse response = tooManyRequests();
    addRateHeaders(response, state);
    return response;
}

} // namespace sandbox
