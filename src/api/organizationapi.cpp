// SPDX-License-Identifier: GPL-3.0-or-later
#include "organizationapi.h"

#include "apicall.h"
#include "resourcejson.h"

OrganizationApi::OrganizationApi(RestClient &client)
    : m_client(client)
{
}

void OrganizationApi::currentUser(Urgency urgency, QObject *context, std::function<void(const Result<User> &)> then)
{
    readOne<User>(m_client, QStringLiteral("/users/me"), urgency, context, userFromJson, std::move(then));
}

void OrganizationApi::user(const QUrl &user, Urgency urgency, QObject *context,
                           std::function<void(const Result<User> &)> then)
{
    readOne<User>(m_client, m_client.pathOf(user), urgency, context, userFromJson, std::move(then));
}

void OrganizationApi::organization(const QUrl &organization, Urgency urgency, QObject *context,
                                   std::function<void(const Result<Organization> &)> then)
{
    readOne<Organization>(m_client, m_client.pathOf(organization), urgency, context, organizationFromJson,
                          std::move(then));
}

void OrganizationApi::memberships(const QUrl &organization, const QUrl &user, Urgency urgency, QObject *context,
                                  ListingThen<OrganizationMembership> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("organization"), organization);
    addTo(query, QStringLiteral("user"), user);
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<OrganizationMembership>(m_client, {QStringLiteral("/organization_memberships"), query, urgency}, context,
                                    membershipFromJson, std::move(then));
}

void OrganizationApi::membership(const QUrl &membership, QObject *context,
                                 std::function<void(const Result<OrganizationMembership> &)> then)
{
    readOne<OrganizationMembership>(m_client, m_client.pathOf(membership), Urgency::Now, context, membershipFromJson,
                                    std::move(then));
}

void OrganizationApi::removeMembership(const QUrl &membership, QObject *context,
                                       std::function<void(const Result<Done> &)> then)
{
    removeOne(m_client, membership, context, std::move(then));
}

void OrganizationApi::groups(const QUrl &organization, QObject *context, ListingThen<MemberGroup> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("organization"), organization);
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<MemberGroup>(m_client, {QStringLiteral("/groups"), query, Urgency::Now}, context, memberGroupFromJson, std::move(then));
}

void OrganizationApi::invitations(const QUrl &organization, QObject *context, ListingThen<OrganizationInvitation> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<OrganizationInvitation>(
        m_client, {pathBelow(m_client, organization, QStringLiteral("/invitations")), query, Urgency::Now}, context,
        invitationFromJson, std::move(then));
}

void OrganizationApi::invitation(const QUrl &invitation, QObject *context,
                                 std::function<void(const Result<OrganizationInvitation> &)> then)
{
    readOne<OrganizationInvitation>(m_client, m_client.pathOf(invitation), Urgency::Now, context, invitationFromJson,
                                    std::move(then));
}

void OrganizationApi::invite(const QUrl &organization, const QString &email, QObject *context,
                             std::function<void(const Result<OrganizationInvitation> &)> then)
{
    m_client.post(
        pathBelow(m_client, organization, QStringLiteral("/invitations")), {{QStringLiteral("email"), email}}, context,
        [then = std::move(then)](const Result<QJsonObject> &answer) { then(resourceFrom(answer, invitationFromJson)); });
}

void OrganizationApi::revoke(const QUrl &invitation, QObject *context, std::function<void(const Result<Done> &)> then)
{
    removeOne(m_client, invitation, context, std::move(then));
}
