// SPDX-License-Identifier: GPL-3.0-or-later
// What changes who belongs to an organization.
#include "bodyreader.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

#include <algorithm>

namespace sandbox {

namespace {

HttpResponse nothingLeft()
{
    return {.status = 204, .headers = {}, .body = {}};
}

void note(const ApiCall &call, int organization, const QString &space, const QString &action, const QString &subject)
{
    WorldActivity activity;
    activity.organization = organization;
    activity.actor = call.caller.user;
    activity.space = space;
    activity.action = action;
    activity.subject = subject;
    activity.occurredAt = call.world.now();
    call.world.add(activity);
}

bool hasMember(const ApiCall &call, int organization, const QString &email)
{
    const WorldUser *user = call.world.userByEmail(email);
    return user && call.world.membershipOf(user->id, organization);
}

bool isWaiting(const ApiCall &call, int organization, const QString &email)
{
    const auto &all = call.world.invitations();
    return std::any_of(all.begin(), all.end(), [&](const WorldInvitation &invitation) {
        return !invitation.removed && invitation.organization == organization && invitation.status == QLatin1String("pending")
            && invitation.email.compare(email, Qt::CaseInsensitive) == 0;
    });
}

HttpResponse invite(const ApiCall &call)
{
    const QString field = QStringLiteral("email");
    const WorldOrganization *organization = call.world.organization(call.captured.first());
    if (!organization)
        return resourceNotFound();
    BodyReader body(call);
    body.require(field);
    const QString email = body.text(field).value_or(QString());
    if (body.has(field) && !isEmail(email))
        body.refuse(field, QStringLiteral("is not an e-mail address"));
    if (const auto refusal = body.refusal())
        return *refusal;
    if (!administers(call, organization->id))
        return permissionDenied();
    if (organization->single)
        return permissionDenied(QStringLiteral("Please upgrade your Calendly account to invite people."));
    if (hasMember(call, organization->id, email))
        return invalidArgument(field, QStringLiteral("is already a member of the organization"));
    if (isWaiting(call, organization->id, email))
        return invalidArgument(field, QStringLiteral("was already invited"));
    WorldInvitation invitation;
    invitation.organization = organization->id;
    invitation.email = email;
    invitation.status = QStringLiteral("pending");
    invitation.createdAt = invitation.updatedAt = call.world.now();
    invitation.lastSentAt = invitation.createdAt;
    const int id = call.world.add(invitation);
    note(call, organization->id, QStringLiteral("OrganizationInvitation"), QStringLiteral("Sent"), email);
    return resourceAnswer(201, toJson(call.world.invitations().at(size_t(id)), call.world));
}

HttpResponse revoke(const ApiCall &call)
{
    const WorldOrganization *organization = call.world.organization(call.captured.at(0));
    const WorldInvitation *invitation = call.world.invitation(call.captured.at(1));
    if (!organization || !invitation || invitation->organization != organization->id)
        return resourceNotFound();
    if (!administers(call, organization->id))
        return permissionDenied();
    if (invitation->status != QLatin1String("pending"))
        return permissionDenied(QStringLiteral("The invitation was answered already."));
    note(call, organization->id, QStringLiteral("OrganizationInvitation"), QStringLiteral("Revoked"), invitation->email);
    call.world.removeInvitation(invitation->id);
    return nothingLeft();
}

HttpResponse removeMember(const ApiCall &call)
{
    const WorldMembership *membership = call.world.membership(call.captured.first());
    if (!membership)
        return resourceNotFound();
    if (!administers(call, membership->organization) || membership->role == WorldRole::Owner)
        return permissionDenied();
    note(call, membership->organization, QStringLiteral("OrganizationMembership"), QStringLiteral("Removed"),
         call.world.users().at(size_t(membership->user)).email);
    call.world.removeMembership(membership->id);
    return nothingLeft();
}

} // namespace

void addMemberRoutes(Router &router)
{
    const QStringList write{QStringLiteral("organizations:write")};
    router.add(QStringLiteral("POST /organizations/{uuid}/invitations"), write, invite);
    router.add(QStringLiteral("DELETE /organizations/{org_uuid}/invitations/{uuid}"), write, revoke);
    router.add(QStringLiteral("DELETE /organization_memberships/{uuid}"), write, removeMember);
}

} // namespace sandbox
