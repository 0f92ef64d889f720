// SPDX-License-Identifier: GPL-3.0-or-later
#include "scopes.h"

namespace sandbox {

const QList<ScopeText> &allScopes()
{
    static const QList<ScopeText> scopes{
        {QStringLiteral("users:read"), QStringLiteral("See profiles")},
        {QStringLiteral("organizations:read"), QStringLiteral("See the organization, its members and invitations")},
        {QStringLiteral("organizations:write"), QStringLiteral("Invite and remove members")},
        {QStringLiteral("event_types:read"), QStringLiteral("See event types and their open times")},
        {QStringLiteral("event_types:write"), QStringLiteral("Create and change event types")},
        {QStringLiteral("availability:read"), QStringLiteral("See schedules and busy times")},
        {QStringLiteral("availability:write"), QStringLiteral("Change schedules")},
        {QStringLiteral("scheduled_events:read"), QStringLiteral("See meetings and invitees")},
        {QStringLiteral("scheduled_events:write"), QStringLiteral("Book and cancel meetings, mark no-shows")},
        {QStringLiteral("scheduling_links:write"), QStringLiteral("Create single-use links")},
        {QStringLiteral("shares:write"), QStringLiteral("Create customized single-use links")},
        {QStringLiteral("locations:read"), QStringLiteral("See meeting locations")},
        {QStringLiteral("webhooks:read"), QStringLiteral("See webhook subscriptions")},
        {QStringLiteral("webhooks:write"), QStringLiteral("Create and delete webhook subscriptions")},
        {QStringLiteral("routing_forms:read"), QStringLiteral("See routing forms and submissions")},
        {QStringLiteral("groups:read"), QStringLiteral("See groups")},
        {QStringLiteral("contacts:read"), QStringLiteral("See contacts")},
        {QStringLiteral("contacts:write"), QStringLiteral("Change contacts")},
        {QStringLiteral("meeting_recaps:read"), QStringLiteral("See recaps and transcripts")},
        {QStringLiteral("meeting_recaps:write"), QStringLiteral("Change recaps")},
        {QStringLiteral("activity_log:read"), QStringLiteral("See the activity log")},
        {QStringLiteral("data_compliance:write"), QStringLiteral("Delete personal data")},
        {QStringLiteral("outgoing_communications:read"), QStringLiteral("See sent mail and text messages")},
    };
    return scopes;
}

QStringList allScopeNames()
{
    QStringList names;
    for (const ScopeText &scope : allScopes())
        names += scope.name;
    return names;
}

bool allows(const QStringList &held, const QString &needed)
{
    if (held.contains(needed))
        return true;
    const qsizetype colon = needed.indexOf(u':');
    return needed.endsWith(QLatin1String(":read")) && held.contains(needed.left(colon) + QLatin1String(":write"));
}

QStringList splitScopes(const QString &text)
{
    QStringList scopes = text.split(u' ', Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

} // namespace sandbox
