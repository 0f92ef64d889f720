// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "organization.h"
#include "pagedlist.h"

/// People: the account's own user, colleagues, memberships and invitations.
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
    void invitations(const QUrl &organization, QObject *context, ListingThen<OrganizationInvitation> then);
    void invitation(const QUrl &invitation, QObject *context,
                    std::function<void(const Result<OrganizationInvitation> &)> then);

private:
    RestClient &m_client;
};
