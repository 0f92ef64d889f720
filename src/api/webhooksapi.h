// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagedlist.h"
#include "webhook.h"

/// Webhook subscriptions.
class WebhooksApi
{
public:
    explicit WebhooksApi(RestClient &client);

    void list(WebhookSubscription::Scope scope, const QUrl &organization, const QUrl &userOrGroup, QObject *context,
              ListingThen<WebhookSubscription> then);
    void webhook(const QUrl &webhook, QObject *context, std::function<void(const Result<WebhookSubscription> &)> then);

    /// Subscribes `webhook.callbackUrl`; sent once. `signingKey` may be empty and is never returned (BEHAVIOUR 16.10).
    void create(const WebhookSubscription &webhook, const QString &signingKey, QObject *context,
                std::function<void(const Result<WebhookSubscription> &)> then);
    /// What a delivery of `event` looks like: the envelope with an example in it.
    void sample(const QString &event, const WebhookSubscription &target, QObject *context,
                std::function<void(const Result<QJsonObject> &)> then);
    void remove(const QUrl &webhook, QObject *context, std::function<void(const Result<Done> &)> then);

private:
    RestClient &m_client;
};
