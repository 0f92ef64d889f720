// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

/// A subscription to Calendly's notices (contract: schema WebhookSubscription).
struct WebhookSubscription
{
    enum class Scope { User, Organization, Group };

    QUrl uri;
    QUrl callbackUrl;
    bool active = true; ///< false once deliveries failed for a day (BEHAVIOUR 16.7)
    QStringList events;
    Scope scope = Scope::User;
    QUrl organization;
    QUrl user;
    QUrl group;
    QUrl creator;
    QDateTime createdAt;
    QDateTime retryStartedAt;
    bool operator==(const WebhookSubscription &) const = default;
};
