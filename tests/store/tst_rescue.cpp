// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"
#include "asidekept.h"
#include "canceltable.h"
#include "forgetting.h"
#include "linkledger.h"
#include "linkordertable.h"
#include "linktable.h"
#include "meetingtable.h"
#include "migrations.h"
#include "owntables.h"
#include "savedfiltertable.h"
#include "statement.h"
#include "storedmeetings.h"
#include "storefiles.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

const QString reason = QStringLiteral("Ill today");

SchedulingLink linkOf(int number)
{
    return {.id = QStringLiteral("l%1").arg(number),
            .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1").arg(number)),
            .eventType = typeUri(1),
            .eventTypeName = QStringLiteral("Intro call"),
            .label = QStringLiteral("for person %1 ").arg(number) + QString(200, QLatin1Char('x')),
            .trackingToken = QStringLiteral("t%1").arg(number),
            .createdAt = utc("2026-11-20T10:00:00Z").addSecs(number),
            .expiresAt = utc("2027-02-18T10:00:00Z")};
}

} // namespace

/// A store that breaks or goes: what only this computer knew comes into the new one.
class RescueTest : public QObject
{
    Q_OBJECT

private slots:
    void aLinkThatIsThere_isNotAlsoOneOfWhichNobodyKnows()
    {
        TemporaryStore store;
        fill(store, 1);
        QVERIFY(LinkOrderTable(store.database()).put({{.link = LinkTable(store.database()).links(1).first().id, .eventType = typeUri(1), .state = LinkOrder::State::Unknown, .changedAt = utc("2026-11-20T10:00:00Z")}}));
        store.database().close();
        markDamaged(store.path());
        QVERIFY(store.database().open(store.path())->happened());
        const Result<QList<LinkEntry>> entries = LinkLedger(store.database()).entries({}, utc("2026-11-21T10:00:00Z"));
        QVERIFY(entries);
        QCOMPARE(entries->size(), LinkTable(store.database()).links(10).size());
    }

    void aLostStore_isFilledFromTheBackup()
    {
        TemporaryStore store;
        fill(store, 3);
        QVERIFY(backUp(store));
        store.database().close();
        QVERIFY(QFile::remove(store.path()));
        const auto opened = store.database().open(store.path());
        QVERIFY(opened);
        QVERIFY(opened->happened());
        QVERIFY(opened->setAside.isEmpty());
        QCOMPARE(opened->backup, utc("2026-11-20T12:00:00Z"));
        QCOMPARE(opened->rows, 5);
        expectAll(store, 3);
        QVERIFY(!store.database().open(store.path())->happened());
    }

    void anEmptiedStore_isFilledFromTheBackup()
    {
        TemporaryStore store;
        fill(store, 3);
        QVERIFY(backUp(store));
        store.database().close();
        QVERIFY(QFile::resize(store.path(), 0));
        const auto opened = store.database().open(store.path());
        QVERIFY(opened && opened->happened());
        expectAll(store, 3);
    }

    void garbage_isSetAsideAndTheBackupTaken()
    {
        TemporaryStore store;
        fill(store, 3);
        QVERIFY(backUp(store));
        spoil(store, 0);
        const auto opened = store.database().open(store.path());
        QVERIFY(opened);
        QVERIFY(QFile::exists(opened->setAside));
        QVERIFY(!opened->whole);
        expectAll(store, 3);
    }

    void whatTheDamageHides_comesFromTheBackup_andTheRestFromTheFile()
    {
        TemporaryStore store;
        constexpr int many = 400;
        fill(store, many);
        QVERIFY(backUp(store));
        QVERIFY(SavedFilterTable(store.database()).save({QStringLiteral("Later"), {{QStringLiteral("text"), QStringLiteral("is:canceled")}}}));
        store.database().close();
        // Most of the file, from its middle on, is links.
        spoil(store, QFile(store.path()).size() * 2 / 3);
        auto opened = store.database().open(store.path());
        if (opened && !opened->happened()) { // then it shows when it is read
            LinkTable(store.database()).links(100000);
            QVERIFY(store.database().isDamaged());
            opened = store.database().open(store.path());
        }
        QVERIFY(opened && opened->happened());
        QVERIFY(!opened->whole);
        QVERIFY(opened->backup.isValid());
        QCOMPARE(LinkTable(store.database()).links(100000).size(), many);
        QCOMPARE(SavedFilterTable(store.database()).filters().size(), 2); // one is younger than the backup
    }

    void aWholeFileOfANewerVersion_needsNoBackup()
    {
        TemporaryStore store;
        fill(store, 2);
        QVERIFY(backUp(store));
        QVERIFY(SavedFilterTable(store.database()).remove(QStringLiteral("Mine")));
        run(store, QStringLiteral("PRAGMA user_version=%1").arg(newestSchemaVersion() + 1));
        const auto opened = store.database().open(store.path());
        QVERIFY(opened && opened->happened());
        QVERIFY(opened->newer);
        QVERIFY(opened->whole);
        QVERIFY(opened->backup.isNull());
        QVERIFY2(SavedFilterTable(store.database()).filters().isEmpty(), "what was removed does not come back");
    }

