// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "webhook.h"

#include <optional>

// What Calendly accepts in a webhook, so that it is not asked for what it refuses.

/// An event that a subscription can tell of (BEHAVIOUR 16.3, 4.6).
struct WebhookEventKind
{
    QString name;
    QString readScope; ///< needed besides webhooks:write
    std::optional<WebhookSubscription::Scope> onlyScope; ///< nothing: there for every scope
    bool paidOnly = false;
};
const QList<WebhookEventKind> &webhookEventKinds();

enum class EventRefusal {
    None,
    NeedsUserScope,
    NeedsOrganizationScope,
    NeedsPaidPlan,
    NeedsPermission, ///< readScope was not granted
};
/// Why a webhook of `scope` cannot tell of `event`. `granted` empty: not known, so nothing is held against it.
EventRefusal refusalOf(const WebhookEventKind &event, WebhookSubscription::Scope scope, bool freePlan, const QStringList &granted);

enum class AddressProblem {
    None,
    Missing,
    NotAnAddress,
    NotHttps,
    HasPassword, ///< would be stored at Calendly in plain sight
    ThisComputer, ///< Calendly delivers from the outside
    TooLong,
};
AddressProblem callbackProblem(const QString &address);

/// Whether two addresses are one to Calendly: written differently, but the same.
bool isSameAddress(const QUrl &one, const QUrl &other);
