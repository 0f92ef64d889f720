// SPDX-License-Identifier: GPL-3.0-or-later
#include "rescue.h"

#include "backupfolder.h"
#include "database.h"
#include "linkordertable.h"
#include "migrations.h"
#include "owntables.h"
#include "rescuemark.h"
#include "statement.h"
#include "storefailure.h"
#include "storefiles.h"

#include <QFileInfo>
#include <QSet>
#include <QSqlQuery>

namespace {

struct Found
{
    QList<OwnTable> tables;
    QSet<QString> broken; ///< could not be read whole
    bool newer = false;
    QStringList unread; ///< files that hold, or may hold, what was not read
};

/// Only then the files may go: until all of ours is in the new store and every file that was not read whole is kept.
Result<Done> keepAll(const QStringList &asides)
{
    Result<Done> kept = Done{};
    for (auto aside = asides.cbegin(); kept && aside != asides.cend(); ++aside)
        kept = keepAside(*aside);
    return kept;
}

bool attach(const QSqlDatabase &connection, const QString &setAside)
{
    if (!QFileInfo::exists(setAside) || !looksLikeDatabase(setAside))
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

void readAside(const QSqlDatabase &connection, const QString &setAside, bool isOld, Found &found)
{
    const bool attached = attach(connection, setAside);
    found.newer = attached && versionOfAside(connection) > newestSchemaVersion();
    const QStringList names = ownTableNames(connection);
    bool whole = !found.newer; // a newer version may have tables that are not known here
    for (const QString &name : names) {
        const OwnTable read = attached ? readOwnTable(connection, name, QStringLiteral("aside")) : OwnTable{.name = name, .whole = false};
        whole = whole && read.whole;
        if (!read.whole)
            found.broken.insert(name);
        found.tables.append(isOld ? withPlansUnknown(read) : read);
    }
    if (!whole)
        found.unread.append(setAside);
    if (attached)
        QSqlQuery(connection).exec(QStringLiteral("DETACH DATABASE aside"));
}

/// Kept with the rows: rows that are there already must not come a second time when the mark could not go.
QString traceOf(const QStringList &asides)
{
    return QStringLiteral("rescued ") + (asides.isEmpty() ? QString() : QFileInfo(asides.last()).fileName());
}

bool isTraced(Database &database, const QString &trace)
{
    bool found = false;
    Statement(database, QStringLiteral("SELECT 1 FROM sync_times WHERE what = ?")).forEach({trace}, [&found](const QSqlQuery &) { found = true; });
    return found;
}

/// How many rows came in.
Result<int> write(Database &database, const QList<OwnTable> &tables, const QString &trace)
{
    int rows = 0;
    const Result<Done> written = database.durableTransaction([&]() -> Result<Done> {
        for (const OwnTable &table : tables) {
            const Result<int> added = addOwnRows(database.connection(), table);
            if (!added)
                return Unexpected(added.error());
            rows += *added;
        }
        if (const Result<Done> settled = LinkOrderTable(database).settleThoseInLedger(QDateTime::currentDateTimeUtc()); !settled)
            return settled;
        return Statement(database, QStringLiteral("INSERT OR REPLACE INTO sync_times (what, at_ms) VALUES (?, 0)")).run({trace});
    });
    if (!written)
        return Unexpected(written.error());
    return rows;
}

} // namespace

StoreRescue rescueOwnData(Database &database, const RescueMark &mark, const QString &justNow)
{
    const QStringList asides = mark.asides().value_or(QStringList());
    const QString trace = traceOf(asides);
    StoreRescue rescue;
    if (isTraced(database, trace)) {
        mark.remove();
        return rescue;
    }
    const QSqlDatabase connection = database.connection();
    Found found;
    for (const QString &aside : asides)
        readAside(connection, aside, aside != justNow, found);
    rescue.setAside = asides.value(asides.size() - 1);
    rescue.newer = found.newer;
    rescue.whole = !asides.isEmpty() && found.broken.isEmpty();
    if (!rescue.whole) {
        if (const std::optional<OwnData> backup = BackupFolder(database.file()).newest()) {
            rescue.backup = backup->made;
            for (const OwnTable &table : backup->tables) {
                if (asides.isEmpty() || found.broken.contains(table.name))
                    found.tables.append(withPlansUnknown(table));
            }
        }
    }
    const Result<Done> kept = keepAll(found.unread); // before the mark goes, which keeps them until then
    if (const Result<int> rows = kept ? write(database, found.tables, trace) : Unexpected(kept.error())) {
        rescue.rows = *rows;
        mark.remove();
    } else {
        rescue.whole = false;
        rescue.unfinished = true;
    }
    return rescue;
}

Result<Done> finishRescue(Database &database)
{
    const RescueMark mark(database.file());
    if (!database.isOpen() || !mark.asides() || !rescueOwnData(database, mark, QString()).unfinished)
        return Done{};
    return Unexpected(storageError(QStringLiteral("What is to come from a store that was set aside cannot be written")));
}