    void whatCouldNotBeReadWhole_outlivesWhatMakesRoom_forATime()
    {
        TemporaryStore store;
        fill(store, 1);
        spoil(store, 0);
        const auto opened = store.database().open(store.path());
        QVERIFY(opened && !opened->whole && !opened->unfinished);
        const QDateTime since = keptSince(opened->setAside);
        QVERIFY(since.isValid());
        const QList<QDateTime> tooEarly{since, since.addDays(asideKeptDays).addSecs(-1), QDateTime()};
        for (const QDateTime &now : tooEarly) {
            QVERIFY(makeRoom(store, now));
            QVERIFY2(QFile::exists(opened->setAside), qPrintable(now.toString()));
        }
        QVERIFY2(!Forgetting(store.database()).leavesTraces(), "nothing is told to be left");
        QVERIFY(makeRoom(store, since.addDays(asideKeptDays)));
        QVERIFY(!QFile::exists(opened->setAside));
    }

    void aClockThatWasFarAheadOrBehind_doesNotEndThatAtOnce()
    {
        TemporaryStore store;
        fill(store, 1);
        spoil(store, 0);
        const auto opened = store.database().open(store.path());
        QVERIFY(opened);
        const QDateTime since = keptSince(opened->setAside);
        QVERIFY(makeRoom(store, since.addDays(-400))); // it seems to have been set aside in a year
        QVERIFY(QFile::exists(opened->setAside));
        QVERIFY2(keptSince(opened->setAside) >= since, "its time begins anew");
    }

    void aStoreOfANewerVersion_isKeptToo()
    {
        TemporaryStore store;
        fill(store, 1);
        run(store, QStringLiteral("PRAGMA user_version=%1").arg(newestSchemaVersion() + 1));
        const auto opened = store.database().open(store.path());
        QVERIFY(opened && opened->newer && opened->whole);
        const QDateTime since = keptSince(opened->setAside);
        QVERIFY(since.isValid());
        QVERIFY(makeRoom(store, since));
        QVERIFY(QFile::exists(opened->setAside));
    }

    void whatWasReadWhole_isNotKept()
    {
        TemporaryStore store;
        fill(store, 1);
        store.database().close();
        markDamaged(store.path());
        const auto opened = store.database().open(store.path());
        QVERIFY(opened && opened->whole && !opened->newer);
        QVERIFY(QFile::exists(opened->setAside));
        QVERIFY(makeRoom(store, QFileInfo(opened->setAside).metadataChangeTime()));
        QVERIFY(!QFile::exists(opened->setAside));
    }

