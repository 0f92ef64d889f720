// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "membergroup.h"
#include "organization.h"
#include "pagedlist.h"

/// People: the account's own user, colleagues, memberships, groups and invitations.
class OrganizationApi
{
public:
    explicit OrganizationApi(RestClient &client);

    void currentUser(Urgency urgency, QObject *context, std::function<void(const Result<User> &)> then);
    void user(const QUrl &user, Urgency urgency, QObject *context, std::function<void(const Result<User> &)> then);
    void organization(const QUrl &organization, Urgency urgency, QObject *context,
                      std::function<void(const Result<Organization> &)> then);
    void memberships(const QUrl &organization, const QUrl &user, Urgency urgency, QObject *context,
                     ListingThen<OrganizationMembership> then);
    void membership(const QUrl &membership, QObject *context,
                    std::function<void(const Result<OrganizationMembership> &)> then);
    /// Takes the member out of the organization. Sent once; one who is out already counts as removed.
    void removeMembership(const QUrl &membership, QObject *context, std::function<void(const Result<Done> &)> then);
    void groups(const QUrl &organization, QObject *context, ListingThen<MemberGroup> then);
    void invitations(const QUrl &organization, QObject *context, ListingThen<OrganizationInvitation> then);
    void invitation(const QUrl &invitation, QObject *context,
                    std::function<void(const Result<OrganizationInvitation> &)> then);
    /// Sends an invitation by mail. Sent once.
    void invite(const QUrl &organization, const QString &email, QObject *context,
                std::function<void(const Result<OrganizationInvitation> &)> then);
    /// The link that was mailed stops working. Sent once; one that is gone already counts as revoked.
    void revoke(const QUrl &invitation, QObject *context, std::function<void(const Result<Done> &)> then);

private:
    RestClient &m_client;
};
