// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"
#include "webhookrules.h"
#include "webhooksignature.h"

#include <QTimeZone>

// How webhooks read.

enum class WebhookState { Active, Failing, Disabled };
WebhookState stateOf(const WebhookSubscription &webhook);
QString webhookStateText(WebhookState state);
QString webhookStateIconName(WebhookState state);
/// What is wrong with its deliveries and what to do; empty where nothing is.
QString webhookStateNotice(const WebhookSubscription &webhook, const QTimeZone &zone, const QDateTime &now);

QString webhookAddressText(const WebhookSubscription &webhook); ///< without the scheme, which is always the same
/// `group` is the name of the group, with that scope and where it is known.
QString webhookScopeText(WebhookSubscription::Scope scope, const QString &group = {});
/// What becomes of it when people leave or lose their role (BEHAVIOUR 16.9).
QString webhookRulesText(WebhookSubscription::Scope scope);

QString webhookEventText(const QString &event); ///< "A meeting is booked"; the name itself where it is not known
QString eventRefusalText(EventRefusal refusal); ///< empty for None
QString addressProblemText(AddressProblem problem); ///< empty for None

/// Why no webhook was created; for the kinds of error that webhooks have reasons of their own for. Else empty.
QString webhookRefusalText(const Error &error);

QString signatureVerdictText(const SignatureCheck &check, const QTimeZone &zone, const QDateTime &now);
QString signatureVerdictIconName(SignatureCheck::Verdict verdict);
