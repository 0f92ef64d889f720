// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apicall.h"

#include <functional>

namespace sandbox {

using ApiOperation = std::function<HttpResponse(const ApiCall &)>;

/// An operation of the API: where it is, what it needs, what it does.
struct Route
{
    QString method;
    QStringList segments; ///< of the path; {…} stands for one segment
    QStringList scopes; ///< any one of them suffices
    ApiOperation operation;
};

/// A route found for a request, with what its {…} stood for.
struct FoundRoute
{
    const Route *route = nullptr;
    QStringList captured;
};

/// All operations. A path that is written out goes before one with {…} in the same place, as it was added first.
class Router
{
public:
    /// `where` is like "GET /users/{uuid}".
    void add(const QString &where, const QStringList &scopes, ApiOperation operation);

    FoundRoute find(const QByteArray &method, const QString &path) const;

private:
    QList<Route> m_routes;
};

void addUserRoutes(Router &router);
void addOrganizationRoutes(Router &router);
void addEventTypeRoutes(Router &router);
void addAvailabilityRoutes(Router &router);
void addMeetingRoutes(Router &router);
void addInviteeRoutes(Router &router);
void addLinkRoutes(Router &router);
void addWebhookRoutes(Router &router);
void addMemberRoutes(Router &router);
void addRoutingRoutes(Router &router);
void addEnterpriseRoutes(Router &router);

/// A router that knows every operation.
Router allRoutes();

} // namespace sandbox
