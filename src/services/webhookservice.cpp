// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookservice.h"

#include "incomplete.h"
#include "organizationapi.h"
#include "pendingwrites.h"
#include "unseenwrite.h"
#include "webhookrules.h"
#include "webhooksapi.h"
#include "whilealive.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using Scope = WebhookSubscription::Scope;
using Tell = std::function<void(const WriteOutcome &)>;

class WebhookService::Private
{
public:
    Private(WebhookService *service, WebhooksApi &webhooksApi, OrganizationApi &organizationApi, PendingWrites &pendingWrites, Clock presentTime)
        : q(service)
        , api(webhooksApi)
        , people(organizationApi)
        , writes(pendingWrites)
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
    {
    }

    Part &partOf(const WebhookSubscription &like);
    void read(const WebhookSubscription &like);
    WebhookSubscription likeOf(Scope scope, const QUrl &group = {}) const;
    void readRole();
    void readGroups();
    void keepGroups(const QList<MemberGroup> &found);
    void readNames(const QList<WebhookSubscription> &webhooks);
    void keep(Part &part, const Result<Listing<WebhookSubscription>> &answer);
    void endPart();
    void lookForCreated(const WebhookSubscription &wanted, const QSet<QUrl> &before, const Error &lost, const Tell &tell);
    void lookForRemoved(const WebhookSubscription &webhook, const Error &lost, const Tell &tell);
    void drop(const WebhookSubscription &webhook);
    Tell writing(QObject *context, Tell then);

    WebhookService *q;
    WebhooksApi &api;
    OrganizationApi &people;
    PendingWrites &writes;
    Clock clock;
    std::unique_ptr<QObject> account; ///< lives as long as the same account is open
    User self;
    std::optional<Role> role;
    Part user;
    Part organization;
    QList<GroupPart> groups; ///< by name
    std::optional<Error> groupsProblem;
    QHash<QUrl, QString> names; ///< of those who were asked for; empty while, and where, not known
    int open = 0; ///< lists that are being read
    bool whole = false;
};

WebhookService::WebhookService(WebhooksApi &webhooks, OrganizationApi &people, PendingWrites &writes, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, webhooks, people, writes, std::move(clock)))
{
}

WebhookService::~WebhookService() = default;

WebhookService::Part WebhookService::ofUser() const
{
    return d->user;
}

WebhookService::Part WebhookService::ofOrganization() const
{
    return d->organization;
}

QList<WebhookService::GroupPart> WebhookService::ofGroups() const
{
    return d->groups;
}

std::optional<Error> WebhookService::groupsProblem() const
{
    return d->groupsProblem;
}

QString WebhookService::groupName(const QUrl &group) const
{
    const auto known = std::find_if(d->groups.cbegin(), d->groups.cend(), [&group](const GroupPart &each) { return each.group.uri == group; });
    return known == d->groups.cend() ? QString() : known->group.name;
}

bool WebhookService::isWhole() const
{
    return d->whole;
}

bool WebhookService::isReading() const
{
    return d->open > 0;
}

std::optional<Role> WebhookService::role() const
{
    return d->role;
}

QString WebhookService::nameOf(const QUrl &person) const
{
    return person == d->self.uri ? d->self.name : d->names.value(person);
}

void WebhookService::refresh(const User &user)
{
    if (isReading())
        return;
    d->self = user;
    d->open = 3;
    d->read(d->likeOf(Scope::User));
    d->readRole();
    d->readGroups();
    emit changed();
}

void WebhookService::create(const WebhookSubscription &wanted, const QString &signingKey, QObject *context, Tell then)
{
    QSet<QUrl> before;
    for (const WebhookSubscription &webhook : std::as_const(d->partOf(wanted).webhooks))
        before.insert(webhook.uri);
    d->api.create(wanted, signingKey, d->account.get(),
                  [this, wanted, before, tell = d->writing(context, std::move(then))](const Result<WebhookSubscription> &answer) {
                      if (answer) {
                          d->partOf(wanted).webhooks.removeIf([&](const WebhookSubscription &known) { return known.uri == answer->uri; });
                          d->partOf(wanted).webhooks.append(*answer); // a list that was read meanwhile may have it already
                          emit changed();
                          return tell({});
                      }
                      if (!outcomeUnknown(answer.error()))
                          return tell({WriteOutcome::Kind::Refused, answer.error()});
                      d->lookForCreated(wanted, before, answer.error(), tell);
                  });
}

