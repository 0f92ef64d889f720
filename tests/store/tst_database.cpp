// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceltable.h"
#include "../support/fulldisk.h"
#include "linkordertable.h"
#include "linktable.h"
#include "meetingtable.h"
#include "migrations.h"
#include "statement.h"
#include "storedmeetings.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTest>

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void open_bringsEmptyFileToNewestSchema();
    void open_findsWhatWasStored();
    void open_lockdownOfFilesAndFolder();
    void open_closesFilesThatOthersCouldRead();
    void open_refusesSymbolicLinks();
    void open_setsNewerVersionAsideAndKeepsWhatCannotBeReadAgain();
    void open_setsForeignDatabaseAside();
    void open_setsGarbageAside();
    void open_setsSchemaWithMissingTableAside();
    void open_setsAsideWhatCannotBeBroughtUpToDate_data();
    void open_setsAsideWhatCannotBeBroughtUpToDate();
    void open_onAFullDisk_showsWhatIsStored();
    void damageFoundWhileReading_isTold_andStartingAnewBringsWhatIsLeft();
    void open_failsWithoutTouchingAFolderInTheWay();
    void damageFoundWhileReading_isAnErrorAndSetsAsideNextTime();
    void settings_areThoseOfThePrivacyAndSpeedRules();
    void erase_leavesNothing();
    void transaction_rollsBackOnError();
    void transaction_withinAnotherUndoesOnlyItsPart();
    void transaction_waitingForAnotherProgramEndsInAnError();
    void fullDisk_isAnErrorAndKeepsWhatWasThere();
    void deletedText_isOverwrittenInTheFile();
    void storageErrors_doNotQuoteWhatIsStored();

private:
    static QVariant valueOf(Database &database, const QString &sql);
    static QByteArray contentOf(const QString &file);
    static SchedulingLink someLink();
    static int meetingsIn(Database &database);
    static void storeSomeMeetings(Database &database, int count);
};

QVariant DatabaseTest::valueOf(Database &database, const QString &sql)
{
    QVariant value;
    Statement(database, sql).forEach({}, [&](const QSqlQuery &row) { value = row.value(0); });
    return value;
}

QByteArray DatabaseTest::contentOf(const QString &file)
{
    QFile stored(file);
    return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
}

SchedulingLink DatabaseTest::someLink()
{
    return {.id = QStringLiteral("l1"),
            .bookingUrl = QUrl(QStringLiteral("https://example.com/d/abc?utm_content=t1")),
            .eventType = typeUri(1),
            .eventTypeName = QStringLiteral("Intro call"),
            .label = QStringLiteral("for Ana"),
            .trackingToken = QStringLiteral("t1"),
            .createdAt = utc("2026-11-20T10:00:00Z"),
            .expiresAt = utc("2027-02-18T10:00:00Z")};
}

int DatabaseTest::meetingsIn(Database &database)
{
    return MeetingTable(database).count({});
}

void DatabaseTest::storeSomeMeetings(Database &database, int count)
{
    QList<Meeting> meetings;
    for (int i = 0; i < count; ++i)
        meetings.append(meetingAt(i, utc("2026-11-20T10:00:00Z").addSecs(i * 3600)));
    QVERIFY(MeetingTable(database).upsert(meetings));
}

void DatabaseTest::open_bringsEmptyFileToNewestSchema()
{
    TemporaryStore store;
    QVERIFY(store.isUsable());
    QVERIFY(newestSchemaVersion() >= 1);
    QCOMPARE(valueOf(store.database(), QStringLiteral("PRAGMA user_version")).toInt(), newestSchemaVersion());
    QCOMPARE(lookAtSchema(store.database().connection()).schema, StoredSchema::Current);
    QCOMPARE(store.database().file(), store.path());
}

