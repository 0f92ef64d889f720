// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "slotfinder.h"
#include "worldjson.h"

#include <QJsonArray>

namespace sandbox {

namespace {

constexpr WorldTime weekLong = WorldTime(7) * 24 * 60 * 60 * 1000;

HttpResponse foreignUser()
{
    return permissionDenied(QStringLiteral("This user is not in your organization"));
}

HttpResponse listSchedules(const ApiCall &call)
{
    QueryReader query(call);
    const int user = query.requiredReference(World::Thing::User, QStringLiteral("user"));
    if (const auto refusal = query.refusal())
        return *refusal;
    if (!isColleague(call, user))
        return foreignUser();
    QJsonArray collection;
    for (const WorldSchedule &schedule : call.world.schedules()) {
        if (schedule.user == user)
            collection.append(toJson(schedule, call.world));
    }
    return HttpResponse::json(200, {{QStringLiteral("collection"), collection}});
}

HttpResponse oneSchedule(const ApiCall &call)
{
    const WorldSchedule *schedule = call.world.schedule(call.captured.first());
    if (!schedule)
        return resourceNotFound();
    if (!isColleague(call, schedule->user))
        return foreignUser();
    return resourceAnswer(200, toJson(*schedule, call.world));
}

HttpResponse listBusyTimes(const ApiCall &call)
{
    const QString end = QStringLiteral("end_time");
    QueryReader query(call);
    const int user = query.requiredReference(World::Thing::User, QStringLiteral("user"));
    const WorldTime from = query.requiredInstant(QStringLiteral("start_time"));
    const WorldTime to = query.requiredInstant(end);
    if (const auto refusal = query.refusal())
        return *refusal;
    if (from < call.world.now())
        query.refuse(QStringLiteral("start_time"), QStringLiteral("must not be in the past"));
    if (to <= from)
        query.refuse(end, QStringLiteral("must be after start_time"));
    if (to - from > weekLong)
        query.refuse(end, QStringLiteral("must be at most 7 days after start_time"));
    if (const auto refusal = query.refusal())
        return *refusal;
    if (!isColleague(call, user))
        return foreignUser();
    QJsonArray collection;
    for (const WorldBusyTime &busy : busyTimes(call.world, user, from, to))
        collection.append(toJson(busy, call.world));
    return HttpResponse::json(200, {{QStringLiteral("collection"), collection}});
}

} // namespace

void addAvailabilityRoutes(Router &router)
{
    const QStringList read{QStringLiteral("availability:read")};
    router.add(QStringLiteral("GET /user_availability_schedules"), read, listSchedules);
    router.add(QStringLiteral("GET /user_availability_schedules/{uuid}"), read, oneSchedule);
    router.add(QStringLiteral("GET /user_busy_times"), read, listBusyTimes);
}

} // namespace sandbox