void WebhookService::remove(const WebhookSubscription &webhook, QObject *context, Tell then)
{
    d->api.remove(webhook.uri, d->account.get(),
                  [this, webhook, tell = d->writing(context, std::move(then))](const Result<Done> &answer) {
                      if (answer) {
                          d->drop(webhook);
                          return tell({});
                      }
                      if (!outcomeUnknown(answer.error()))
                          return tell({WriteOutcome::Kind::Refused, answer.error()});
                      d->lookForRemoved(webhook, answer.error(), tell);
                  });
}

void WebhookService::sample(const QString &event, const WebhookSubscription &target, QObject *context,
                            std::function<void(const Result<QString> &)> then)
{
    d->api.sample(event, target, context, [then = std::move(then)](const Result<QJsonObject> &answer) {
        if (!answer)
            return then(Unexpected(answer.error()));
        then(QString::fromUtf8(QJsonDocument(*answer).toJson(QJsonDocument::Indented)));
    });
}

void WebhookService::forget()
{
    d->account = std::make_unique<QObject>();
    d->self = {};
    d->role.reset();
    d->user = {};
    d->organization = {};
    d->groups.clear();
    d->groupsProblem.reset();
    d->names.clear();
    d->open = 0;
    d->whole = false;
    emit changed();
}

/// The webhooks of the same scope and group as `like`. Those of a group that is not known (any more) have a place, too.
WebhookService::Part &WebhookService::Private::partOf(const WebhookSubscription &like)
{
    if (like.scope != Scope::Group)
        return like.scope == Scope::Organization ? organization : user;
    auto known = std::find_if(groups.begin(), groups.end(), [&like](const GroupPart &each) { return each.group.uri == like.group; });
    if (known == groups.end())
        known = groups.insert(known, {MemberGroup{.uri = like.group, .name = {}}, {}});
    return known->part;
}

WebhookSubscription WebhookService::Private::likeOf(Scope scope, const QUrl &group) const
{
    return {.scope = scope, .organization = self.organization, .user = self.uri, .group = group};
}

void WebhookService::Private::read(const WebhookSubscription &like)
{
    api.list(like.scope, like.organization, like.scope == Scope::Group ? like.group : like.user, account.get(),
             [this, like](const Result<Listing<WebhookSubscription>> &answer) {
                 keep(partOf(like), answer);
                 endPart();
             });
}

/// Where the role cannot be read, Calendly's answer to the list tells as well.
void WebhookService::Private::readRole()
{
    people.memberships(self.organization, self.uri, Urgency::Now, account.get(), [this](const Result<Listing<OrganizationMembership>> &answer) {
        role.reset();
        for (const OrganizationMembership &membership : answer ? answer->items : QList<OrganizationMembership>()) {
            if (membership.user.uri == self.uri)
                role = membership.role;
        }
        if (role != Role::User)
            return read(likeOf(Scope::Organization));
        organization = {};
        organization.problem = failure(Error::Kind::NotAllowed, QStringLiteral("Only owners and admins see these"));
        endPart();
    });
}

/// Not everybody may know of groups, and most organizations have none: nothing else waits for this or suffers from it.
void WebhookService::Private::readGroups()
{
    people.groups(self.organization, account.get(), [this](const Result<Listing<MemberGroup>> &answer) {
        groupsProblem = answer ? answer->flaw : std::optional(answer.error());
        if (answer) {
            keepGroups(answer->items);
            open += static_cast<int>(groups.size());
            for (const GroupPart &each : std::as_const(groups))
                read(likeOf(Scope::Group, each.group.uri));
        }
        endPart();
    });
}