void DatabaseTest::open_findsWhatWasStored()
{
    TemporaryStore store;
    storeSomeMeetings(store.database(), 3);
    const auto again = store.database().open(store.path());
    QVERIFY(again);
    QVERIFY(again->setAside.isEmpty());
    QCOMPARE(meetingsIn(store.database()), 3);
}

void DatabaseTest::open_lockdownOfFilesAndFolder()
{
    TemporaryStore store;
    storeSomeMeetings(store.database(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    for (const char *side : {"", "-wal", "-shm"}) {
        const QString file = store.path() + QLatin1String(side);
        QVERIFY2(QFileInfo::exists(file), side);
        QVERIFY2(!(QFile::permissions(file) & others), side);
    }
    QVERIFY(!(QFile::permissions(QFileInfo(store.path()).absolutePath()) & others));
}

void DatabaseTest::open_closesFilesThatOthersCouldRead()
{
    TemporaryStore store;
    store.database().close();
    QVERIFY(QFile::setPermissions(store.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(store.database().open(store.path()));
    QVERIFY(!(QFile::permissions(store.path()) & QFile::ReadOther));
}

void DatabaseTest::open_refusesSymbolicLinks()
{
    QTemporaryDir folder;
    const QString elsewhere = folder.filePath(QStringLiteral("elsewhere.sqlite"));
    const QString link = folder.filePath(QStringLiteral("store.sqlite"));
    QVERIFY(QFile::link(elsewhere, link));
    Database database;
    const auto refused = database.open(link);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(!QFileInfo::exists(elsewhere));

    QVERIFY(QFile::link(folder.path(), folder.filePath(QStringLiteral("way"))));
    QVERIFY(!database.open(folder.filePath(QStringLiteral("way/other.sqlite"))));
    QVERIFY(!database.isOpen());
}

void DatabaseTest::open_setsNewerVersionAsideAndKeepsWhatCannotBeReadAgain()
{
    TemporaryStore store;
    QVERIFY(LinkTable(store.database()).add(someLink()));
    const QList<CancelItem> canceling{{.meeting = eventUri(1), .name = QStringLiteral("Intro call"), .state = CancelItem::State::Sending,
                                        .changedAt = utc("2026-11-19T10:00:00Z")}};
    QVERIFY(CancelTable(store.database()).put(canceling));
    const QList<LinkOrder> ordering{{.link = QStringLiteral("o"), .eventType = typeUri(1), .state = LinkOrder::State::Sending,
                                     .changedAt = utc("2026-11-19T10:00:00Z")}};
    QVERIFY(LinkOrderTable(store.database()).put(ordering));
    QVERIFY(LinkTable(store.database()).countCopy(someLink().id, utc("2026-11-20T11:00:00Z")));
    valueOf(store.database(), QStringLiteral("INSERT INTO event_type_pins (digit, event_type) VALUES (3, 'type')"));
    storeSomeMeetings(store.database(), 2);
    valueOf(store.database(),
            QStringLiteral("INSERT INTO meeting_changes (meeting, seen_ms, kind, who, about, old_value, new_value)"
                           " VALUES ('m', 1, 'canceled', 'Ana', '', '', '')"));
    valueOf(store.database(), QStringLiteral("PRAGMA user_version=%1").arg(newestSchemaVersion() + 1));
    const auto opened = store.database().open(store.path());
    QVERIFY(opened);
    QVERIFY(QFileInfo::exists(opened->setAside));
    QVERIFY(opened->setAside.startsWith(store.path() + QStringLiteral(".aside-")));
    QCOMPARE(meetingsIn(store.database()), 0);
    QVERIFY(opened->whole);
    QCOMPARE(valueOf(store.database(), QStringLiteral("SELECT who FROM meeting_changes")).toString(), QStringLiteral("Ana"));
    QCOMPARE(LinkTable(store.database()).links(10), QList<SchedulingLink>{someLink()});
    QCOMPARE(*LinkOrderTable(store.database()).unanswered(), ordering);
    QCOMPARE(valueOf(store.database(), QStringLiteral("SELECT times FROM link_copies")).toInt(), 1);
    QCOMPARE(valueOf(store.database(), QStringLiteral("SELECT digit FROM event_type_pins")).toInt(), 3);
    QCOMPARE(CancelTable(store.database()).items()->size(), 1);
    QCOMPARE(CancelTable(store.database()).items()->first().state, CancelItem::State::Sending);

    QSqlDatabase aside = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("aside"));
    aside.setDatabaseName(opened->setAside);
    QVERIFY(aside.open());
    QSqlQuery query(QStringLiteral("SELECT count(*) FROM meetings"), aside);
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 2);
    query.finish();
    query = QSqlQuery(QSqlDatabase());
    aside = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("aside"));
}

void DatabaseTest::open_setsForeignDatabaseAside()
{
    TemporaryStore store;
    valueOf(store.database(), QStringLiteral("PRAGMA application_id=42"));
    const auto opened = store.database().open(store.path());
    QVERIFY(opened);
    QVERIFY(!opened->setAside.isEmpty());
}

void DatabaseTest::open_setsGarbageAside()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("account/store.sqlite"));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("account")));
    const QByteArray garbage(9000, 'x');
    for (const char *side : {"", "-wal", "-shm"}) {
        QFile file(path + QLatin1String(side));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(garbage);
    }
    Database database;
    const auto opened = database.open(path);
    QVERIFY(opened);
    QCOMPARE(contentOf(opened->setAside), garbage);
    QVERIFY(QFileInfo::exists(opened->setAside + QStringLiteral("-wal")));
    storeSomeMeetings(database, 1);
    QCOMPARE(meetingsIn(database), 1);
}

