// SPDX-License-Identifier: GPL-3.0-or-later
#include "owntables.h"

#include "storefailure.h"

#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace {

const QSet<QString> &toldByCalendly()
{
    static const QSet<QString> tables{
        QStringLiteral("event_types"), QStringLiteral("meetings"), QStringLiteral("meeting_sources"), QStringLiteral("invitees"),
        QStringLiteral("invitee_sources"), QStringLiteral("schedules"), QStringLiteral("busy_times"), QStringLiteral("busy_seen"),
        QStringLiteral("account_user"), QStringLiteral("account_organization"), QStringLiteral("members"), QStringLiteral("members_seen"),
        QStringLiteral("sync_times"), QStringLiteral("covered")};
    return tables;
}

/// The index keeps tables of its own beside the one that bears its name.
bool isSearch(const QString &table)
{
    return table == QLatin1String("search") || table.startsWith(QLatin1String("search_"));
}

QStringList columnsOf(const QSqlDatabase &connection, const QString &table, const QString &schema)
{
    QStringList columns;
    QSqlQuery read(connection);
    read.exec(QStringLiteral("PRAGMA %1.table_info(%2)").arg(schema, table));
    while (read.next())
        columns.append(read.value(1).toString());
    return columns;
}


/// A number of a row's own means nothing beyond its store, so it gives way where it is taken.
bool isRowNumber(const QString &column)
{
    return column == QLatin1String("id");
}

/// Adds a row unless one with the same content is there. A taken row number is replaced by a free one; a clash with
/// anything else that must be unique leaves what is there.
QString insertText(const QString &table, const QStringList &columns, bool numbered)
{
    QStringList values;
    QStringList same;
    for (const QString &column : columns) {
        const bool isNumber = numbered && isRowNumber(column);
        values.append(isNumber ? QStringLiteral("CASE WHEN EXISTS (SELECT 1 FROM main.%1 WHERE id = ?) THEN NULL ELSE ? END").arg(table) : QStringLiteral("?"));
        if (!isNumber)
            same.append(column + QLatin1String(" IS ?"));
    }
    return QStringLiteral("INSERT OR IGNORE INTO main.%1 (%2) SELECT %3 WHERE NOT EXISTS (SELECT 1 FROM main.%1 WHERE %4)")
        .arg(table, columns.join(QLatin1String(", ")), values.join(QLatin1String(", ")), same.join(QLatin1String(" AND ")));
}

/// SQLITE_CONSTRAINT and SQLITE_MISMATCH: such as one that refers to another that is gone, or a text for a row number.
bool isBadRow(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 19 || code == 20;
}

/// `state` is the place of the column of that name, negative where there is none.
bool isPlan(const QVariantList &row, qsizetype state)
{
    static const QSet<QString> underWay{QStringLiteral("held"), QStringLiteral("waiting"), QStringLiteral("link"), QStringLiteral("sending")};
    return state >= 0 && underWay.contains(row.at(state).toString());
}

bool hasRowNumbers(const QSqlDatabase &connection, const QString &table)
{
    QSqlQuery read(connection);
    read.exec(QStringLiteral("PRAGMA main.table_info(%1)").arg(table));
    while (read.next()) {
        if (isRowNumber(read.value(1).toString()))
            return read.value(2).toString() == QLatin1String("INTEGER") && read.value(5).toInt() == 1;
    }
    return false;
}

} // namespace

QStringList ownTableNames(const QSqlDatabase &connection)
{
    QStringList tables;
    QSqlQuery read(connection);
    read.exec(QStringLiteral("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"));
    while (read.next()) {
        const QString table = read.value(0).toString();
        if (!toldByCalendly().contains(table) && !isSearch(table))
            tables.append(table);
    }
    return tables;
}

