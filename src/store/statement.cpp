// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include "database.h"

#include <QSqlError>
#include <QVariant>

Statement::Statement(Database &database, QString sql)
    : m_database(database)
    , m_sql(std::move(sql))
    , m_query(database.isOpen() ? database.takeQuery(m_sql) : nullptr)
{
}

Statement::~Statement()
{
    if (!m_query)
        return;
    m_query->finish(); // a statement left in the middle would hold its read lock and keep the WAL from shrinking
    m_database.giveBack(m_sql, std::move(m_query));
}

Result<Done> Statement::run(const QVariantList &values)
{
    const Result<Done> done = execute(values);
    if (done) {
        m_changedRows = m_query->numRowsAffected();
        m_newId = m_query->lastInsertId().toLongLong();
        m_query->finish();
    }
    return done;
}

Result<Done> Statement::forEach(const QVariantList &values, const std::function<void(const QSqlQuery &)> &row)
{
    if (!m_query)
        return Done{};
    const Result<Done> started = execute(values);
    if (!started)
        return started;
    while (m_query->next())
        row(*m_query);
    // Damage shows while stepping, where next() says no more than at the end.
    if (m_query->lastError().isValid())
        return Unexpected(m_database.failure(m_query->lastError()));
    m_query->finish();
    return Done{};
}

Result<Done> Statement::execute(const QVariantList &values)
{
    if (!m_query)
        return Unexpected(Database::notOpen());
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query->bindValue(static_cast<int>(i), values.at(i));
    if (!m_query->exec())
        return Unexpected(m_database.failure(m_query->lastError()));
    return Done{};
}
