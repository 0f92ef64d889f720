// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include "migrations.h"
#include "ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QVariant>

#include <array>
#include <utility>

// Q_INIT_RESOURCE wants the global namespace; without it the linker drops the resources of a static library.
static void initStoreResources()
{
    Q_INIT_RESOURCE(store);
}

namespace {

// SQLite's primary result codes (sqlite3.h), which the driver gives as text, extended by higher bits.
enum class Code {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

Code codeOf(const QSqlError &error)
{
    return static_cast<Code>(error.nativeErrorCode().toInt() & 0xff);
}

/// SQLITE_CORRUPT_VTAB: what the search index keeps in its tables makes no sense, while the file is whole.
bool meansSearchDamage(const QSqlError &error)
{
    return error.nativeErrorCode() == QLatin1String("267");
}

bool meansDamage(const QSqlError &error)
{
    return !meansSearchDamage(error) && (codeOf(error) == Code::Corrupt || codeOf(error) == Code::NotADatabase);
}

Error storageError(const QString &message)
{
    return Error{.kind = Error::Kind::Storage, .message = message};
}

QString damageMark(const QString &file)
{
    return file + QStringLiteral(".damaged");
}

constexpr std::array sideFiles{"", "-wal", "-shm", "-journal"};

/// Moves the file and its side files out of the way, under names that SQLite still takes for one database.
Result<QString> setAside(const QString &file)
{
    const QString aside = asideName(file);
    for (const char *side : sideFiles) {
        const QString from = file + QLatin1String(side);
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1String(side)))
            return Unexpected(storageError(QStringLiteral("The damaged store could not be moved aside")));
    }
    QFile::remove(damageMark(file));
    return aside;
}

/// False for a file that is no SQLite file at all. Asked before SQLite opens it, which deletes the journal of a file
/// that it cannot read.
bool looksLikeDatabase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // for SQLite to say what is wrong
    return file.size() == 0 || file.read(16) == QByteArrayLiteral("SQLite format 3\0");
}

/// True when every row could be read and written.
bool copyFromAside(const QSqlDatabase &connection, const QString &table, const QString &columns)
{
    const int count = static_cast<int>(columns.count(QLatin1Char(','))) + 1;
    const QString marks = QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
    QSqlQuery read(connection);
    read.setForwardOnly(true);
    QSqlQuery write(connection);
    write.prepare(QStringLiteral("INSERT OR IGNORE INTO main.%1 (%2) VALUES (%3)").arg(table, columns, marks));
    bool whole = read.exec(QStringLiteral("SELECT %1 FROM aside.%2").arg(columns, table));
    while (whole && read.next()) {
        for (int column = 0; column < count; ++column)
            write.bindValue(column, read.value(column));
        whole = write.exec();
    }
    return whole && !read.lastError().isValid();
}

Result<Done> makeFiles(const QString &file)
{
    for (const char *side : sideFiles) {
        if (QFileInfo(file + QLatin1String(side)).isSymLink())
            return Unexpected(storageError(QStringLiteral("The store is a symbolic link to somewhere else")));
    }
    const Result<Done> folder = makeOwnerFolder(QFileInfo(file).absolutePath());
    return folder ? makeOwnerFile(file) : folder; // SQLite gives its side files the rights of the main file
}

} // namespace

Database::Database()
    : m_connectionName(QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    initStoreResources();
}

Database::~Database()
{
    close();
}

Result<Database::Opened> Database::open(const QString &file)
{
    close();
    const Result<Done> made = makeFiles(file);
    if (!made)
        return Unexpected(made.error());
    if (QFileInfo::exists(damageMark(file)) || !looksLikeDatabase(file))
        return startAfresh(file);

    const Result<Done> connected = connectTo(file);
    const SchemaLook look = connected ? lookAtSchema(connection()) : SchemaLook{};
    if (m_damaged || (look.error && meansDamage(*look.error)) || look.schema == StoredSchema::Foreign)
        return startAfresh(file);
    const Error readFailed = look.error ? failure(*look.error) : Error{};
    const Result<Done> ready = !connected ? connected : look.error ? Result<Done>(Unexpected(readFailed)) : setUp();
    if (!ready) {
        close();
        return Unexpected(ready.error());
    }
    return Opened{};
}

