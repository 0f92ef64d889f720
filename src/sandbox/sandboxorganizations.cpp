// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

namespace sandbox {

namespace {

HttpResponse oneOrganization(const ApiCall &call)
{
    const WorldOrganization *organization = call.world.organization(call.captured.first());
    if (!organization)
        return resourceNotFound();
    if (!isMember(call, organization->id))
        return permissionDenied();
    return resourceAnswer(200, toJson(*organization, call.world));
}

HttpResponse listMemberships(const ApiCall &call)
{
    QueryReader query(call);
    const int organization = query.reference(World::Thing::Organization, QStringLiteral("organization"));
    const int user = query.reference(World::Thing::User, QStringLiteral("user"));
    const QString email = query.email(QStringLiteral("email"));
    const QString role = query.oneOf(QStringLiteral("role"),
                                     {QStringLiteral("owner"), QStringLiteral("admin"), QStringLiteral("user")});
    if (!query.has(QStringLiteral("organization")) && !query.has(QStringLiteral("user")))
        query.refuse(QStringLiteral("organization"), QStringLiteral("organization or user is required"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (organization != noId && !isMember(call, organization))
        return permissionDenied();
    if (user != noId && !isColleague(call, user))
        return permissionDenied(QStringLiteral("This user is not in your organization"));

    QList<PageRow> rows;
    for (const WorldMembership &membership : call.world.memberships()) {
        const WorldUser &member = call.world.users().at(size_t(membership.user));
        if (!membership.removed && (organization == noId || membership.organization == organization)
            && (user == noId || membership.user == user)
            && (email.isEmpty() || member.email.compare(email, Qt::CaseInsensitive) == 0)
            && (role.isEmpty() || roleText(membership.role) == role) && isMember(call, membership.organization))
            rows.append({.key = {sortable(membership.createdAt)}, .id = membership.id});
    }
    return pageAnswer(call, page, slicePage(rows, {SortField{}}, page),
                      [&](int id) { return toJson(call.world.memberships().at(size_t(id)), call.world); });
}

HttpResponse oneMembership(const ApiCall &call)
{
    const WorldMembership *membership = call.world.membership(call.captured.first());
    if (!membership)
        return resourceNotFound();
    if (!isMember(call, membership->organization))
        return permissionDenied();
    return resourceAnswer(200, toJson(*membership, call.world));
}

HttpResponse listGroups(const ApiCall &call)
{
    QueryReader query(call);
    const int organization = query.requiredReference(World::Thing::Organization, QStringLiteral("organization"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (!isMember(call, organization))
        return permissionDenied();
    QList<PageRow> rows;
    for (const WorldGroup &group : call.world.groups()) {
        if (group.organization == organization)
            rows.append({.key = {sortable(group.createdAt)}, .id = group.id});
    }
    return pageAnswer(call, page, slicePage(rows, {SortField{}}, page),
                      [&](int id) { return toJson(call.world.groups().at(size_t(id)), call.world); });
}

HttpResponse listInvitations(const ApiCall &call)
{
    const WorldOrganization *organization = call.world.organization(call.captured.first());
    if (!organization)
        return resourceNotFound();
    QueryReader query(call);
    const QString email = query.email(QStringLiteral("email"));
    const QString status = query.oneOf(
        QStringLiteral("status"), {QStringLiteral("pending"), QStringLiteral("accepted"), QStringLiteral("declined")});
    const QList<SortField> sort
        = query.sort({QStringLiteral("created_at"), QStringLiteral("email")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (!isMember(call, organization->id))
        return permissionDenied();

    QList<PageRow> rows;
    for (const WorldInvitation &invitation : call.world.invitations()) {
        if (invitation.removed || invitation.organization != organization->id || (!status.isEmpty() && invitation.status != status)
            || (!email.isEmpty() && invitation.email.compare(email, Qt::CaseInsensitive) != 0))
            continue;
        QStringList key;
        for (const SortField &field : sort)
            key += field.name == QLatin1String("email") ? invitation.email.toCaseFolded()
                                                        : sortable(invitation.createdAt);
        rows.append({.key = key, .id = invitation.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(call.world.invitations().at(size_t(id)), call.world); });
}

HttpResponse oneInvitation(const ApiCall &call)
{
    const WorldOrganization *organization = call.world.organization(call.captured.at(0));
    const WorldInvitation *invitation = call.world.invitation(call.captured.at(1));
    if (!organization || !invitation || invitation->organization != organization->id)
        return resourceNotFound();
    if (!isMember(call, organization->id))
        return permissionDenied();
    return resourceAnswer(200, toJson(*invitation, call.world));
}

} // namespace

void addOrganizationRoutes(Router &router)
{
    const QStringList read{QStringLiteral("organizations:read")};
    router.add(QStringLiteral("GET /organizations/{uuid}"), read, oneOrganization);
    router.add(QStringLiteral("GET /organizations/{uuid}/invitations"), read, listInvitations);
    router.add(QStringLiteral("GET /organizations/{org_uuid}/invitations/{uuid}"), read, oneInvitation);
    router.add(QStringLiteral("GET /organization_memberships"), read, listMemberships);
    router.add(QStringLiteral("GET /organization_memberships/{uuid}"), read, oneMembership);
    router.add(QStringLiteral("GET /groups"), {QStringLiteral("groups:read")}, listGroups);
}

} // namespace sandbox
