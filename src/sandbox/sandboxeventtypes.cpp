// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "slotfinder.h"
#include "worldjson.h"

#include <QJsonArray>

namespace sandbox {

namespace {

constexpr WorldTime dayLong = WorldTime(24) * 60 * 60 * 1000;

/// What GET /event_types filters by.
struct EventTypeFilter
{
    int organization = noId;
    int user = noId;
    int schedule = noId;
    std::optional<bool> active;
    std::optional<bool> adminManaged;

    bool fits(const WorldEventType &type) const
    {
        return !type.deletedAt && (organization == noId || type.organization == organization)
            && (user == noId || type.owner == user || type.hosts.contains(user))
            && (schedule == noId || type.schedule == schedule) && (!active || type.active == *active)
            && (!adminManaged || type.adminManaged == *adminManaged);
    }
};

EventTypeFilter readFilter(QueryReader &query)
{
    const QString schedule = QStringLiteral("user_availability_schedule");
    if (!query.has(QStringLiteral("organization")) && !query.has(QStringLiteral("user")))
        query.refuse(QStringLiteral("organization"), QStringLiteral("organization or user is required"));
    if (query.has(schedule) && !query.has(QStringLiteral("user")))
        query.refuse(schedule, QStringLiteral("can be used with user only"));
    return {.organization = query.reference(World::Thing::Organization, QStringLiteral("organization")),
            .user = query.reference(World::Thing::User, QStringLiteral("user")),
            .schedule = query.reference(World::Thing::Schedule, schedule),
            .active = query.boolean(QStringLiteral("active")),
            .adminManaged = query.boolean(QStringLiteral("admin_managed"))};
}

QString sortText(const WorldEventType &type, const QString &field)
{
    if (field == QLatin1String("position"))
        return sortable(type.position);
    if (field == QLatin1String("created_at"))
        return sortable(type.createdAt);
    if (field == QLatin1String("updated_at"))
        return sortable(type.updatedAt);
    return type.name.toCaseFolded();
}

HttpResponse listEventTypes(const ApiCall &call)
{
    QueryReader query(call);
    const EventTypeFilter filter = readFilter(query);
    const QList<SortField> sort = query.sort({QStringLiteral("name"), QStringLiteral("position"),
                                              QStringLiteral("created_at"), QStringLiteral("updated_at")},
                                             QStringLiteral("name:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (filter.organization != noId && !isMember(call, filter.organization))
        return permissionDenied();
    if (filter.user != noId && !isColleague(call, filter.user))
        return permissionDenied(QStringLiteral("This user is not in your organization"));

    QList<PageRow> rows;
    for (const WorldEventType &type : call.world.eventTypes()) {
        if (!filter.fits(type) || !isMember(call, type.organization))
            continue;
        QStringList key;
        for (const SortField &field : sort)
            key += sortText(type, field.name);
        rows.append({.key = key, .id = type.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(call.world.eventTypes().at(size_t(id)), call.world); });
}

HttpResponse oneEventType(const ApiCall &call)
{
    const WorldEventType *type = call.world.eventType(call.captured.first());
    if (!type)
        return resourceNotFound();
    if (!isMember(call, type->organization))
        return permissionDenied();
    return resourceAnswer(200, toJson(*type, call.world));
}

HttpResponse listAvailableTimes(const ApiCall &call)
{
    const QString end = QStringLiteral("end_time");
    QueryReader query(call);
    const int type = query.requiredReference(World::Thing::EventType, QStringLiteral("event_type"));
    const WorldTime from = query.requiredInstant(QStringLiteral("start_time"));
    const WorldTime to = query.requiredInstant(end);
    if (const auto refusal = query.refusal())
        return *refusal;
    if (from <= call.world.now())
        query.refuse(QStringLiteral("start_time"), QStringLiteral("must be in the future"));
    if (to <= from)
        query.refuse(end, QStringLiteral("must be after start_time"));
    if (to - from > 31 * dayLong)
        query.refuse(end, QStringLiteral("must be at most 31 days after start_time"));
    if (const auto refusal = query.refusal())
        return *refusal;

    const WorldEventType &eventType = call.world.eventTypes().at(size_t(type));
    if (!isMember(call, eventType.organization))
        return permissionDenied();
    QJsonArray collection;
    for (const WorldSlot &slot : findSlots(call.world, eventType, from, to))
        collection.append(toJson(slot, eventType, call.world));
    return HttpResponse::json(200, {{QStringLiteral("collection"), collection}});
}

} // namespace

void addEventTypeRoutes(Router &router)
{
    const QStringList read{QStringLiteral("event_types:read")};
    router.add(QStringLiteral("GET /event_types"), read, listEventTypes);
    router.add(QStringLiteral("GET /event_types/{uuid}"), read, oneEventType);
    // the reference and the catalogue of scopes disagree about which of the two it is (BEHAVIOUR 4.4)
    router.add(QStringLiteral("GET /event_type_available_times"),
               {QStringLiteral("availability:read"), QStringLiteral("event_types:read")}, listAvailableTimes);
}

} // namespace sandbox