void DatabaseTest::open_setsSchemaWithMissingTableAside()
{
    TemporaryStore store;
    valueOf(store.database(), QStringLiteral("DROP TABLE covered"));
    const auto opened = store.database().open(store.path());
    QVERIFY(opened);
    QVERIFY(!opened->setAside.isEmpty());
}

void DatabaseTest::open_setsAsideWhatCannotBeBroughtUpToDate_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("older than what it holds") << 8; // the next step makes a table that is there
    QTest::newRow("no version") << -3;
}

void DatabaseTest::open_setsAsideWhatCannotBeBroughtUpToDate()
{
    QFETCH(int, version);
    TemporaryStore store;
    QVERIFY(LinkTable(store.database()).add(someLink()));
    valueOf(store.database(), QStringLiteral("PRAGMA user_version=%1").arg(version));
    store.database().close();
    const auto opened = store.database().open(store.path());
    QVERIFY(opened && opened->happened());
    QVERIFY(QFile::exists(opened->setAside));
    QCOMPARE(LinkTable(store.database()).links(10), QList<SchedulingLink>{someLink()});
    QVERIFY(!store.database().open(store.path())->happened());
}

void DatabaseTest::open_onAFullDisk_showsWhatIsStored()
{
    TemporaryStore store;
    storeSomeMeetings(store.database(), 5);
    store.database().close();
    {
        const FullDisk disk(0);
        QVERIFY(disk.isFull());
        const auto opened = store.database().open(store.path());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(!opened->happened());
    }
    QVERIFY(!store.database().isWritable());
    QCOMPARE(meetingsIn(store.database()), 5);
    QVERIFY(!LinkTable(store.database()).add(someLink()));
    QVERIFY(store.database().open(store.path()));
    QVERIFY(store.database().isWritable());
    QVERIFY(LinkTable(store.database()).add(someLink()));
}

