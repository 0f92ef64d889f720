// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "resourcejson.h"

namespace {

/// The word, or where it is unknown what the other fields tell.
WebhookSubscription::Scope scopeFrom(const JsonReader &read)
{
    const QString word = read.text(QLatin1String("scope"));
    if (word == QLatin1String("organization"))
        return WebhookSubscription::Scope::Organization;
    if (word == QLatin1String("group")
        || (word != QLatin1String("user") && !read.uri(QLatin1String("group")).isEmpty()))
        return WebhookSubscription::Scope::Group;
    if (word == QLatin1String("user") || !read.uri(QLatin1String("user")).isEmpty())
        return WebhookSubscription::Scope::User;
    return WebhookSubscription::Scope::Organization;
}

} // namespace

Result<WebhookSubscription> webhookFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(WebhookSubscription{
        .uri = read.neededUri(QLatin1String("uri")),
        .callbackUrl = read.uri(QLatin1String("callback_url")),
        .active = read.text(QLatin1String("state")) != QLatin1String("disabled"),
        .events = read.texts(QLatin1String("events")),
        .scope = scopeFrom(read),
        .organization = read.uri(QLatin1String("organization")),
        .user = read.uri(QLatin1String("user")),
        .group = read.uri(QLatin1String("group")),
        .creator = read.uri(QLatin1String("creator")),
        .createdAt = read.instant(QLatin1String("created_at")),
        .retryStartedAt = read.instant(QLatin1String("retry_started_at")),
    });
}
