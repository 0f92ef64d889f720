// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooktext.h"

#include "format.h"
#include "givenreason.h"
#include "permissiontext.h"
#include "plaintext.h"

#include <QCoreApplication>
#include <QHash>

namespace {

// The contexts of translations are functions here, as there is no class.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

} // namespace

WebhookState stateOf(const WebhookSubscription &webhook)
{
    if (!webhook.active)
        return WebhookState::Disabled;
    return webhook.retryStartedAt.isValid() ? WebhookState::Failing : WebhookState::Active;
}

QString webhookStateText(WebhookState state)
{
    switch (state) {
    case WebhookState::Active:
        return Text::tr("Active");
    case WebhookState::Failing:
        return Text::tr("Failing");
    case WebhookState::Disabled:
        return Text::tr("Disabled");
    }
    return {};
}

QString webhookStateIconName(WebhookState state)
{
    switch (state) {
    case WebhookState::Active:
        return QStringLiteral("done");
    case WebhookState::Failing:
        return QStringLiteral("warning");
    case WebhookState::Disabled:
        return QStringLiteral("off");
    }
    return {};
}

QString webhookStateNotice(const WebhookSubscription &webhook, const QTimeZone &zone, const QDateTime &now)
{
    switch (stateOf(webhook)) {
    case WebhookState::Active:
        return {};
    case WebhookState::Failing:
        return Text::tr("Deliveries have failed since %1. Calendly tries for a day, then it disables the webhook.")
            .arg(momentText(webhook.retryStartedAt, zone, now));
    case WebhookState::Disabled:
        return Text::tr("Deliveries failed for a day, so Calendly disabled it. It does not start again: delete it and create a new one.");
    }
    return {};
}

QString webhookAddressText(const WebhookSubscription &webhook)
{
    return oneLine(webhook.callbackUrl.toDisplayString(QUrl::RemoveScheme).mid(2));
}

QString webhookScopeText(WebhookSubscription::Scope scope, const QString &group)
{
    switch (scope) {
    case WebhookSubscription::Scope::User:
        return Text::tr("Only me");
    case WebhookSubscription::Scope::Organization:
        return Text::tr("Organization");
    case WebhookSubscription::Scope::Group:
        return group.isEmpty() ? Text::tr("Group") : Text::tr("Group: %1").arg(oneLine(group));
    }
    return {};
}

QString webhookRulesText(WebhookSubscription::Scope scope)
{
    switch (scope) {
    case WebhookSubscription::Scope::User:
        return Text::tr("It tells of one person only. It stops for good when that person is removed from the organization.");
    case WebhookSubscription::Scope::Organization:
        return Text::tr("It tells of everybody in the organization. It goes on when its creator is removed or is no longer an admin; "
                        "any admin or owner can delete it.");
    case WebhookSubscription::Scope::Group:
        return Text::tr("It tells of everybody in the group. Admins of the group or the organization can delete it.");
    }
    return {};
}

QString webhookEventText(const QString &event)
{
    const QHash<QString, QString> words{
        {QStringLiteral("invitee.created"), Text::tr("A meeting is booked")},
        {QStringLiteral("invitee.canceled"), Text::tr("A meeting is canceled")},
        {QStringLiteral("invitee_no_show.created"), Text::tr("Somebody is marked as a no-show")},
        {QStringLiteral("invitee_no_show.deleted"), Text::tr("A no-show mark is taken back")},
        {QStringLiteral("event_type.created"), Text::tr("An event type is made")},
        {QStringLiteral("event_type.updated"), Text::tr("An event type is changed")},
        {QStringLiteral("event_type.deleted"), Text::tr("An event type is deleted")},
        {QStringLiteral("routing_form_submission.created"), Text::tr("A routing form is sent in")},
        {QStringLiteral("meeting_recap.created"), Text::tr("A meeting recap is made")},
        {QStringLiteral("meeting_recap.updated"), Text::tr("A meeting recap is changed")},
        {QStringLiteral("meeting_recap.deleted"), Text::tr("A meeting recap is deleted")},
        {QStringLiteral("contact.created"), Text::tr("A contact is added")},
        {QStringLiteral("contact.updated"), Text::tr("A contact is changed")},
        {QStringLiteral("contact.deleted"), Text::tr("A contact is deleted")},
    };
    return words.value(event, oneLine(event));
}

