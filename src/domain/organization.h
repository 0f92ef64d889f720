// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "user.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

/// A group of accounts under one plan (contract: schema Organization).
struct Organization
{
    QUrl uri;
    QString name; ///< may be empty: single-person organizations often have none
    QString plan; ///< basic, essentials, standard, professional, teams, enterprise
    QString stage; ///< trial, free, paid
    bool operator==(const Organization &) const = default;
};

enum class Role { User, Admin, Owner };

/// What a person is in an organization (contract: schema OrganizationMembership).
struct OrganizationMembership
{
    QUrl uri;
    Role role = Role::User;
    User user;
    QUrl organization;
    bool operator==(const OrganizationMembership &) const = default;
};

/// An invitation to join an organization (contract: schema OrganizationInvitation).
struct OrganizationInvitation
{
    QUrl uri;
    QUrl organization;
    QString email;
    QString status; ///< pending, accepted, declined
    QDateTime createdAt;
    QDateTime lastSentAt; ///< null where never sent
    QUrl user; ///< once accepted
    bool operator==(const OrganizationInvitation &) const = default;
};
