// SPDX-License-Identifier: GPL-3.0-or-later
#include "bodyreader.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "scopes.h"
#include "webhooksample.h"
#include "worldjson.h"

#include <algorithm>

namespace sandbox {

namespace {

const QString userScope = QStringLiteral("user");
const QString groupScope = QStringLiteral("group");
const QString organizationScope = QStringLiteral("organization");

/// An event that a subscription can ask for.
struct WebhookEvent
{
    QString name;
    QString readScope; ///< needed besides webhooks:write (BEHAVIOUR 4.6)
    QString onlyScope; ///< the one scope it exists for; empty: all (BEHAVIOUR 16.3)
    bool paidOnly = false;
};

const QList<WebhookEvent> &webhookEvents()
{
    const QString meetings = QStringLiteral("scheduled_events:read");
    const QString types = QStringLiteral("event_types:read");
    const QString forms = QStringLiteral("routing_forms:read");
    const QString recaps = QStringLiteral("meeting_recaps:read");
    const QString contacts = QStringLiteral("contacts:read");
    static const QList<WebhookEvent> events{
        {QStringLiteral("invitee.created"), meetings, {}},
        {QStringLiteral("invitee.canceled"), meetings, {}},
        {QStringLiteral("invitee_no_show.created"), meetings, {}},
        {QStringLiteral("invitee_no_show.deleted"), meetings, {}},
        {QStringLiteral("event_type.created"), types, {}},
        {QStringLiteral("event_type.updated"), types, {}},
        {QStringLiteral("event_type.deleted"), types, {}},
        {QStringLiteral("routing_form_submission.created"), forms, organizationScope, true},
        {QStringLiteral("meeting_recap.created"), recaps, userScope, true},
        {QStringLiteral("meeting_recap.updated"), recaps, userScope, true},
        {QStringLiteral("meeting_recap.deleted"), recaps, userScope, true},
        {QStringLiteral("contact.created"), contacts, {}},
        {QStringLiteral("contact.updated"), contacts, {}},
        {QStringLiteral("contact.deleted"), contacts, {}},
    };
    return events;
}

const WebhookEvent *eventNamed(const QString &name)
{
    const auto &events = webhookEvents();
    const auto found
        = std::find_if(events.begin(), events.end(), [&](const WebhookEvent &event) { return event.name == name; });
    return found == events.end() ? nullptr : &*found;
}

/// Whose events: the three ways to narrow an organization down.
struct WebhookTarget
{
    QString scope;
    int organization = noId;
    int user = noId;
    int group = noId;

    bool fits(const WorldWebhook &hook) const
    {
        return !hook.removed && hook.scope == scope && hook.organization == organization && hook.user == user
            && hook.group == group;
    }
};

WebhookTarget targetOf(const WorldWebhook &hook)
{
    return {.scope = hook.scope, .organization = hook.organization, .user = hook.user, .group = hook.group};
}

/// organization and scope, and the user or group that go with the scope, out of a query or a body.
template <typename Reader> WebhookTarget readTarget(Reader &reader, const QString &scope)
{
    if (!reader.has(organizationScope))
        reader.refuse(organizationScope, QStringLiteral("is missing"));
    if (!reader.has(QStringLiteral("scope")))
        reader.refuse(QStringLiteral("scope"), QStringLiteral("is missing"));
    for (const QString &part : {userScope, groupScope}) {
        if (scope == part && !reader.has(part))
            reader.refuse(part, QStringLiteral("is required with this scope"));
        else if (scope != part && reader.has(part))
            reader.refuse(part, QStringLiteral("does not belong to this scope"));
    }
    return {.scope = scope,
            .organization = reader.reference(World::Thing::Organization, organizationScope),
            .user = reader.reference(World::Thing::User, userScope),
            .group = reader.reference(World::Thing::Group, groupScope)};
}

QStringList targetScopes()
{
    return {organizationScope, userScope, groupScope};
}

std::optional<HttpResponse> refusalFor(const ApiCall &call, const WebhookTarget &target)
{
    if (!isMember(call, target.organization))
        return permissionDenied();
    if (target.user != noId && !call.world.membershipOf(target.user, target.organization))
        return permissionDenied(QStringLiteral("This user is not in your organization"));
    const bool isAdmin = administers(call, target.organization);
    const bool isOwn = target.user != noId && target.user == call.caller.user;
    const bool runsGroup = target.group != noId && administersGroup(call, call.world.groups().at(size_t(target.group)));
    return isAdmin || isOwn || runsGroup ? std::nullopt : std::optional(permissionDenied());
}

/// Each event known, once, and there for `scope`.
QStringList readEvents(BodyReader &body, const QString &scope)
{
    const QString name = QStringLiteral("events");
    const QStringList events = body.texts(name).value_or(QStringList());
    if (events.isEmpty())
        body.refuse(name, QStringLiteral("is missing"));
    for (const QString &event : events) {
        const WebhookEvent *known = eventNamed(event);
        if (!known)
            body.refuse(name, QStringLiteral("\"%1\" is not an event").arg(event));
        else if (!known->onlyScope.isEmpty() && known->onlyScope != scope)
            body.refuse(name, QStringLiteral("\"%1\" needs the scope %2").arg(event, known->onlyScope));
        if (events.count(event) > 1)
            body.refuse(name, QStringLiteral("\"%1\" is there twice").arg(event));
    }
    return events;
}

QString readAddress(BodyReader &body)
{
    const QString name = QStringLiteral("url");
    body.require(name);
    const QString text = body.text(name, 2048).value_or(QString());
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (body.has(name) && (!url.isValid() || !isWeb || url.host().isEmpty()))
        body.refuse(name, QStringLiteral("must be a web address"));
    return text;
}

/// The scopes and the plan that the events need besides.
std::optional<HttpResponse> refusalFor(const ApiCall &call, const QStringList &events, int organization)
{
    QStringList missing;
    bool paidOnly = false;
    for (const QString &name : events) {
        const WebhookEvent &event = *eventNamed(name);
        if (!allows(call.caller.scopes, event.readScope))
            missing += event.readScope;
        paidOnly = paidOnly || event.paidOnly;
    }
    missing.removeDuplicates();
    if (!missing.isEmpty())
        return insufficientScope(missing);
    if (paidOnly && call.world.organizations().at(size_t(organization)).stage == QLatin1String("free"))
        return permissionDenied(QStringLiteral("Please upgrade to a paid Calendly account."));
    return std::nullopt;
}

HttpResponse createWebhook(const ApiCall &call)
{
    BodyReader body(call);
    const QString scope = body.oneOf(QStringLiteral("scope"), targetScopes()).value_or(QString());
    const WebhookTarget target = readTarget(body, scope);
    const QString address = readAddress(body);
    const QStringList events = readEvents(body, scope);
    body.text(QStringLiteral("signing_key"));
    if (const auto refusal = body.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, target))
        return *refusal;
    if (const auto refusal = refusalFor(call, events, target.organization))
        return *refusal;
    const auto &hooks = call.world.webhooks();
    if (std::any_of(hooks.begin(), hooks.end(),
                    [&](const WorldWebhook &hook) { return target.fits(hook) && hook.callbackUrl == address; }))
        return apiError(409, QStringLiteral("Already Exists"), QStringLiteral("Hook with this url already exists"));

