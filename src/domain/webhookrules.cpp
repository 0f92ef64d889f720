// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookrules.h"

namespace {

using Scope = WebhookSubscription::Scope;

constexpr int longestAddress = 2048;

bool isGranted(const QString &scope, const QStringList &granted)
{
    // Writing includes reading of the same kind (BEHAVIOUR 4.2).
    const QString family = scope.section(QLatin1Char(':'), 0, 0);
    return granted.isEmpty() || granted.contains(scope) || granted.contains(family + QLatin1String(":write"));
}

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) || host == QLatin1String("::1")
        || host.startsWith(QLatin1String("127.")) || host == QLatin1String("0.0.0.0");
}

} // namespace

const QList<WebhookEventKind> &webhookEventKinds()
{
    const QString meetings = QStringLiteral("scheduled_events:read");
    const QString types = QStringLiteral("event_types:read");
    const QString forms = QStringLiteral("routing_forms:read");
    const QString recaps = QStringLiteral("meeting_recaps:read");
    const QString contacts = QStringLiteral("contacts:read");
    static const QList<WebhookEventKind> kinds{
        {QStringLiteral("invitee.created"), meetings, {}, false},
        {QStringLiteral("invitee.canceled"), meetings, {}, false},
        {QStringLiteral("invitee_no_show.created"), meetings, {}, false},
        {QStringLiteral("invitee_no_show.deleted"), meetings, {}, false},
        {QStringLiteral("event_type.created"), types, {}, false},
        {QStringLiteral("event_type.updated"), types, {}, false},
        {QStringLiteral("event_type.deleted"), types, {}, false},
        {QStringLiteral("routing_form_submission.created"), forms, Scope::Organization, true},
        {QStringLiteral("meeting_recap.created"), recaps, Scope::User, true},
        {QStringLiteral("meeting_recap.updated"), recaps, Scope::User, true},
        {QStringLiteral("meeting_recap.deleted"), recaps, Scope::User, true},
        {QStringLiteral("contact.created"), contacts, {}, false},
        {QStringLiteral("contact.updated"), contacts, {}, false},
        {QStringLiteral("contact.deleted"), contacts, {}, false},
    };
    return kinds;
}

EventRefusal refusalOf(const WebhookEventKind &event, Scope scope, bool freePlan, const QStringList &granted)
{
    if (event.onlyScope && *event.onlyScope != scope)
        return *event.onlyScope == Scope::User ? EventRefusal::NeedsUserScope : EventRefusal::NeedsOrganizationScope;
    if (event.paidOnly && freePlan)
        return EventRefusal::NeedsPaidPlan;
    return isGranted(event.readScope, granted) ? EventRefusal::None : EventRefusal::NeedsPermission;
}

AddressProblem callbackProblem(const QString &address)
{
    const QString text = address.trimmed();
    if (text.isEmpty())
        return AddressProblem::Missing;
    if (text.size() > longestAddress)
        return AddressProblem::TooLong;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return AddressProblem::NotAnAddress;
    if (url.scheme() != QLatin1String("https"))
        return AddressProblem::NotHttps;
    if (!url.userInfo().isEmpty())
        return AddressProblem::HasPassword;
    return isThisComputer(url.host()) ? AddressProblem::ThisComputer : AddressProblem::None;
}

bool isSameAddress(const QUrl &one, const QUrl &other)
{
    return one.matches(other, QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
}