void Database::close()
{
    m_queries.clear();
    m_depth = 0;
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

Result<Done> Database::erase()
{
    const QString file = m_file;
    close();
    if (file.isEmpty())
        return Done{};
    QDir folder(QFileInfo(file).absolutePath());
    const QString name = QFileInfo(file).fileName();
    QStringList doomed = folder.entryList({name + QStringLiteral(".aside-*")}, QDir::Files | QDir::Hidden);
    for (const char *side : sideFiles)
        doomed.append(name + QLatin1String(side));
    doomed.append(damageMark(name));
    bool gone = true;
    for (const QString &each : std::as_const(doomed))
        gone = (!folder.exists(each) || folder.remove(each)) && gone;
    if (!gone)
        return Unexpected(storageError(QStringLiteral("A file of the store could not be deleted")));
    return Done{};
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
        m_damaged = true;
        if (isOpen())
            makeOwnerFile(damageMark(m_file));
        return storageError(QStringLiteral("The store is damaged"));
    }
    if (meansSearchDamage(error)) {
        m_searchDamaged = true;
        return storageError(QStringLiteral("The search index is damaged"));
    }
    switch (codeOf(error)) {
    case Code::Full:
        return storageError(QStringLiteral("The disk is full"));
    case Code::Busy:
    case Code::Locked:
        return storageError(QStringLiteral("Another program is using the store"));
    case Code::ReadOnly:
        return storageError(QStringLiteral("The store cannot be written"));
    case Code::InputOutput:
    case Code::CannotOpen:
        return storageError(QStringLiteral("The disk refused to read or write the store"));
    default: // the code alone: SQLite's words may quote what was stored
        return storageError(QStringLiteral("The store failed (code %1)").arg(error.nativeErrorCode()));
    }
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

Result<Done> Database::setUp()
{
    if (const std::optional<QSqlError> error = migrate(connection()))
        return Unexpected(failure(*error));
    return Done{};
}

Result<Database::Opened> Database::startAfresh(const QString &file)
{
    close();
    const Result<QString> aside = setAside(file);
    if (!aside)
        return Unexpected(aside.error());
    Result<Done> ready = makeFiles(file);
    if (ready)
        ready = connectTo(file);
    if (ready)
        ready = setUp();
    if (!ready) {
        close();
        return Unexpected(ready.error());
    }
    return Opened{.setAside = *aside, .linksKept = keepOursOf(*aside)};
}

/// What cannot be read again from the server moves on, row by row up to the damage: the ledger of links, what is being
/// canceled, what was seen to change, saved filters, and pins. True where all of the ledger did.
bool Database::keepOursOf(const QString &setAside)
{
    if (!looksLikeDatabase(setAside))
        return false;
    QSqlQuery old(connection());
    old.prepare(QStringLiteral("ATTACH DATABASE ? AS aside"));
    old.addBindValue(setAside);
    if (!old.exec())
        return false;
    const bool whole = copyFromAside(connection(), QStringLiteral("links"),
                                     QStringLiteral("id, booking_url, event_type, event_type_name, label, tracking_token,"
                                                    " created_ms, expires_ms, booked_by"));
    copyFromAside(connection(), QStringLiteral("cancel_items"),
                  QStringLiteral("id, meeting, name, start_ms, reason, wants_link, link, state, problem_kind, problem_text,"
                                 " problem_status, changed_ms"));
    copyFromAside(connection(), QStringLiteral("meeting_changes"),
                  QStringLiteral("id, meeting, seen_ms, kind, who, about, old_value, new_value"));
    copyFromAside(connection(), QStringLiteral("saved_filters"), QStringLiteral("id, name, filter"));
    copyFromAside(connection(), QStringLiteral("link_orders"),
                  QStringLiteral("id, link, batch, event_type, event_type_name, label, state, problem_kind, problem_text,"
                                 " problem_status, changed_ms"));
    copyFromAside(connection(), QStringLiteral("link_copies"), QStringLiteral("link, times, last_ms"));
    copyFromAside(connection(), QStringLiteral("link_news"), QStringLiteral("link"));
    copyFromAside(connection(), QStringLiteral("event_type_pins"), QStringLiteral("digit, event_type"));
    old.exec(QStringLiteral("DETACH DATABASE aside"));
    return whole;
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
