// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefigures.h"

#include "database.h"
#include "statement.h"

#include <QFileInfo>

#include <algorithm>

namespace {

struct Tables
{
    QStringList names;
    QStringList virtualOnes; ///< whose inside lies in tables that begin with their name
};

Tables tablesOf(Database &database)
{
    Tables tables;
    Statement all(database, QStringLiteral("SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_master "
                                           "WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"));
    all.forEach({}, [&](const QSqlQuery &row) { (row.value(1).toBool() ? tables.virtualOnes : tables.names).append(row.value(0).toString()); });
    return tables;
}

} // namespace

StoreFigures storeFigures(Database &database)
{
    StoreFigures figures;
    if (!database.isOpen())
        return figures;
    figures.bytes = QFileInfo(database.file()).size() + QFileInfo(database.file() + QLatin1String("-wal")).size();
    Statement(database, QStringLiteral("SELECT sqlite_version()")).forEach({}, [&](const QSqlQuery &row) { figures.sqliteVersion = row.value(0).toString(); });
    const Tables tables = tablesOf(database);
    for (const QString &name : tables.names) {
        const bool isInside = std::any_of(tables.virtualOnes.begin(), tables.virtualOnes.end(),
                                          [&](const QString &one) { return name.startsWith(one + QLatin1Char('_')); });
        if (isInside)
            continue;
        // The name comes from the store's own schema; it cannot be bound.
        Statement(database, QStringLiteral("SELECT count(*) FROM \"%1\"").arg(name)).forEach({}, [&](const QSqlQuery &row) {
            figures.rows.append({name, row.value(0).toLongLong()});
        });
    }
    return figures;
}
