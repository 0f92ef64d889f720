// SPDX-License-Identifier: GPL-3.0-or-later
#include "rescue.h"

#include "migrations.h"
#include "owntables.h"
#include "storefiles.h"

#include <QSqlQuery>

namespace {

bool attach(const QSqlDatabase &connection, const QString &setAside)
{
    if (setAside.isEmpty() || !looksLikeDatabase(setAside))
        return false;
    QSqlQuery query(connection);
    query.prepare(QStringLiteral("ATTACH DATABASE ? AS aside"));
    query.addBindValue(setAside);
    return query.exec();
}

int versionOfAside(const QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    return query.exec(QStringLiteral("PRAGMA aside.user_version")) && query.next() ? query.value(0).toInt() : 0;
}

int add(const QSqlDatabase &connection, const OwnTable &table)
{
    QSqlQuery query(connection);
    query.exec(QStringLiteral("BEGIN IMMEDIATE"));
    const Result<int> added = addOwnRows(connection, table);
    query.exec(added ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    return added.value_or(0);
}

} // namespace

StoreRescue rescueOwnData(const QSqlDatabase &connection, const QString &setAside, const BackupFolder &backups)
{
    StoreRescue rescue;
    rescue.setAside = setAside;
    const bool attached = attach(connection, setAside);
    const int version = attached ? versionOfAside(connection) : 0;
    rescue.newer = version > newestSchemaVersion();
    QStringList broken;
    const QStringList tables = ownTableNames(connection);
    for (const QString &table : tables) {
        const OwnTable read = attached ? readOwnTable(connection, table, QStringLiteral("aside")) : OwnTable{.name = table, .whole = false};
        rescue.rows += add(connection, read);
        if (!read.whole)
            broken.append(table);
    }
    if (attached)
        QSqlQuery(connection).exec(QStringLiteral("DETACH DATABASE aside"));
    rescue.whole = broken.isEmpty();
    if (rescue.whole)
        return rescue;
    const std::optional<OwnData> backup = backups.newest();
    if (!backup)
        return rescue;
    rescue.backup = backup->made;
    for (const OwnTable &table : backup->tables) {
        if (broken.contains(table.name))
            rescue.rows += add(connection, withPlansUnknown(table));
    }
    return rescue;
}
