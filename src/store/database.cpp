// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include "backupfolder.h"
#include "migrations.h"
#include "ownerfiles.h"
#include "rescue.h"
#include "rescuemark.h"
#include "storefailure.h"
#include "storefiles.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <utility>

// Q_INIT_RESOURCE wants the global namespace; without it the linker drops the resources of a static library.
static void initStoreResources()
{
    Q_INIT_RESOURCE(store);
}

Database::Database()
    : m_connectionName(QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    initStoreResources();
}

Database::~Database()
{
    close();
}

Result<StoreRescue> Database::open(const QString &file)
{
    const Result<StoreRescue> opened = openForWriting(file);
    if (opened || !openForReading(file))
        return opened;
    return StoreRescue{};
}

Result<StoreRescue> Database::startAnew()
{
    return isOpen() ? startAfresh(QString(m_file)) : Result<StoreRescue>(Unexpected(notOpen()));
}

Result<StoreRescue> Database::openForWriting(const QString &file)
{
    close();
    Result<Done> made = finishSettingAside(file);
    const bool isNew = QFileInfo(file).size() == 0;
    if (made)
        made = makeStoreFiles(file);
    if (made)
        made = noteRescue(file, isNew);
    if (!made)
        return Unexpected(made.error());
    if (isMarkedDamaged(file) || !looksLikeDatabase(file))
        return startAfresh(file);

    Result<Done> ready = connectTo(file);
    const SchemaLook look = ready ? lookAtSchema(connection()) : SchemaLook{};
    if (m_damaged || (look.error && meansDamage(*look.error)) || look.schema == StoredSchema::Foreign)
        return startAfresh(file);
    const std::optional<QSqlError> problem = ready && !look.error ? migrate(connection()) : look.error;
    // A step that this file cannot take would fail at every start: it is not what its number says.
    if (ready && !look.error && problem && !mayPass(*problem))
        return startAfresh(file);
    if (problem)
        ready = Unexpected(failure(*problem));
    if (!ready) {
        close();
        return Unexpected(ready.error());
    }
    const RescueMark mark(file);
    return mark.asides() ? rescueOwnData(*this, mark, QString()) : StoreRescue{};
}

