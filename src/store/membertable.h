// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "organization.h"

#include <QList>

/// The members of the account's organization, as they were read last.
class MemberTable
{
public:
    explicit MemberTable(Database &database);

    struct Members
    {
        QList<OrganizationMembership> members; ///< in order of their names
        QDateTime seenAt; ///< null: never read
    };
    Members members() const;
    /// In place of all that were stored.
    Result<Done> replace(const QList<OrganizationMembership> &members, const QDateTime &seenAt);
    Result<Done> remove(const QUrl &membership);

private:
    Database &m_database;
};