void DatabaseTest::damageFoundWhileReading_isTold_andStartingAnewBringsWhatIsLeft()
{
    TemporaryStore store;
    QVERIFY(LinkTable(store.database()).add(someLink()));
    storeSomeMeetings(store.database(), 2000);
    const int page = valueOf(store.database(), QStringLiteral("PRAGMA page_size")).toInt();
    const int root = valueOf(store.database(), QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'meetings_by_start'")).toInt();
    store.database().close();
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(qint64(root - 1) * page));
    file.write(QByteArray(page, '\xfe'));
    file.close();
    QVERIFY(!store.database().open(store.path())->happened());
    int told = 0;
    store.database().whenDamaged([&told] { ++told; });
    MeetingQuery query;
    query.limit = 5;
    query.range = {utc("2000-01-01T00:00:00Z"), utc("2100-01-01T00:00:00Z")};
    QVERIFY(!MeetingTable(store.database()).summaries(query));
    QVERIFY(!MeetingTable(store.database()).summaries(query));
    QCOMPARE(told, 1);
    const auto anew = store.database().startAnew();
    QVERIFY(anew && anew->happened() && anew->whole);
    QVERIFY(MeetingTable(store.database()).summaries(query));
    QCOMPARE(LinkTable(store.database()).links(10), QList<SchedulingLink>{someLink()});
}

void DatabaseTest::open_failsWithoutTouchingAFolderInTheWay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    QVERIFY(QDir().mkdir(path));
    Database database;
    const auto opened = database.open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Storage);
    QVERIFY(QFileInfo(path).isDir());
}

void DatabaseTest::damageFoundWhileReading_isAnErrorAndSetsAsideNextTime()
{
    TemporaryStore store;
    QVERIFY(LinkTable(store.database()).add(someLink()));
    storeSomeMeetings(store.database(), 400);
    store.database().close();
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    // The last third holds rows and index pages of meetings; header, schema and first leaves stay whole.
    const qint64 from = file.size() * 2 / 3;
    QVERIFY(file.seek(from));
    file.write(QByteArray(static_cast<qsizetype>(file.size() - from), '\xfe'));
    file.close();

    const auto opened = store.database().open(store.path());
    QVERIFY(opened);
    QVERIFY(opened->setAside.isEmpty());
    MeetingQuery everything;
    everything.limit = 100000;
    const auto read = MeetingTable(store.database()).summaries(everything);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Storage);
    QVERIFY(store.database().isDamaged());

    const auto afresh = store.database().open(store.path());
    QVERIFY(afresh);
    QVERIFY(!afresh->setAside.isEmpty());
    QVERIFY(!store.database().isDamaged());
    QCOMPARE(meetingsIn(store.database()), 0);
    QCOMPARE(LinkTable(store.database()).links(10), QList<SchedulingLink>{someLink()});
    QVERIFY(store.database().open(store.path())->setAside.isEmpty());
}

