// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxapi.h"

#include "sandboxerrors.h"
#include "scopes.h"

#include <algorithm>

namespace sandbox {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const WorldOrganization &organizationOf(const World &world, int user)
{
    return world.organizations().at(size_t(world.users().at(size_t(user)).organization));
}

/// (BEHAVIOUR 7.1)
RateRule requestRule(const WorldOrganization &organization)
{
    return {.limit = organization.stage == QLatin1String("free") ? 50 : 500, .window = minutes(1)};
}

/// (BEHAVIOUR 7.2; the figure of the free plan is not published, that of trials stands in for it)
QList<RateRule> bookingRules(const WorldOrganization &organization)
{
    if (organization.plan == QLatin1String("enterprise"))
        return {{.limit = 500, .window = minutes(1)}};
    if (organization.stage != QLatin1String("paid"))
        return {{.limit = 5, .window = hours(24)}};
    return {
        {.limit = 10, .window = minutes(1)}, {.limit = 50, .window = hours(1)}, {.limit = 100, .window = hours(24)}};
}

} // namespace

SandboxApi::SandboxApi(World &world, SandboxAuth &auth, RateLimiter &limiter, std::optional<int> limit, std::chrono::seconds minute)
    : m_world(world)
    , m_auth(auth)
    , m_limiter(limiter)
    , m_limit(limit)
    , m_minute(minute)
{
}

bool SandboxApi::owns(const HttpRequest &request)
{
    static const QStringList collections{
        QStringLiteral("users"),
        QStringLiteral("organizations"),
        QStringLiteral("organization_memberships"),
        QStringLiteral("teams"),
        QStringLiteral("groups"),
        QStringLiteral("group_relationships"),
        QStringLiteral("event_types"),
        QStringLiteral("one_off_event_types"),
        QStringLiteral("event_type_available_times"),
        QStringLiteral("event_type_memberships"),
        QStringLiteral("event_type_availability_schedules"),
        QStringLiteral("user_availability_schedules"),
        QStringLiteral("user_busy_times"),
        QStringLiteral("user_meeting_limits"),
        QStringLiteral("locations"),
        QStringLiteral("scheduled_events"),
        QStringLiteral("invitees"),
        QStringLiteral("invitee_no_shows"),
        QStringLiteral("scheduling_links"),
        QStringLiteral("shares"),
        QStringLiteral("contacts"),
        QStringLiteral("contact_lists"),
        QStringLiteral("notes"),
        QStringLiteral("meeting_recaps"),
        QStringLiteral("routing_forms"),
        QStringLiteral("routing_form_submissions"),
        QStringLiteral("webhook_subscriptions"),
        QStringLiteral("sample_webhook_data"),
        QStringLiteral("activity_log_entries"),
        QStringLiteral("data_compliance"),
        QStringLiteral("outgoing_communications"),
    };
    return !request.header("Authorization").isEmpty() || collections.contains(request.path.section(u'/', 1, 1));
}

HttpResponse SandboxApi::respond(const HttpRequest &request)
{
    if (request.header("User-Agent").isEmpty())
        return permissionDenied(); // seen once on the real thing (BEHAVIOUR 8.12)
    const auto caller = m_auth.callerOf(request);
    if (!caller) {
        HttpResponse response = unauthenticated();
        addRateHeaders(response,
                       {.limit = m_limit.value_or(500), .remaining = m_limit.value_or(500), .reset = minutes(1)});
        return response;
    }
    const RateState state = count(request, *caller);
    HttpResponse response = state.allowed ? respondTo(request, *caller) : tooManyRequests();
    addRateHeaders(response, state);
    return response;
}

HttpResponse SandboxApi::respondTo(const HttpRequest &request, const Caller &caller)
{
    const FoundRoute found = m_router.find(request.method, request.path);
    if (!found.route)
        return resourceNotFound();
    const QStringList &scopes = found.route->scopes;
    if (std::none_of(scopes.begin(), scopes.end(), [&](const QString &scope) { return allows(caller.scopes, scope); }))
        return insufficientScope(scopes);
    return found.route->operation(ApiCall{
        .request = request, .captured = found.captured, .caller = caller, .world = m_world, .tokens = m_tokens});
}

RateState SandboxApi::count(const HttpRequest &request, const Caller &caller)
{
    const WorldOrganization &organization = organizationOf(m_world, caller.user);
    const QString bucket = QString::number(caller.user);
    RateRule rule = requestRule(organization);
    rule.limit = m_limit.value_or(rule.limit);
    rule.window = m_minute;
    const RateState state = m_limiter.take(QStringLiteral("api ") + bucket, rule);
    const bool isBooking = request.method == "POST" && request.path == QLatin1String("/invitees");
    if (!state.allowed || !isBooking || m_limit == 0)
        return state;
    for (const RateRule &own : bookingRules(organization)) {
        const QString name = QStringLiteral("booking %1 %2").arg(own.window.count()).arg(caller.user);
        const RateState booking = m_limiter.take(name, own);
        if (!booking.allowed)
            return booking;
    }
    return state;
}

} // namespace sandbox