/// What is stored there can be shown even where SQLite cannot make the file beside it that several readers would share.
bool Database::openForReading(const QString &file)
{
    if (isMarkedDamaged(file) || QFileInfo(file).size() == 0 || !areStoreFilesPlain(file) || !looksLikeDatabase(file))
        return false;
    // Alone with the file it needs none; one that nobody can write needs none, either, unless a log is still to be read.
    QList<std::pair<QString, QString>> ways{{file, QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000")}};
    if (!QFileInfo(file).isWritable() && QFileInfo(file + QLatin1String("-wal")).size() == 0) {
        const QString address = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded());
        ways.append({address + QLatin1String("?mode=ro&immutable=1"), QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY")});
    }
    for (const auto &[name, options] : std::as_const(ways)) {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
        database.setDatabaseName(name);
        database.setConnectOptions(options);
        if (database.open()) {
            m_file = file;
            m_writable = false;
            const bool ready = execute("PRAGMA locking_mode = EXCLUSIVE") && execute("PRAGMA query_only = ON") && execute("PRAGMA temp_store = MEMORY")
                && execute("PRAGMA trusted_schema = OFF");
            const SchemaLook look = ready ? lookAtSchema(connection()) : SchemaLook{};
            if (!look.error && look.schema == StoredSchema::Current)
                return true;
        }
        database = QSqlDatabase();
        close();
    }
    return false;
}

void Database::close()
{
    m_queries.clear();
    m_depth = 0;
    m_writable = true;
    m_damaged = false;
    m_searchDamaged = false;
    m_file.clear();
    if (!QSqlDatabase::contains(m_connectionName))
        return;
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool Database::isOpen() const
{
    return !m_file.isEmpty();
}

QString Database::file() const
{
    return m_file;
}

bool Database::isDamaged() const
{
    return m_damaged;
}

void Database::whenDamaged(std::function<void()> then)
{
    m_tellDamage = std::move(then);
}

Result<Done> Database::erase()
{
    const QString file = m_file;
    close();
    return file.isEmpty() ? Result<Done>(Done{}) : removeStoreFiles(file);
}

Result<Done> Database::transaction(const std::function<Result<Done>()> &work)
{
    if (m_depth == 0) // at once for writing, so that two programs on one store wait instead of failing half-way
        return within("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK", work);
    const Result<Done> done = within("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part", work);
    if (!done)
        execute("RELEASE part");
    return done;
}

Result<Done> Database::durableTransaction(const std::function<Result<Done>()> &work)
{
    if (m_depth > 0) // the setting cannot be changed within a transaction
        return transaction(work);
    const Result<Done> raised = execute("PRAGMA synchronous = FULL");
    if (!raised)
        return raised;
    const Result<Done> done = transaction(work);
    execute("PRAGMA synchronous = NORMAL");
    return done;
}

Result<bool> Database::emptyLog()
{
    if (!isOpen())
        return Unexpected(notOpen());
    if (const Result<Done> atOnce = execute("PRAGMA busy_timeout = 0"); !atOnce)
        return Unexpected(atOnce.error());
    QSqlQuery query(connection());
    const bool asked = query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) && query.next();
    const bool busy = asked && query.value(0).toBool();
    const QSqlError problem = query.lastError();
    query.finish();
    execute("PRAGMA busy_timeout = 2000");
    return asked ? Result<bool>(!busy) : Unexpected(failure(problem));
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

std::unique_ptr<QSqlQuery> Database::takeQuery(const QString &sql)
{
    if (auto known = m_queries.extract(sql))
        return std::move(known.mapped());
    auto query = std::make_unique<QSqlQuery>(connection());
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        failure(query->lastError()); // running it fails as well and reports; this only notes damage
    return query;
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    // One that could not be prepared would fail for ever, whatever is repaired meanwhile.
    if (isOpen() && !query->lastError().isValid())
        m_queries.insert_or_assign(sql, std::move(query));
}

QStringList Database::preparedTexts() const
{
    QStringList texts;
    for (const auto &[sql, query] : m_queries)
        texts.append(sql);
    return texts;
}

Error Database::notOpen()
{
    return storageError(QStringLiteral("No store is open"));
}

Error Database::failure(const QSqlError &error)
{
    if (meansDamage(error)) {
        const bool isNew = !std::exchange(m_damaged, true);
        if (isOpen())
            markDamaged(m_file);
        if (isNew && m_tellDamage)
            m_tellDamage();
    } else if (meansSearchDamage(error)) {
        m_searchDamaged = true;
    }
    return storeFailure(error);
}

Result<Done> Database::connectTo(const QString &file)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    database.setDatabaseName(file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open())
        return Unexpected(failure(database.lastError()));
    m_file = file;
    // WAL with NORMAL is consistent after a power failure but may have lost the last commits, which a sync brings back;
    // the ledger of links raises it (durableTransaction). secure_delete overwrites what goes, so that a purge is one.
    for (const char *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON",
          "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -4096",
          "PRAGMA mmap_size = 0", "PRAGMA journal_size_limit = 4194304", "PRAGMA trusted_schema = OFF"}) {
        const Result<Done> set = execute(pragma);
        if (!set)
            return set;
    }
    return Done{};
}

Result<Done> Database::execute(const char *sql)
{
    if (!isOpen())
        return Unexpected(notOpen());
    QSqlQuery query(connection());
    if (!query.exec(QLatin1String(sql)))
        return Unexpected(failure(query.lastError()));
    return Done{};
}

Result<StoreRescue> Database::startAfresh(const QString &file)
{
    close();
    const RescueMark mark(file);
    const QString aside = asideName(file);
    Result<Done> ready = mark.set(mark.asides().value_or(QStringList()) << aside);
    if (ready)
        ready = setStoreAside(file, aside);
    if (ready)
        ready = makeStoreFiles(file);
    if (ready)
        ready = connectTo(file);
    if (const std::optional<QSqlError> problem = ready ? migrate(connection()) : std::nullopt)
        ready = Unexpected(failure(*problem));
    if (!ready) {
        close();
        return Unexpected(ready.error());
    }
    return rescueOwnData(*this, mark, aside);
}

/// Before anything is written into a new store: from then on only the mark tells that it lacks something.
Result<Done> Database::noteRescue(const QString &file, bool isNew)
{
    const RescueMark mark(file);
    const std::optional<QStringList> asides = mark.asides();
    if (!asides)
        mark.remove();
    // A store that is gone while its backups are there was not forgotten by the user, which takes them along.
    return !asides && isNew && !BackupFolder(file).isEmpty() ? mark.set({}) : Result<Done>(Done{});
}

Result<Done> Database::within(const char *begin, const char *commit, const char *rollback,
                              const std::function<Result<Done>()> &work)
{
    const Result<Done> begun = execute(begin);
    if (!begun)
        return begun;
    ++m_depth;
    Result<Done> done = work();
    --m_depth;
    if (done)
        done = execute(commit);
    if (!done)
        execute(rollback);
    return done;
}
