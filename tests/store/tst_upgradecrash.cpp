// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceltable.h"
#include "fulldisk.h"
#include "linktable.h"
#include "meetingtable.h"
#include "migrations.h"
#include "openuntilkilled.h"
#include "searchindex.h"
#include "statement.h"
#include "storedmeetings.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTest>

namespace {

constexpr int manyMeetings = 60;

/// By how much more is written each time before it ends. The upgrade of an old store writes much.
rlim_t stepFrom(int version)
{
    constexpr int firstSmallUpgrade = 8;
    constexpr rlim_t kilobyte = 1024;
    return (version < firstSmallUpgrade ? 32 : 8) * kilobyte;
}

void run(const QSqlDatabase &connection, const QString &sql)
{
    QSqlQuery query(connection);
    QVERIFY2(query.exec(sql), qPrintable(sql + query.lastError().text()));
}

QStringList textsOf(const QSqlDatabase &connection, const QString &sql)
{
    QStringList texts;
    QSqlQuery query(sql, connection);
    while (query.next())
        texts.append(query.value(0).toString());
    return texts;
}

/// Fills the tables that are still empty with what the attached store holds in those of their columns.
void takeOver(const QSqlDatabase &connection)
{
    const QStringList tables = textsOf(connection, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"));
    for (const QString &table : tables) {
        if (!textsOf(connection, QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(table)).isEmpty())
            continue;
        const QString columns = textsOf(connection, QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table)).join(QLatin1Char(','));
        run(connection, QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM newest.%1").arg(table, columns));
    }
}

} // namespace

/// Stores of every earlier version, with somebody's data in them, whose upgrade is cut short: the program is killed at any
/// moment of it, or the disk is full. The next start has everything, and finds it.
class UpgradeCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_newest = std::make_unique<TemporaryStore>();
        fill(*m_newest);
    }

    void killedAtAnyMoment_theNextStartHasAll_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < newestSchemaVersion(); ++version)
            QTest::addRow("from %d", version) << version;
    }

    void killedAtAnyMoment_theNextStartHasAll()
    {
        QFETCH(const int, version);
        const QString older = olderStore(version);
        int kills = 0;
        for (rlim_t bytes = 0;; bytes += stepFrom(version)) {
            const QString store = copyOf(older);
            const bool killed = openUntilKilled(store, bytes);
            expectAll(store);
            if (!killed)
                break;
            ++kills;
        }
        QVERIFY2(kills > 2, qPrintable(QString::number(kills)));
    }

    void killedAgainAndAgain_theNextStartHasAll_data() { killedAtAnyMoment_theNextStartHasAll_data(); }

    void killedAgainAndAgain_theNextStartHasAll()
    {
        QFETCH(const int, version);
        const QString store = copyOf(olderStore(version));
        rlim_t bytes = 0;
        while (openUntilKilled(store, bytes))
            bytes += stepFrom(version);
        QVERIFY(bytes > 0);
        expectAll(store);
    }

    void aFullDiskAtAnyMoment_losesNothing_data() { killedAtAnyMoment_theNextStartHasAll_data(); }

    void aFullDiskAtAnyMoment_losesNothing()
    {
        QFETCH(const int, version);
        const QString older = olderStore(version);
        int refusals = 0;
        for (rlim_t bytes = 0;; bytes += stepFrom(version)) {
            const QString store = copyOf(older);
            bool opened = false;
            {
                const FullDisk disk(bytes);
                Database database;
                const Result<StoreRescue> answer = database.open(store);
                opened = answer && database.isWritable();
                QVERIFY2(!answer || !answer->happened(), "a full disk is no damage");
            }
            expectAll(store);
            if (opened)
                break;
            ++refusals;
        }
        QVERIFY2(refusals > 2, qPrintable(QString::number(refusals)));
    }

private:
    static void fill(TemporaryStore &store)
    {
        MeetingTable meetings(store.database());
        QList<Meeting> list;
        for (int number = 1; number <= manyMeetings; ++number)
            list.append(meetingAt(number, utc("2026-10-01T08:00:00Z").addDays(number)));
        QVERIFY(meetings.upsert(list));
        for (int number = 1; number <= manyMeetings; ++number)
            QVERIFY(meetings.setInvitees(eventUri(number), {inviteeOf(number, 1, QStringLiteral("José %1").arg(number), QStringLiteral("j%1@mail.example").arg(number))}));
        QVERIFY(LinkTable(store.database())
                    .add({.id = QStringLiteral("l1"), .bookingUrl = QUrl(QStringLiteral("https://example.com/d/1")), .eventType = typeUri(1),
                          .eventTypeName = QStringLiteral("Intro call"), .label = QStringLiteral("for José"), .trackingToken = QStringLiteral("t1"),
                          .createdAt = utc("2026-11-20T10:00:00Z"), .expiresAt = utc("2027-02-18T10:00:00Z")}));
        QVERIFY(CancelTable(store.database())
                    .put({{.meeting = eventUri(1), .name = QStringLiteral("Intro call"), .reason = QStringLiteral("Ill"),
                           .state = CancelItem::State::Unknown, .changedAt = utc("2026-11-19T10:00:00Z")}}));
    }

    /// A store as the schema `version` left it, with what that could hold of everything.
    QString olderStore(int version)
    {
        m_version = version;
        const QString path = m_folder->filePath(QStringLiteral("older.sqlite"));
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
            connection.setDatabaseName(path);
            if (!connection.open())
                qFatal("no store to upgrade");
            run(connection, QStringLiteral("PRAGMA journal_mode = WAL"));
            run(connection, QStringLiteral("ATTACH '%1' AS newest").arg(m_newest->path()));
            migrate(connection, 1);
            takeOver(connection);
            migrate(connection, version);
            takeOver(connection);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("older"));
        return path;
    }

    QString copyOf(const QString &older)
    {
        const QString folder = m_folder->filePath(QStringLiteral("account"));
        QDir(folder).removeRecursively();
        if (!QDir().mkpath(folder) || !QFile::copy(older, folder + QStringLiteral("/store.sqlite")))
            qFatal("no copy of the store");
        return folder + QStringLiteral("/store.sqlite");
    }

    void expectAll(const QString &store) const
    {
        Database database;
        const Result<StoreRescue> opened = database.open(store);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(!opened->happened());
        QVERIFY(database.isWritable());
        QCOMPARE(textsOf(database.connection(), QStringLiteral("PRAGMA integrity_check")), QStringList{QStringLiteral("ok")});
        QCOMPARE(textsOf(database.connection(), QStringLiteral("PRAGMA user_version")).first().toInt(), newestSchemaVersion());
        MeetingTable meetings(database);
        MeetingQuery query;
        QCOMPARE(meetings.summaries(between("2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z"))->size(), manyMeetings);
        QVERIFY(meetings.searchIndex().fill(manyMeetings));
        QCOMPARE(meetings.searchIndex().missing(), 0);
        query.text = QStringLiteral("jose roofs");
        QCOMPARE(meetings.summaries(query)->size(), manyMeetings);
        const QList<SchedulingLink> links = LinkTable(database).links(10);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().label, QStringLiteral("for José"));
        QCOMPARE(CancelTable(database).items()->size(), m_version >= 2 ? 1 : 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TemporaryStore> m_newest;
    int m_version = 0;
};

QTEST_GUILESS_MAIN(UpgradeCrashTest)
#include "tst_upgradecrash.moc"
