// SPDX-License-Identifier: GPL-3.0-or-later
#include "router.h"

namespace sandbox {

namespace {

/// What the {…} of `pattern` stand for in `path`; nothing where it does not fit.
std::optional<QStringList> captured(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QStringList values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i).startsWith(u'{'))
            values += path.at(i);
        else if (pattern.at(i) != path.at(i))
            return std::nullopt;
    }
    return values;
}

} // namespace

void Router::add(const QString &where, const QStringList &scopes, ApiOperation operation)
{
    const qsizetype blank = where.indexOf(u' ');
    m_routes.append({.method = where.left(blank),
                     .segments = where.mid(blank + 1).split(u'/'),
                     .scopes = scopes,
                     .operation = std::move(operation)});
}

FoundRoute Router::find(const QByteArray &method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    for (const Route &route : m_routes) {
        if (route.method != QLatin1String(method))
            continue;
        if (const auto values = captured(route.segments, segments))
            return {.route = &route, .captured = *values};
    }
    return {};
}

Router allRoutes()
{
    Router router;
    addUserRoutes(router);
    addOrganizationRoutes(router);
    addEventTypeRoutes(router);
    addAvailabilityRoutes(router);
    addMeetingRoutes(router);
    addInviteeRoutes(router);
    addLinkRoutes(router);
    addWebhookRoutes(router);
    addMemberRoutes(router);
    addRoutingRoutes(router);
    addEnterpriseRoutes(router);
    return router;
}

} // namespace sandbox
