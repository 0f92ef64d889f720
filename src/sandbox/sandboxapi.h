// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paging.h"
#include "ratelimiter.h"
#include "router.h"
#include "sandboxauth.h"

namespace sandbox {

/// The REST API behind its door: user agent, token, limits and scopes are looked at here, then an operation answers.
class SandboxApi
{
public:
    /// `limit` takes the place of the plans' limits for each minute, which lasts as long as `minute`; 0 is none. The
    /// references outlive this.
    SandboxApi(World &world, SandboxAuth &auth, RateLimiter &limiter, std::optional<int> limit, std::chrono::seconds minute);

    /// True for a request that is meant for the API and not for a browser's page.
    static bool owns(const HttpRequest &request);
    HttpResponse respond(const HttpRequest &request);

private:
    HttpResponse respondTo(const HttpRequest &request, const Caller &caller);
    /// Counts the request; the state is the one to tell the client.
    RateState count(const HttpRequest &request, const Caller &caller);

    World &m_world;
    SandboxAuth &m_auth;
    RateLimiter &m_limiter;
    std::optional<int> m_limit;
    std::chrono::seconds m_minute;
    Router m_router = allRoutes();
    PageTokens m_tokens;
};

} // namespace sandbox
