// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooksapi.h"

#include "apicall.h"
#include "resourcejson.h"

namespace {

QString wordFor(WebhookSubscription::Scope scope)
{
    switch (scope) {
    case WebhookSubscription::Scope::Organization:
        return QStringLiteral("organization");
    case WebhookSubscription::Scope::Group:
        return QStringLiteral("group");
    case WebhookSubscription::Scope::User:
        break;
    }
    return QStringLiteral("user");
}

QJsonObject bodyFor(const WebhookSubscription &webhook, const QString &signingKey)
{
    QJsonObject body{
        {QStringLiteral("url"), webhook.callbackUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("events"), QJsonArray::fromStringList(webhook.events)},
        {QStringLiteral("organization"), webhook.organization.toString(QUrl::FullyEncoded)},
        {QStringLiteral("scope"), wordFor(webhook.scope)},
    };
    if (webhook.scope == WebhookSubscription::Scope::User)
        body.insert(QStringLiteral("user"), webhook.user.toString(QUrl::FullyEncoded));
    if (webhook.scope == WebhookSubscription::Scope::Group)
        body.insert(QStringLiteral("group"), webhook.group.toString(QUrl::FullyEncoded));
    if (!signingKey.isEmpty())
        body.insert(QStringLiteral("signing_key"), signingKey);
    return body;
}

} // namespace

WebhooksApi::WebhooksApi(RestClient &client)
    : m_client(client)
{
}

void WebhooksApi::list(WebhookSubscription::Scope scope, const QUrl &organization, const QUrl &userOrGroup,
                       QObject *context, ListingThen<WebhookSubscription> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("organization"), organization);
    addTo(query, QStringLiteral("scope"), wordFor(scope));
    if (scope != WebhookSubscription::Scope::Organization)
        addTo(query, wordFor(scope), userOrGroup);
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<WebhookSubscription>(m_client, {QStringLiteral("/webhook_subscriptions"), query, Urgency::Now}, context,
                                 webhookFromJson, std::move(then));
}

void WebhooksApi::webhook(const QUrl &webhook, QObject *context,
                          std::function<void(const Result<WebhookSubscription> &)> then)
{
    readOne<WebhookSubscription>(m_client, m_client.pathOf(webhook), Urgency::Now, context, webhookFromJson,
                                 std::move(then));
}

void WebhooksApi::create(const WebhookSubscription &webhook, const QString &signingKey, QObject *context,
                         std::function<void(const Result<WebhookSubscription> &)> then)
{
    m_client.post(
        QStringLiteral("/webhook_subscriptions"), bodyFor(webhook, signingKey), context,
        [then = std::move(then)](const Result<QJsonObject> &answer) { then(resourceFrom(answer, webhookFromJson)); });
}

void WebhooksApi::sample(const QString &event, const WebhookSubscription &target, QObject *context,
                         std::function<void(const Result<QJsonObject> &)> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("event"), event);
    addTo(query, QStringLiteral("organization"), target.organization);
    addTo(query, QStringLiteral("scope"), wordFor(target.scope));
    if (target.scope != WebhookSubscription::Scope::Organization)
        addTo(query, wordFor(target.scope), target.scope == WebhookSubscription::Scope::User ? target.user : target.group);
    m_client.get(QStringLiteral("/sample_webhook_data"), query, Urgency::Now, context, std::move(then));
}

void WebhooksApi::remove(const QUrl &webhook, QObject *context, std::function<void(const Result<Done> &)> then)
{
    removeOne(m_client, webhook, context, std::move(then));
}
