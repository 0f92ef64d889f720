// SPDX-License-Identifier: GPL-3.0-or-later
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

namespace sandbox {

namespace {

HttpResponse currentUser(const ApiCall &call)
{
    return resourceAnswer(200, toJson(call.user(), call.world));
}

HttpResponse oneUser(const ApiCall &call)
{
    const WorldUser *user = call.world.user(call.captured.first());
    if (!user)
        return resourceNotFound();
    if (!isColleague(call, user->id))
        return permissionDenied(QStringLiteral("This user is not in your organization"));
    return resourceAnswer(200, toJson(*user, call.world));
}

} // namespace

void addUserRoutes(Router &router)
{
    const QStringList read{QStringLiteral("users:read")};
    router.add(QStringLiteral("GET /users/me"), read, currentUser);
    router.add(QStringLiteral("GET /users/{uuid}"), read, oneUser);
}

} // namespace sandbox
