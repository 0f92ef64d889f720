// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include <QFile>
#include <QSet>
#include <QSqlQuery>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr int ourApplicationId = 0x53646c31; // "Sdl1", told by file(1) and by us from other SQLite files

constexpr std::array requiredTables{"event_types",     "meetings",     "meeting_sources",      "invitees",
                                    "invitee_sources", "schedules",    "busy_times",           "busy_seen",
                                    "links",           "account_user", "account_organization", "sync_times",
                                    "covered",         "cancel_items", "meeting_changes",      "search_state",
                                    "saved_filters", "link_orders",  "link_copies",     "link_news",
                                    "event_type_pins", "bookings",    "person_zones",   "link_shares",
                                    "members",         "members_seen", "erasure_marks", "erasure_orders"};

/// Can be made anew from the others, so damage in it does not cost the file.
constexpr const char *derivedTable = "search";

QString migrationFile(int version)
{
    return QStringLiteral(":/store/migrations/%1.sql").arg(version, 4, 10, QLatin1Char('0'));
}

QStringList statementsOf(int version)
{
    QFile file(migrationFile(version));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements;
    QString statement;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("--")) || line.trimmed().isEmpty())
            continue;
        statement += line + QLatin1Char('\n');
        if (line.endsWith(QLatin1Char(';')))
            statements.append(std::exchange(statement, {}));
    }
    return statements;
}

std::optional<QSqlError> execute(QSqlQuery &query, const QString &sql)
{
    if (query.exec(sql))
        return std::nullopt;
    return query.lastError();
}

int numberOf(QSqlQuery &query, const QString &pragma, std::optional<QSqlError> &error)
{
    if (!query.exec(pragma) || !query.next()) {
        error = query.lastError();
        return 0;
    }
    return query.value(0).toInt();
}

std::optional<QSqlError> applyOne(QSqlQuery &query, int version)
{
    QStringList steps{QStringLiteral("BEGIN IMMEDIATE")};
    steps += statementsOf(version);
    steps += {QStringLiteral("PRAGMA application_id=%1").arg(ourApplicationId),
              QStringLiteral("PRAGMA user_version=%1").arg(version), QStringLiteral("COMMIT")};
    for (const QString &step : std::as_const(steps)) {
        if (auto error = execute(query, step)) {
            query.exec(QStringLiteral("ROLLBACK"));
            return error;
        }
    }
    return std::nullopt;
}

} // namespace

int newestSchemaVersion()
{
    int version = 0;
    while (QFile::exists(migrationFile(version + 1)))
        ++version;
    return version;
}

SchemaLook lookAtSchema(const QSqlDatabase &connection)
{
    SchemaLook look;
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    const int version = numberOf(query, QStringLiteral("PRAGMA user_version"), look.error);
    const int application = look.error ? 0 : numberOf(query, QStringLiteral("PRAGMA application_id"), look.error);
    if (!look.error)
        look.error = execute(query, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"));
    if (look.error)
        return look;
    QSet<QString> tables;
    while (query.next())
        tables.insert(query.value(0).toString());
    if (query.lastError().isValid()) {
        look.error = query.lastError();
        return look;
    }
    if (version == 0 && tables.isEmpty())
        return look;
    const bool whole = version < newestSchemaVersion()
        || (tables.contains(QLatin1String(derivedTable))
            && std::all_of(requiredTables.begin(), requiredTables.end(),
                           [&](const char *table) { return tables.contains(QLatin1String(table)); }));
    if (version <= 0 || version > newestSchemaVersion() || application != ourApplicationId || !whole)
        look.schema = StoredSchema::Foreign;
    else
        look.schema = version == newestSchemaVersion() ? StoredSchema::Current : StoredSchema::Older;
    // One row of each table: a look at the way to its first leaf, whatever its size.
    for (const char *table : requiredTables) {
        if (look.schema == StoredSchema::Current && !look.error)
            look.error = execute(query, QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(QLatin1String(table)));
    }
    return look;
}

std::optional<QSqlError> migrate(const QSqlDatabase &connection, int version)
{
    QSqlQuery query(connection);
    std::optional<QSqlError> error;
    const int stored = numberOf(query, QStringLiteral("PRAGMA user_version"), error);
    query.finish();
    for (int step = stored + 1; !error && step <= version; ++step)
        error = applyOne(query, step);
    return error;
}
