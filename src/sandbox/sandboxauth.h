// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization.h"
#include "grants.h"
#include "ratelimiter.h"

namespace sandbox {

/// The sign-in host: /oauth/authorize, /oauth/token, /oauth/revoke, /oauth/introspect.
class SandboxAuth
{
public:
    struct Lifetimes
    {
        WorldTime token = 7200 * 1000;
        WorldTime code = 600 * 1000;
    };

    /// `rule` limits the token requests of one person. `world` and `limiter` outlive this.
    SandboxAuth(World &world, RateLimiter &limiter, RateRule rule, QList<OAuthClient> clients, Lifetimes lifetimes);

    static bool owns(const QString &path) { return path.startsWith(QLatin1String("/oauth/")); }
    HttpResponse respond(const HttpRequest &request);

    Grants &grants() { return m_grants; }
    /// The person whose bearer token the request carries; nothing when it is not good.
    std::optional<Caller> callerOf(const HttpRequest &request) const;
    /// Ends the bearer token of a request.
    void expireTokenOf(const HttpRequest &request);
    /// Ends the grant behind the bearer or refresh token of a request.
    void revokeGrantOf(const HttpRequest &request);

private:
    HttpResponse showConsent(const HttpRequest &request) const;
    HttpResponse decide(const HttpRequest &request);
    HttpResponse token(const HttpRequest &request);
    HttpResponse exchangeCode(const OAuthClient &client, const QUrlQuery &form);
    HttpResponse refresh(const OAuthClient &client, const QUrlQuery &form);
    HttpResponse revoke(const HttpRequest &request);
    HttpResponse introspect(const HttpRequest &request) const;
    /// The client that a form comes from, with its secret checked; null when it is not who it says.
    const OAuthClient *authenticated(const HttpRequest &request) const;
    HttpResponse newPair(int grant);
    std::optional<HttpResponse> overLimit(int user);

    World &m_world;
    RateLimiter &m_limiter;
    RateRule m_rule;
    QList<OAuthClient> m_clients;
    Lifetimes m_lifetimes;
    Grants m_grants;
};

/// What stands behind "Bearer" in the Authorization header.
QString bearerOf(const HttpRequest &request);

} // namespace sandbox
