// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncstatetable.h"

#include "erasuremarks.h"
#include "statement.h"
#include "storedvalues.h"
#include "timespans.h"

#include <algorithm>

SyncStateTable::SyncStateTable(Database &database)
    : m_database(database)
{
}

std::optional<User> SyncStateTable::user() const
{
    std::optional<User> user;
    Statement read(m_database,
                   QStringLiteral("SELECT uri, name, email, slug, timezone, scheduling_url, organization, avatar_url,"
                                  " locale, twenty_four_hours FROM account_user"));
    read.forEach({}, [&](const QSqlQuery &row) {
        user = User{.uri = urlOf(row.value(0)),
                    .name = row.value(1).toString(),
                    .email = row.value(2).toString(),
                    .slug = row.value(3).toString(),
                    .timezone = row.value(4).toString(),
                    .schedulingUrl = urlOf(row.value(5)),
                    .organization = urlOf(row.value(6)),
                    .avatarUrl = urlOf(row.value(7)),
                    .locale = row.value(8).toString(),
                    .twentyFourHours = row.value(9).toBool()};
    });
    return user;
}

std::optional<Organization> SyncStateTable::organization() const
{
    std::optional<Organization> organization;
    Statement read(m_database, QStringLiteral("SELECT uri, name, plan, stage FROM account_organization"));
    read.forEach({}, [&](const QSqlQuery &row) {
        organization = Organization{.uri = urlOf(row.value(0)),
                                    .name = row.value(1).toString(),
                                    .plan = row.value(2).toString(),
                                    .stage = row.value(3).toString()};
    });
    return organization;
}

Result<Done> SyncStateTable::setUser(const User &user)
{
    Statement write(m_database,
                    QStringLiteral("INSERT OR REPLACE INTO account_user (id, uri, name, email, slug, timezone,"
                                   " scheduling_url, organization, avatar_url, locale, twenty_four_hours)"
                                   " VALUES (1,?,?,?,?,?,?,?,?,?,?)"));
    return write.run({toColumn(user.uri), toColumn(user.name), toColumn(user.email), toColumn(user.slug),
                      toColumn(user.timezone), toColumn(user.schedulingUrl), toColumn(user.organization),
                      toColumn(user.avatarUrl), toColumn(user.locale), user.twentyFourHours});
}

Result<Done> SyncStateTable::setOrganization(const Organization &organization)
{
    Statement write(m_database,
                    QStringLiteral("INSERT OR REPLACE INTO account_organization (id, uri, name, plan, stage)"
                                   " VALUES (1,?,?,?,?)"));
    return write.run({toColumn(organization.uri), toColumn(organization.name), toColumn(organization.plan),
                      toColumn(organization.stage)});
}

QDateTime SyncStateTable::lastSync() const
{
    QDateTime when;
    Statement read(m_database, QStringLiteral("SELECT at_ms FROM sync_times WHERE what = 'last_sync'"));
    read.forEach({}, [&](const QSqlQuery &row) { when = instantOf(row.value(0)); });
    return when;
}

Result<Done> SyncStateTable::setLastSync(const QDateTime &when)
{
    Statement write(m_database,
                    QStringLiteral("INSERT OR REPLACE INTO sync_times (what, at_ms) VALUES ('last_sync', ?)"));
    return write.run({toColumn(when)});
}

QList<TimeRange> SyncStateTable::covered() const
{
    QList<TimeRange> ranges;
    Statement read(m_database, QStringLiteral("SELECT begin_ms, end_ms FROM covered ORDER BY begin_ms"));
    read.forEach({}, [&](const QSqlQuery &row) {
        ranges.append({.begin = instantOf(row.value(0)), .end = instantOf(row.value(1))});
    });
    return ranges;
}

Result<Done> SyncStateTable::addCovered(const TimeRange &range)
{
    if (!range.begin.isValid() || !range.end.isValid() || range.begin >= range.end)
        return Done{};
    return m_database.transaction([&]() -> Result<Done> {
        TimeRange joined = range;
        const QVariantList ends{toColumn(range.end), toColumn(range.begin)};
        Statement touching(
            m_database,
            QStringLiteral("SELECT min(begin_ms), max(end_ms) FROM covered WHERE begin_ms <= ? AND end_ms >= ?"));
        Result<Done> done = touching.forEach(ends, [&](const QSqlQuery &row) {
            if (row.value(0).isNull())
                return;
            joined.begin = std::min(joined.begin, instantOf(row.value(0)));
            joined.end = std::max(joined.end, instantOf(row.value(1)));
        });
        if (done)
            done = Statement(m_database, QStringLiteral("DELETE FROM covered WHERE begin_ms <= ? AND end_ms >= ?"))
                       .run(ends);
        if (!done)
            return done;
        Statement add(m_database, QStringLiteral("INSERT INTO covered (begin_ms, end_ms) VALUES (?,?)"));
        return add.run({toColumn(joined.begin), toColumn(joined.end)});
    });
}

Result<Done> SyncStateTable::forgetCovered()
{
    return Statement(m_database, QStringLiteral("DELETE FROM covered")).run();
}

Result<Done> SyncStateTable::forgetCovered(const TimeRange &range)
{
    return m_database.transaction([&]() -> Result<Done> {
        const QList<TimeRange> left = without(covered(), {range});
        Result<Done> step = forgetCovered();
        for (auto stretch = left.cbegin(); step && stretch != left.cend(); ++stretch)
            step = addCovered(*stretch);
        return step;
    });
}

Result<Done> SyncStateTable::forgetCoveredBefore(const QDateTime &moment)
{
    return m_database.transaction([&]() -> Result<Done> {
        const Result<Done> removed = Statement(m_database, QStringLiteral("DELETE FROM covered WHERE end_ms <= ?")).run({toColumn(moment)});
        if (!removed)
            return removed;
        return Statement(m_database, QStringLiteral("UPDATE covered SET begin_ms = ? WHERE begin_ms < ?")).run({toColumn(moment), toColumn(moment)});
    });
}

Result<Done> SyncStateTable::endOldErasures(const QDateTime &now)
{
    return ErasureMarks::dropOld(m_database, now);
}