QString eventRefusalText(EventRefusal refusal)
{
    switch (refusal) {
    case EventRefusal::None:
        return {};
    case EventRefusal::NeedsUserScope:
        return Text::tr("Only for the scope “Only me”");
    case EventRefusal::NeedsOrganizationScope:
        return Text::tr("Only for the scope “Organization”");
    case EventRefusal::NeedsPaidPlan:
        return Text::tr("Needs a paid plan");
    case EventRefusal::NeedsPermission:
        return Text::tr("This sign-in may not read these");
    }
    return {};
}

QString addressProblemText(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::None:
        return {};
    case AddressProblem::Missing:
        return Text::tr("Calendly needs an address to send to.");
    case AddressProblem::NotAnAddress:
        return Text::tr("This is not a web address. One looks like https://hooks.example.com/calendly.");
    case AddressProblem::NotHttps:
        return Text::tr("The address must begin with https, since deliveries hold what people wrote.");
    case AddressProblem::HasPassword:
        return Text::tr("The address holds a name or password, which everybody who sees the webhook could read. Use a signing key instead.");
    case AddressProblem::ThisComputer:
        return Text::tr("Calendly cannot reach this computer under that name. Use an address that the internet can reach.");
    case AddressProblem::TooLong:
        return Text::tr("The address is too long.");
    }
    return {};
}

QString webhookRefusalText(const Error &error)
{
    const QString reason = givenReason(error);
    switch (error.kind) {
    case Error::Kind::Conflict:
        return Text::tr("There is already a webhook for this address and scope. Nothing was created; delete that one first.");
    case Error::Kind::NotAllowed:
        if (isForPlan(error))
            return Text::tr("Calendly wants a paid plan for this. Nothing was created.");
        return reason.isEmpty() ? Text::tr("Calendly does not allow this, and does not say why. Nothing was created.")
                                : Text::tr("Calendly does not allow this, and nothing was created. It says: %1").arg(reason);
    case Error::Kind::ScopeMissing:
        return Text::tr("%1 Nothing was created; “Permissions…” in the menu of the account tells how to allow it.").arg(missingPermissionSentence(error.requiredScopes));
    case Error::Kind::Refused:
        return reason.isEmpty() ? Text::tr("Calendly did not accept this. Nothing was created; check the address and the events.")
                                : Text::tr("Calendly did not accept this, and nothing was created. It says: %1").arg(reason);
    default:
        return {};
    }
}

QString signatureVerdictText(const SignatureCheck &check, const QTimeZone &zone, const QDateTime &now)
{
    switch (check.verdict) {
    case SignatureCheck::Verdict::Valid:
        return Text::tr("Valid. It was signed with this key at %1.").arg(momentText(check.signedAt, zone, now));
    case SignatureCheck::Verdict::Wrong:
        return Text::tr("Wrong. Another key was used, or the body is not exactly what was sent.");
    case SignatureCheck::Verdict::TooOld:
        return Text::tr("Too old. The signature is right, but it was made at %1, more than three minutes ago. A receiver should not "
                        "accept it any more.")
            .arg(momentText(check.signedAt, zone, now));
    case SignatureCheck::Verdict::Malformed:
        return Text::tr("Malformed. The header looks like “t=1795000000,v1=” with 64 digits and letters after it.");
    }
    return {};
}

QString signatureVerdictIconName(SignatureCheck::Verdict verdict)
{
    switch (verdict) {
    case SignatureCheck::Verdict::Valid:
        return QStringLiteral("done");
    case SignatureCheck::Verdict::TooOld:
        return QStringLiteral("expiring");
    case SignatureCheck::Verdict::Wrong:
    case SignatureCheck::Verdict::Malformed:
        return QStringLiteral("warning");
    }
    return {};
}