    void whatWasUnderWay_isUnknownAfterwards()
    {
        TemporaryStore store;
        fill(store, 1);
        QVERIFY(backUp(store));
        store.database().close();
        QVERIFY(QFile::remove(store.path()));
        QVERIFY(store.database().open(store.path()));
        const QList<CancelItem> items = *CancelTable(store.database()).items();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().state, CancelItem::State::Unknown);
        QCOMPARE(items.first().reason, reason);
    }

    void addedRows_replaceNothingAndComeOnce()
    {
        TemporaryStore store;
        fill(store, 2);
        const Result<QList<OwnTable>> taken = readOwnTables(store.path());
        QVERIFY(taken);
        QVERIFY(LinkTable(store.database()).setLabel(QStringLiteral("l0"), QStringLiteral("mine")));
        run(store, QStringLiteral("DELETE FROM links WHERE id = 'l1'"));
        run(store, QStringLiteral("INSERT INTO meeting_changes (meeting, seen_ms, kind, who, about, old_value, new_value) VALUES ('m', 1, 'moved', '', '', '', '')"));
        const Result<QList<OwnTable>> more = readOwnTables(store.path());
        run(store, QStringLiteral("UPDATE meeting_changes SET meeting = 'other'")); // the number of the row is taken by another
        int added = 0;
        for (int time = 0; time < 2; ++time) {
            for (const QList<OwnTable> &tables : {*taken, *more}) {
                for (const OwnTable &table : tables)
                    added += addOwnRows(store.database().connection(), table).value_or(-100);
            }
        }
        QCOMPARE(added, 2);
        const QList<SchedulingLink> links = LinkTable(store.database()).links(10);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links.last().label, QStringLiteral("mine"));
        QCOMPARE(count(store, QStringLiteral("meeting_changes")), 2);
    }

    void hostileNames_doNotReachAStatement()
    {
        TemporaryStore store;
        fill(store, 1);
        OwnTable hostile;
        hostile.name = QStringLiteral("links; DROP TABLE links");
        hostile.columns = {QStringLiteral("id")};
        hostile.rows = {{QStringLiteral("x")}};
        QCOMPARE(addOwnRows(store.database().connection(), hostile).value_or(-1), 0);
        hostile.name = QStringLiteral("account_user"); // not ours to fill
        QCOMPARE(addOwnRows(store.database().connection(), hostile).value_or(-1), 0);
        hostile.name = QStringLiteral("saved_filters");
        hostile.columns = {QStringLiteral("name"), QStringLiteral("filter) VALUES ('a', 'b'); --")};
        hostile.rows = {{QStringLiteral("x"), QStringLiteral("y")}};
        QCOMPARE(addOwnRows(store.database().connection(), hostile).value_or(-1), 0);
        QCOMPARE(count(store, QStringLiteral("links")), 1);
    }

    void whatCalendlyTells_isNotTakenAlong()
    {
        TemporaryStore store;
        fill(store, 1);
        QVERIFY(MeetingTable(store.database()).upsert({meetingAt(1, utc("2026-11-20T09:00:00Z"))}));
        const Result<QList<OwnTable>> tables = readOwnTables(store.path());
        QVERIFY(tables);
        QStringList names;
        for (const OwnTable &table : *tables)
            names.append(table.name);
        for (const char *ours : {"links", "link_orders", "link_copies", "link_news", "cancel_items", "bookings", "saved_filters", "event_type_pins",
                                 "meeting_changes", "person_zones", "erasure_marks", "erasure_orders"})
            QVERIFY2(names.contains(QLatin1String(ours)), ours);
        for (const char *theirs : {"meetings", "invitees", "event_types", "search", "search_content", "account_user", "covered"})
            QVERIFY2(!names.contains(QLatin1String(theirs)), theirs);
    }

    void erasing_takesTheBackupsAlong()
    {
        TemporaryStore store;
        fill(store, 1);
        QVERIFY(backUp(store));
        QVERIFY(store.database().erase());
        QVERIFY(!QFile::exists(BackupFolder(store.path()).path()));
        QVERIFY(!store.database().open(store.path())->happened());
        QCOMPARE(count(store, QStringLiteral("links")), 0);
    }

private:
    static void run(TemporaryStore &store, const QString &sql) { QVERIFY(Statement(store.database(), sql).run()); }

    static QDateTime keptSince(const QString &aside) { return QFileInfo(aside + QStringLiteral(".kept")).metadataChangeTime(); }

    /// As a run does that forgets what is kept no longer.
    static bool makeRoom(TemporaryStore &store, const QDateTime &now)
    {
        Forgetting forgetting(store.database());
        if (!forgetting.noteAsides(now))
            return false;
        for (int part = 0; forgetting.leavesTraces() && part < 1000; ++part) {
            if (!forgetting.overwriteSome())
                return false;
        }
        return true;
    }

    static int count(TemporaryStore &store, const QString &table)
    {
        int count = -1;
        Statement(store.database(), QStringLiteral("SELECT count(*) FROM ") + table).forEach({}, [&](const QSqlQuery &row) { count = row.value(0).toInt(); });
        return count;
    }

    /// So many links, a cancellation under way, and a saved filter.
    static void fill(TemporaryStore &store, int links)
    {
        for (int number = 0; number < links; ++number)
            QVERIFY(LinkTable(store.database()).add(linkOf(number)));
        QVERIFY(CancelTable(store.database()).put({{.meeting = eventUri(1), .name = QStringLiteral("Intro call"), .reason = reason, .state = CancelItem::State::Waiting,
                                                    .changedAt = utc("2026-11-19T10:00:00Z")}}));
        QVERIFY(SavedFilterTable(store.database()).save({QStringLiteral("Mine"), {{QStringLiteral("text"), QStringLiteral("with:ana")}}}));
    }

    static void expectAll(TemporaryStore &store, int links)
    {
        QCOMPARE(LinkTable(store.database()).links(100).size(), links);
        QCOMPARE(LinkTable(store.database()).links(100).last(), linkOf(0));
        QCOMPARE(SavedFilterTable(store.database()).filters().size(), 1);
        QCOMPARE(CancelTable(store.database()).items()->size(), 1);
    }

    static bool backUp(TemporaryStore &store)
    {
        const Result<QList<OwnTable>> tables = readOwnTables(store.path());
        if (!tables)
            return false;
        OwnData data;
        data.made = utc("2026-11-20T12:00:00Z");
        data.tables = *tables;
        return BackupFolder(store.path()).add(data.made, toFile(data)).has_value();
    }

    /// Writes nonsense from there to the end.
    static void spoil(TemporaryStore &store, qint64 from)
    {
        store.database().close();
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        file.write(QByteArray(static_cast<qsizetype>(file.size() - from), '\xfe'));
    }
};

QTEST_GUILESS_MAIN(RescueTest)
#include "tst_rescue.moc"
