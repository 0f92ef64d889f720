// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "sharereader.h"
#include "worldjson.h"

namespace sandbox {

namespace {

const WorldLink &linkAt(const World &world, int id)
{
    return world.links().at(size_t(id));
}

const WorldEventType &typeAt(const World &world, int id)
{
    return world.eventTypes().at(size_t(id));
}

bool mayShare(const ApiCall &call, const WorldEventType &type)
{
    return type.hosts.contains(call.caller.user) || administers(call, type.organization);
}

/// Why there can be no link to this type; nothing when there can.
std::optional<HttpResponse> refusalFor(const ApiCall &call, const WorldEventType &type)
{
    if (type.deletedAt)
        return resourceNotFound();
    return mayShare(call, type) ? std::nullopt : std::optional(permissionDenied());
}

HttpResponse createSchedulingLink(const ApiCall &call)
{
    const QString maximum = QStringLiteral("max_event_count");
    const QString ownerType = QStringLiteral("owner_type");
    const QString owner = QStringLiteral("owner");
    BodyReader body(call);
    // the schema writes the text "1", everybody else the number (BEHAVIOUR 1.9)
    const QJsonValue count = body.value(maximum);
    if (count != QJsonValue(1) && count != QJsonValue(QStringLiteral("1")))
        body.refuse(maximum, body.has(maximum) ? QStringLiteral("must be 1") : QStringLiteral("is missing"));
    body.require(owner);
    body.require(ownerType);
    body.oneOf(ownerType, {QStringLiteral("EventType")});
    const int type = body.reference(World::Thing::EventType, owner);
    if (const auto refusal = body.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, typeAt(call.world, type)))
        return *refusal;
    const int link = createLink(call.world, type);
    return resourceAnswer(201, toJson(linkAt(call.world, link), call.world));
}

HttpResponse createShare(const ApiCall &call)
{
    const QString eventType = QStringLiteral("event_type");
    BodyReader body(call);
    body.require(eventType);
    const int id = body.reference(World::Thing::EventType, eventType);
    const WorldShareOverride share = readShareOverride(body);
    if (const auto refusal = body.refusal())
        return *refusal;
    const WorldEventType &type = typeAt(call.world, id);
    if (const auto refusal = refusalFor(call, type))
        return *refusal;
    if (type.group || type.pooling != WorldPooling::None)
        return invalidArgument(eventType, QStringLiteral("must be a one-on-one event type"));
    const int link = createLink(call.world, id, share);
    return resourceAnswer(201, toJson(linkAt(call.world, link), call.world));
}

QString statusOf(const WorldLink &link, WorldTime now)
{
    if (link.usedBy != noId)
        return QStringLiteral("used");
    return now < link.expiresAt ? QStringLiteral("active") : QStringLiteral("expired");
}

QJsonObject shareJson(const ApiCall &call, const WorldLink &link)
{
    QJsonObject json = toJson(link, call.world);
    json.insert(QStringLiteral("status"), statusOf(link, call.world.now()));
    json.insert(QStringLiteral("created_at"), timeText(link.createdAt));
    json.insert(QStringLiteral("expires_at"), timeText(link.expiresAt));
    return json;
}

/// Beyond the published description, as are changing and taking back: the shares of one's own types and their state.
HttpResponse listShares(const ApiCall &call)
{
    QueryReader query(call);
    const QString status = query.oneOf(QStringLiteral("status"),
                                       {QStringLiteral("active"), QStringLiteral("used"), QStringLiteral("expired")});
    const QList<SortField> sort = query.sort({QStringLiteral("created_at")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;

    const WorldTime now = call.world.now();
    QList<PageRow> rows;
    for (const WorldLink &link : call.world.links()) {
        if (link.share && !link.takenBack && typeAt(call.world, link.eventType).hosts.contains(call.caller.user)
            && (status.isEmpty() || statusOf(link, now) == status))
            rows.append({.key = {sortable(link.createdAt)}, .id = link.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page), [&](int id) { return shareJson(call, linkAt(call.world, id)); });
}

/// Why the share that the path names cannot be touched; nothing where it can.
std::optional<HttpResponse> refusalOfShare(const ApiCall &call, const WorldLink *link)
{
    if (!link)
        return resourceNotFound();
    if (!typeAt(call.world, link->eventType).hosts.contains(call.caller.user))
        return permissionDenied();
    if (link->usedBy != noId)
        return permissionDenied(QStringLiteral("This share was booked already."));
    return std::nullopt;
}

/// What is given is changed, and nothing else.
HttpResponse changeShare(const ApiCall &call)
{
    const WorldLink *link = call.world.share(call.captured.first());
    if (const auto refusal = refusalOfShare(call, link))
        return *refusal;
    BodyReader body(call);
    const WorldShareOverride wanted = readShareOverride(body);
    if (const auto refusal = body.refusal())
        return *refusal;
    const int id = link->id;
    call.world.changeShare(id, changedShare(*link->share, wanted));
    return resourceAnswer(200, shareJson(call, linkAt(call.world, id)));
}

HttpResponse deleteShare(const ApiCall &call)
{
    const WorldLink *link = call.world.share(call.captured.first());
    if (const auto refusal = refusalOfShare(call, link))
        return *refusal;
    call.world.takeBackShare(link->id);
    return {.status = 204, .headers = {}, .body = {}};
}

} // namespace

void addLinkRoutes(Router &router)
{
    const QStringList shares{QStringLiteral("shares:write")};
    router.add(QStringLiteral("POST /scheduling_links"), {QStringLiteral("scheduling_links:write")},
               createSchedulingLink);
    router.add(QStringLiteral("POST /shares"), shares, createShare);
    router.add(QStringLiteral("GET /shares"), shares, listShares);
    router.add(QStringLiteral("PATCH /shares/{uuid}"), shares, changeShare);
    router.add(QStringLiteral("DELETE /shares/{uuid}"), shares, deleteShare);
}

} // namespace sandbox
