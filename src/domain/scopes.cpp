// SPDX-License-Identifier: GPL-3.0-or-later
#include "scopes.h"

QStringList everydayScopes()
{
    return {QStringLiteral("users:read"), QStringLiteral("organizations:read"), QStringLiteral("event_types:read"),
            QStringLiteral("availability:read"), QStringLiteral("scheduled_events:write"), QStringLiteral("scheduling_links:write"),
            QStringLiteral("shares:write"), QStringLiteral("webhooks:write")};
}

QStringList furtherScopes()
{
    return {QStringLiteral("organizations:write"), QStringLiteral("groups:read"), QStringLiteral("routing_forms:read"),
            QStringLiteral("activity_log:read"), QStringLiteral("data_compliance:write")};
}

bool grants(const QStringList &granted, const QString &scope)
{
    const QString family = scope.section(QLatin1Char(':'), 0, 0);
    return granted.contains(scope) || granted.contains(family + QLatin1String(":write")) || granted.contains(QLatin1String("default"));
}
