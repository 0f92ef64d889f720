// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissiontext.h"

#include "plaintext.h"

#include <QCoreApplication>

namespace {

constexpr int longestName = 60;

// The contexts of translations are functions here, as there is no class.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Permissions)
};

} // namespace

QString permissionText(const QString &scope)
{
    const QString family = scope.section(QLatin1Char(':'), 0, 0);
    const bool write = scope.endsWith(QLatin1String(":write"));
    if (family == QLatin1String("scheduled_events"))
        return write ? Text::tr("Meetings: read and cancel") : Text::tr("Meetings: read");
    if (family == QLatin1String("event_types"))
        return write ? Text::tr("Event types: read and edit") : Text::tr("Event types: read");
    if (family == QLatin1String("availability"))
        return write ? Text::tr("Availability: read and edit") : Text::tr("Availability: read");
    if (family == QLatin1String("scheduling_links"))
        return Text::tr("Single-use links");
    if (family == QLatin1String("shares"))
        return Text::tr("Customized links");
    if (family == QLatin1String("users"))
        return Text::tr("Your name and time zone");
    if (family == QLatin1String("organizations"))
        return write ? Text::tr("Members: invite and remove") : Text::tr("Organization and its members");
    if (family == QLatin1String("groups"))
        return Text::tr("Groups of members");
    if (family == QLatin1String("webhooks"))
        return write ? Text::tr("Webhooks: create and delete") : Text::tr("Webhooks: read");
    if (family == QLatin1String("routing_forms"))
        return Text::tr("Routing forms and their answers");
    if (family == QLatin1String("activity_log"))
        return Text::tr("Activities in the organization");
    if (family == QLatin1String("data_compliance"))
        return Text::tr("Delete personal data");
    return scope;
}

QString missingPermissionSentence(const QStringList &scopes)
{
    QStringList named;
    for (const QString &scope : scopes) {
        const QString name = oneLine(scope, longestName);
        const QString opens = permissionText(name);
        //: What a permission opens, and its name at Calendly.
        named.append(opens == name ? name : Text::tr("“%1” (%2)").arg(opens, name));
    }
    if (named.isEmpty())
        return Text::tr("This sign-in lacks a permission for this.");
    return named.size() == 1 ? Text::tr("This sign-in lacks the permission %1.").arg(named.first())
                             : Text::tr("This sign-in lacks permissions: %1.").arg(named.join(QStringLiteral(", ")));
}

bool isForPlan(const Error &error)
{
    return error.kind == Error::Kind::NotAllowed && error.message.contains(QLatin1String("upgrade"), Qt::CaseInsensitive);
}