OwnTable readOwnTable(const QSqlDatabase &connection, const QString &table, const QString &schema)
{
    OwnTable read;
    read.name = table;
    const QStringList there = columnsOf(connection, table, schema);
    const QStringList ours = columnsOf(connection, table, QStringLiteral("main"));
    std::copy_if(ours.begin(), ours.end(), std::back_inserter(read.columns), [&there](const QString &column) { return there.contains(column); });
    if (read.columns.isEmpty()) {
        read.whole = false;
        return read;
    }
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    read.whole = query.exec(QStringLiteral("SELECT %1 FROM %2.%3").arg(read.columns.join(QLatin1String(", ")), schema, table));
    while (read.whole && query.next()) {
        QVariantList row;
        for (int column = 0; column < read.columns.size(); ++column)
            row.append(query.value(column));
        read.rows.append(row);
    }
    read.whole = read.whole && !query.lastError().isValid();
    return read;
}

Result<QList<OwnTable>> readOwnTables(const QString &storeFile)
{
    const QString name = QStringLiteral("own-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QList<OwnTable> tables;
    bool whole = false;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(storeFile);
        connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"));
        // One transaction, so that all of it is of the same moment.
        whole = connection.open() && connection.transaction();
        const QStringList names = whole ? ownTableNames(connection) : QStringList();
        for (const QString &table : names)
            tables.append(readOwnTable(connection, table));
    }
    QSqlDatabase::removeDatabase(name);
    if (!whole || tables.isEmpty() || !std::all_of(tables.begin(), tables.end(), [](const OwnTable &table) { return table.whole; }))
        return Unexpected(storageError(QStringLiteral("The store could not be read")));
    return tables;
}

Result<int> addOwnRows(const QSqlDatabase &connection, const OwnTable &table)
{
    if (table.rows.isEmpty() || !ownTableNames(connection).contains(table.name))
        return 0;
    // Names from a file never become part of a statement: those of the store do, where the file has them.
    const QStringList ours = columnsOf(connection, table.name, QStringLiteral("main"));
    QStringList columns;
    QList<qsizetype> places;
    for (const QString &column : ours) {
        if (const qsizetype place = table.columns.indexOf(column); place >= 0) {
            columns.append(column);
            places.append(place);
        }
    }
    if (columns.isEmpty() || (columns.size() == 1 && isRowNumber(columns.first())))
        return 0;
    const bool numbered = hasRowNumbers(connection, table.name);
    QSqlQuery write(connection);
    if (!write.prepare(insertText(table.name, columns, numbered)))
        return Unexpected(storeFailure(write.lastError()));
    int added = 0;
    for (const QVariantList &row : table.rows) {
        QVariantList compared;
        for (qsizetype number = 0; number < columns.size(); ++number) {
            const QVariant &cell = row.at(places.at(number));
            write.addBindValue(cell);
            if (numbered && isRowNumber(columns.at(number)))
                write.addBindValue(cell);
            else
                compared.append(cell);
        }
        for (const QVariant &cell : std::as_const(compared))
            write.addBindValue(cell);
        if (write.exec())
            added += std::max(0, write.numRowsAffected());
        else if (!isBadRow(write.lastError()))
            return Unexpected(storeFailure(write.lastError()));
    }
    return added;
}

OwnTable withPlansUnknown(OwnTable table)
{
    const qsizetype state = table.columns.indexOf(QLatin1String("state"));
    for (QVariantList &row : table.rows) {
        if (isPlan(row, state))
            row[state] = QStringLiteral("unknown");
    }
    return table;
}

OwnTable forImport(OwnTable table)
{
    static const QSet<QString> ofOneStore{QStringLiteral("cancel_items"), QStringLiteral("link_orders"), QStringLiteral("erasure_marks"),
                                          QStringLiteral("erasure_orders")};
    if (ofOneStore.contains(table.name))
        table.rows.clear();
    const qsizetype state = table.columns.indexOf(QLatin1String("state"));
    if (table.name == QLatin1String("bookings"))
        table.rows.removeIf([state](const QVariantList &row) { return state < 0 || row.at(state).toString() != QLatin1String("booked"); });
    return table;
}