void WebhookService::Private::keepGroups(const QList<MemberGroup> &found)
{
    QList<GroupPart> kept;
    for (const MemberGroup &group : found)
        kept.append({group, partOf(likeOf(Scope::Group, group.uri))});
    std::sort(kept.begin(), kept.end(),
              [](const GroupPart &one, const GroupPart &other) { return one.group.name.localeAwareCompare(other.group.name) < 0; });
    groups = kept;
}

void WebhookService::Private::keep(Part &part, const Result<Listing<WebhookSubscription>> &answer)
{
    if (!answer) {
        part.problem = answer.error();
        return;
    }
    if (answer->flaw) {
        part.problem = answer->flaw;
        return;
    }
    part = {answer->items, clock(), std::nullopt};
    std::stable_sort(part.webhooks.begin(), part.webhooks.end(),
                     [](const WebhookSubscription &one, const WebhookSubscription &other) { return one.createdAt < other.createdAt; });
    readNames(part.webhooks);
}

void WebhookService::Private::endPart()
{
    whole = --open == 0 || whole;
    emit q->changed();
}

/// A name that cannot be read is not asked for again until the account is opened anew.
void WebhookService::Private::readNames(const QList<WebhookSubscription> &webhooks)
{
    for (const WebhookSubscription &webhook : webhooks) {
        if (webhook.creator.isEmpty() || webhook.creator == self.uri || names.contains(webhook.creator))
            continue;
        names.insert(webhook.creator, {});
        people.user(webhook.creator, Urgency::Now, account.get(), [this, creator = webhook.creator](const Result<User> &answer) {
            if (!answer)
                return;
            names.insert(creator, answer->name);
            emit q->changed();
        });
    }
}

/// One that was not there before, with the address that was asked for, is the one.
void WebhookService::Private::lookForCreated(const WebhookSubscription &wanted, const QSet<QUrl> &before, const Error &lost, const Tell &tell)
{
    api.list(wanted.scope, wanted.organization, wanted.scope == Scope::Group ? wanted.group : wanted.user, account.get(),
             [this, wanted, before, lost, tell](const Result<Listing<WebhookSubscription>> &answer) {
                 Part &part = partOf(wanted);
                 keep(part, answer);
                 emit q->changed();
                 if (part.problem)
                     return tell({WriteOutcome::Kind::Unknown, part.problem});
                 const bool made = std::any_of(part.webhooks.cbegin(), part.webhooks.cend(), [&](const WebhookSubscription &webhook) {
                     return isSameAddress(webhook.callbackUrl, wanted.callbackUrl) && !before.contains(webhook.uri);
                 });
                 if (!made && answer->leftOut > 0) // it may be one that could not be read
                     return tell({WriteOutcome::Kind::Unknown, incomplete(QStringLiteral("Some rows could not be read"))});
                 tell(made ? WriteOutcome{} : unseenOutcome(lost));
             });
}

void WebhookService::Private::lookForRemoved(const WebhookSubscription &webhook, const Error &lost, const Tell &tell)
{
    api.webhook(webhook.uri, account.get(), [this, webhook, lost, tell](const Result<WebhookSubscription> &answer) {
        if (answer)
            return tell(unseenOutcome(lost));
        if (answer.error().kind != Error::Kind::NotFound)
            return tell({WriteOutcome::Kind::Unknown, answer.error()});
        drop(webhook);
        tell({});
    });
}

void WebhookService::Private::drop(const WebhookSubscription &webhook)
{
    partOf(webhook).webhooks.removeIf([&webhook](const WebhookSubscription &other) { return other.uri == webhook.uri; });
    emit q->changed();
}

Tell WebhookService::Private::writing(QObject *context, Tell then)
{
    return holding(writes.hold(PendingWrites::Kind::Webhook), whileAlive<WriteOutcome>(context, std::move(then)));
}