    WorldWebhook hook;
    hook.callbackUrl = address;
    hook.events = events;
    hook.scope = scope;
    hook.organization = target.organization;
    hook.user = target.user;
    hook.group = target.group;
    hook.creator = call.caller.user;
    hook.createdAt = hook.updatedAt = call.world.now();
    const int id = call.world.add(hook);
    return resourceAnswer(201, toJson(call.world.webhooks().at(size_t(id)), call.world));
}

HttpResponse listWebhooks(const ApiCall &call)
{
    QueryReader query(call);
    const WebhookTarget target = readTarget(query, query.oneOf(QStringLiteral("scope"), targetScopes()));
    const QList<SortField> sort = query.sort({QStringLiteral("created_at")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, target))
        return *refusal;

    QList<PageRow> rows;
    for (const WorldWebhook &hook : call.world.webhooks()) {
        if (target.fits(hook))
            rows.append({.key = {sortable(hook.createdAt)}, .id = hook.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(call.world.webhooks().at(size_t(id)), call.world); });
}

HttpResponse oneWebhook(const ApiCall &call)
{
    const WorldWebhook *hook = call.world.webhook(call.captured.first());
    if (!hook)
        return resourceNotFound();
    if (const auto refusal = refusalFor(call, targetOf(*hook)))
        return *refusal;
    return resourceAnswer(200, toJson(*hook, call.world));
}

HttpResponse deleteWebhook(const ApiCall &call)
{
    const WorldWebhook *hook = call.world.webhook(call.captured.first());
    if (!hook)
        return resourceNotFound();
    if (const auto refusal = refusalFor(call, targetOf(*hook)))
        return *refusal;
    call.world.removeWebhook(hook->id);
    return {.status = 204, .headers = {}, .body = {}};
}

HttpResponse sampleDelivery(const ApiCall &call)
{
    const QString name = QStringLiteral("event");
    QStringList names;
    for (const WebhookEvent &event : webhookEvents())
        names.append(event.name);
    QueryReader query(call);
    const QString event = query.oneOf(name, names);
    if (!query.has(name))
        query.refuse(name, QStringLiteral("is missing"));
    const WebhookTarget target = readTarget(query, query.oneOf(QStringLiteral("scope"), targetScopes()));
    if (const WebhookEvent *known = eventNamed(event); known && !known->onlyScope.isEmpty() && known->onlyScope != target.scope)
        query.refuse(name, QStringLiteral("needs the scope %1").arg(known->onlyScope));
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, target))
        return *refusal;
    return HttpResponse::json(200, webhookSample(event, call.world, call.caller.user));
}

} // namespace

void addWebhookRoutes(Router &router)
{
    const QStringList read{QStringLiteral("webhooks:read")};
    const QStringList write{QStringLiteral("webhooks:write")};
    router.add(QStringLiteral("POST /webhook_subscriptions"), write, createWebhook);
    router.add(QStringLiteral("GET /webhook_subscriptions"), read, listWebhooks);
    router.add(QStringLiteral("GET /webhook_subscriptions/{webhook_uuid}"), read, oneWebhook);
    router.add(QStringLiteral("GET /sample_webhook_data"), read, sampleDelivery);
    router.add(QStringLiteral("DELETE /webhook_subscriptions/{webhook_uuid}"), write, deleteWebhook);
}

} // namespace sandbox
