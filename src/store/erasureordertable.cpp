// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasureordertable.h"

#include "statement.h"
#include "storedvalues.h"

ErasureOrderTable::ErasureOrderTable(Database &database)
    : m_database(database)
{
}

Result<qint64> ErasureOrderTable::add(const ErasureOrder &order)
{
    qint64 id = 0;
    const Result<Done> written = m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database, QStringLiteral("INSERT INTO erasure_orders (emails, begin_ms, end_ms, accepted) VALUES (?,?,?,?)"));
        const Result<Done> added
            = write.run({toColumn(order.emails.join(QLatin1Char('\n'))), toColumn(order.range.begin), toColumn(order.range.end), order.accepted ? 1 : 0});
        id = write.newId();
        return added;
    });
    return written ? Result<qint64>(id) : Unexpected(written.error());
}

Result<Done> ErasureOrderTable::setAccepted(qint64 id)
{
    return m_database.durableTransaction([&] { return Statement(m_database, QStringLiteral("UPDATE erasure_orders SET accepted = 1 WHERE id = ?")).run({id}); });
}

Result<Done> ErasureOrderTable::remove(qint64 id)
{
    return m_database.durableTransaction([&] { return Statement(m_database, QStringLiteral("DELETE FROM erasure_orders WHERE id = ?")).run({id}); });
}

Result<QList<ErasureOrder>> ErasureOrderTable::orders() const
{
    QList<ErasureOrder> orders;
    Statement read(m_database, QStringLiteral("SELECT id, emails, begin_ms, end_ms, accepted FROM erasure_orders ORDER BY id"));
    const Result<Done> done = read.forEach({}, [&orders](const QSqlQuery &row) {
        orders.append({.id = row.value(0).toLongLong(),
                       .emails = row.value(1).toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts),
                       .range = {instantOf(row.value(2)), instantOf(row.value(3))},
                       .accepted = row.value(4).toBool()});
    });
    return done ? Result<QList<ErasureOrder>>(orders) : Unexpected(done.error());
}