void DatabaseTest::settings_areThoseOfThePrivacyAndSpeedRules()
{
    TemporaryStore store;
    const auto setting = [&](const char *name) {
        return valueOf(store.database(), QStringLiteral("PRAGMA ") + QLatin1String(name)).toString();
    };
    QCOMPARE(setting("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(setting("synchronous"), QStringLiteral("1"));
    QCOMPARE(setting("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(setting("secure_delete"), QStringLiteral("1"));
    QCOMPARE(setting("temp_store"), QStringLiteral("2"));
    QCOMPARE(setting("cache_size"), QStringLiteral("-4096"));
    QCOMPARE(setting("mmap_size"), QStringLiteral("0"));

    QString during;
    QVERIFY(store.database().durableTransaction([&]() -> Result<Done> {
        during = setting("synchronous");
        return Done{};
    }));
    QCOMPARE(during, QStringLiteral("2"));
    QCOMPARE(setting("synchronous"), QStringLiteral("1"));
}

void DatabaseTest::erase_leavesNothing()
{
    TemporaryStore store;
    storeSomeMeetings(store.database(), 5);
    valueOf(store.database(), QStringLiteral("PRAGMA user_version=999"));
    QVERIFY(store.database().open(store.path())); // leaves a file that was set aside
    storeSomeMeetings(store.database(), 5);
    QVERIFY(store.database().erase());
    QVERIFY(!store.database().isOpen());
    QVERIFY(QDir(QFileInfo(store.path()).absolutePath()).isEmpty(QDir::Files | QDir::Hidden));
    QVERIFY(store.database().erase());
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(meetingsIn(store.database()), 0);
}

void DatabaseTest::transaction_rollsBackOnError()
{
    TemporaryStore store;
    const Result<Done> failed = store.database().transaction([&]() -> Result<Done> {
        storeSomeMeetings(store.database(), 3);
        return Unexpected(Error{.kind = Error::Kind::Stopped});
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Stopped);
    QCOMPARE(meetingsIn(store.database()), 0);
    storeSomeMeetings(store.database(), 2);
    QCOMPARE(meetingsIn(store.database()), 2);
}

void DatabaseTest::transaction_withinAnotherUndoesOnlyItsPart()
{
    TemporaryStore store;
    QVERIFY(store.database().transaction([&]() -> Result<Done> {
        storeSomeMeetings(store.database(), 1);
        const Result<Done> part = store.database().transaction([&]() -> Result<Done> {
            storeSomeMeetings(store.database(), 4);
            return Unexpected(Error{});
        });
        return part ? Result<Done>(Unexpected(Error{})) : Done{};
    }));
    QCOMPARE(meetingsIn(store.database()), 1);
}

void DatabaseTest::transaction_waitingForAnotherProgramEndsInAnError()
{
    TemporaryStore store;
    Database other;
    QVERIFY(other.open(store.path()));
    QVERIFY(store.database().transaction([&]() -> Result<Done> {
        const Result<Done> blocked = other.transaction([]() -> Result<Done> { return Done{}; });
        if (blocked || blocked.error().kind != Error::Kind::Storage)
            return Unexpected(Error{});
        return Done{};
    }));
    QVERIFY(!other.isDamaged());
    QVERIFY(other.transaction([]() -> Result<Done> { return Done{}; }));
}

void DatabaseTest::fullDisk_isAnErrorAndKeepsWhatWasThere()
{
    TemporaryStore store;
    storeSomeMeetings(store.database(), 5);
    QVERIFY(LinkTable(store.database()).add(someLink()));
    valueOf(store.database(), QStringLiteral("PRAGMA max_page_count=1")); // cannot grow: as on a full disk
    QList<Meeting> many;
    for (int i = 100; i < 400; ++i)
        many.append(meetingAt(i, utc("2027-01-01T10:00:00Z")));
    const auto failed = MeetingTable(store.database()).upsert(many);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Storage);
    QCOMPARE(failed.error().message, QStringLiteral("The disk is full"));
    QCOMPARE(meetingsIn(store.database()), 5);
    QVERIFY(!store.database().isDamaged());
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(meetingsIn(store.database()), 5);
    QCOMPARE(LinkTable(store.database()).links(10).size(), 1);
}

void DatabaseTest::deletedText_isOverwrittenInTheFile()
{
    TemporaryStore store;
    Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    meeting.name = QStringLiteral("Quillfeather");
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meeting}));
    store.database().close();
    QVERIFY(contentOf(store.path()).contains("Quillfeather"));
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(table.removeMissing({utc("2026-11-01T00:00:00Z"), utc("2026-12-01T00:00:00Z")}, {}).value(), 1);
    store.database().close();
    const QByteArray content = contentOf(store.path()).toLower();
    QVERIFY(!content.isEmpty());
    QVERIFY(!content.contains("quillfeather"));
}

void DatabaseTest::storageErrors_doNotQuoteWhatIsStored()
{
    TemporaryStore store;
    LinkTable links(store.database());
    QVERIFY(links.add(someLink()));
    const Result<Done> twice = links.add(someLink());
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, Error::Kind::Storage);
    QVERIFY(!twice.error().message.contains(QLatin1String("links")));
    QVERIFY(!twice.error().message.contains(QLatin1String("t1")));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
