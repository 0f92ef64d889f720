// SPDX-License-Identifier: GPL-3.0-or-later
#include "membertable.h"

#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

namespace {

QString wordFor(Role role)
{
    switch (role) {
    case Role::Owner:
        return QStringLiteral("owner");
    case Role::Admin:
        return QStringLiteral("admin");
    case Role::User:
        break;
    }
    return QStringLiteral("user");
}

Role roleOf(const QString &word)
{
    if (word == QLatin1String("owner"))
        return Role::Owner;
    return word == QLatin1String("admin") ? Role::Admin : Role::User;
}

OrganizationMembership memberOf(const QSqlQuery &row)
{
    OrganizationMembership member;
    member.uri = urlOf(row.value(0));
    member.organization = urlOf(row.value(1));
    member.role = roleOf(row.value(2).toString());
    member.user.uri = urlOf(row.value(3));
    member.user.name = row.value(4).toString();
    member.user.email = row.value(5).toString();
    member.user.timezone = row.value(6).toString();
    member.user.schedulingUrl = urlOf(row.value(7));
    member.user.organization = member.organization;
    return member;
}

} // namespace

MemberTable::MemberTable(Database &database)
    : m_database(database)
{
}

MemberTable::Members MemberTable::members() const
{
    Members stored;
    Statement seen(m_database, QStringLiteral("SELECT seen_ms FROM members_seen"));
    seen.forEach({}, [&](const QSqlQuery &row) { stored.seenAt = instantOf(row.value(0)); });
    Statement read(m_database,
                   QStringLiteral("SELECT uri, organization, role, user_uri, name, email, timezone, scheduling_url FROM members"));
    read.forEach({}, [&](const QSqlQuery &row) { stored.members.append(memberOf(row)); });
    std::sort(stored.members.begin(), stored.members.end(), [](const OrganizationMembership &left, const OrganizationMembership &right) {
        const int order = QString::localeAwareCompare(left.user.name, right.user.name);
        return order == 0 ? left.user.email < right.user.email : order < 0;
    });
    return stored;
}

Result<Done> MemberTable::replace(const QList<OrganizationMembership> &members, const QDateTime &seenAt)
{
    return m_database.transaction([&]() -> Result<Done> {
        for (const char *sql : {"DELETE FROM members", "DELETE FROM members_seen"}) {
            if (const Result<Done> gone = Statement(m_database, QLatin1String(sql)).run(); !gone)
                return gone;
        }
        Statement add(m_database,
                      QStringLiteral("INSERT OR REPLACE INTO members (uri, organization, role, user_uri, name, email, timezone, scheduling_url)"
                                     " VALUES (?,?,?,?,?,?,?,?)"));
        for (const OrganizationMembership &member : members) {
            const Result<Done> added
                = add.run({toColumn(member.uri), toColumn(member.organization), wordFor(member.role), toColumn(member.user.uri),
                           toColumn(member.user.name), toColumn(member.user.email), toColumn(member.user.timezone),
                           toColumn(member.user.schedulingUrl)});
            if (!added)
                return added;
        }
        return Statement(m_database, QStringLiteral("INSERT INTO members_seen (seen_ms) VALUES (?)")).run({toColumn(seenAt)});
    });
}

Result<Done> MemberTable::remove(const QUrl &membership)
{
    Statement write(m_database, QStringLiteral("DELETE FROM members WHERE uri = ?"));
    return write.run({toColumn(membership)});
}
