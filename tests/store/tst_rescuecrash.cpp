// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"
#include "canceltable.h"
#include "fulldisk.h"
#include "linktable.h"
#include "migrations.h"
#include "openuntilkilled.h"
#include "owntables.h"
#include "rescuemark.h"
#include "statement.h"
#include "storedmeetings.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

constexpr int manyLinks = 1500;

SchedulingLink linkOf(int number)
{
    return {.id = QStringLiteral("l%1").arg(number),
            .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1").arg(number)),
            .eventType = typeUri(1),
            .eventTypeName = QStringLiteral("Intro call"),
            .label = QString(200, QLatin1Char('x')),
            .trackingToken = QStringLiteral("t%1").arg(number),
            .createdAt = utc("2026-11-20T10:00:00Z").addSecs(number),
            .expiresAt = utc("2027-02-18T10:00:00Z")};
}

} // namespace

/// A store that cannot be filled at once with what only this computer knew: because the program is killed, or the disk is
/// full. Whenever that happens, a later start has all of it, once.
class RescueCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyMoment_theNextStartHasAll_data()
    {
        QTest::addColumn<int>("kilobytes");
        // From the mark over the migrations to the rows.
        for (const int kilobytes : {0, 8, 80, 160, 240, 320, 400, 560, 800})
            QTest::addRow("%d KB", kilobytes) << kilobytes;
    }

    void killedAtAnyMoment_theNextStartHasAll()
    {
        QFETCH(const int, kilobytes);
        const auto store = newerStore();
        QVERIFY(openUntilKilled(store->path(), rlim_t(kilobytes) * 1024));
        const auto opened = store->database().open(store->path());
        QVERIFY(opened);
        QVERIFY(opened->happened());
        QVERIFY(opened->whole);
        expectAll(*store);
    }

    void aFullDiskAtAnyMoment_losesNothing_data() { killedAtAnyMoment_theNextStartHasAll_data(); }

    void aFullDiskAtAnyMoment_losesNothing()
    {
        QFETCH(const int, kilobytes);
        const auto store = newerStore();
        {
            const FullDisk disk(rlim_t(kilobytes) * 1024);
            const auto opened = store->database().open(store->path());
            if (opened) {
                QVERIFY2(!opened->whole, "nothing could be written");
                QVERIFY(opened->unfinished);
                QCOMPARE(opened->rows, 0);
            }
            store->database().close();
        }
        const auto opened = store->database().open(store->path());
        QVERIFY(opened);
        QVERIFY(opened->happened());
        QVERIFY(opened->whole);
        QVERIFY(!opened->unfinished);
        expectAll(*store);
    }

    void aLostStore_isFilledFromTheBackupAfterAFullDiskToo()
    {
        TemporaryStore store;
        fill(store);
        const Result<QList<OwnTable>> tables = readOwnTables(store.path());
        QVERIFY(tables);
        OwnData data;
        data.made = utc("2026-11-20T12:00:00Z");
        data.tables = *tables;
        QVERIFY(BackupFolder(store.path()).add(data.made, toFile(data)));
        store.database().close();
        QVERIFY(QFile::remove(store.path()));
        {
            const FullDisk disk(160 * 1024);
            store.database().open(store.path());
            store.database().close();
        }
        QVERIFY2(QFileInfo(store.path()).size() > 0 || QFileInfo::exists(store.path() + QLatin1String("-wal")), "something of it was begun");
        QVERIFY(store.database().open(store.path())->backup.isValid());
        expectAll(store);
    }

    void aMoveThatStoppedHalfWay_isFinished()
    {
        const auto store = newerStore();
        const QString aside = store->path() + QLatin1String(".aside-20261127T100000000");
        QVERIFY(RescueMark(store->path()).set({aside}));
        QFile wal(store->path() + QLatin1String("-journal"));
        QVERIFY(wal.open(QIODevice::WriteOnly));
        wal.close();
        QVERIFY(QFile::rename(store->path(), aside));
        QVERIFY(store->database().open(store->path()));
        QVERIFY(QFile::exists(aside + QLatin1String("-journal")));
        expectAll(*store);
    }

    void aMarkBeforeAnythingWasMoved_bringsNothingBack()
    {
        TemporaryStore store;
        fill(store);
        store.database().close();
        QVERIFY(RescueMark(store.path()).set({store.path() + QLatin1String(".aside-20261127T100000000")}));
        QVERIFY(!store.database().open(store.path())->happened());
        expectAll(store);
    }

    void whatCameInAlready_doesNotComeAgain()
    {
        const auto store = newerStore();
        const auto opened = store->database().open(store->path());
        QVERIFY(opened && opened->whole);
        QVERIFY(LinkTable(store->database()).setLabel(QStringLiteral("l1"), QStringLiteral("mine")));
        QVERIFY(Statement(store->database(), QStringLiteral("DELETE FROM links WHERE id = 'l2'")).run());
        store->database().close();
        QVERIFY(RescueMark(store->path()).set({opened->setAside})); // as after a crash right before it went
        QVERIFY(!store->database().open(store->path())->happened());
        QCOMPARE(LinkTable(store->database()).links(manyLinks * 2).size(), manyLinks - 1);
        QVERIFY(!RescueMark(store->path()).asides());
    }

    void signingOut_takesTheMarkAlong()
    {
        TemporaryStore store;
        QVERIFY(RescueMark(store.path()).set({}));
        QVERIFY(store.database().erase());
        QVERIFY(QDir(QFileInfo(store.path()).absolutePath()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

private:
    static void fill(TemporaryStore &store)
    {
        QVERIFY(store.database().transaction([&]() -> Result<Done> {
            Result<Done> step = Done{};
            for (int number = 0; step && number < manyLinks; ++number)
                step = LinkTable(store.database()).add(linkOf(number));
            return step;
        }));
        QVERIFY(CancelTable(store.database()).put({{.meeting = eventUri(1), .name = QStringLiteral("Intro call"), .reason = QStringLiteral("Ill"),
                                                    .state = CancelItem::State::Waiting, .changedAt = utc("2026-11-19T10:00:00Z")}}));
    }

    /// One that has to be set aside, with links in it.
    static std::unique_ptr<TemporaryStore> newerStore()
    {
        auto store = std::make_unique<TemporaryStore>();
        fill(*store);
        Statement(store->database(), QStringLiteral("PRAGMA user_version=%1").arg(newestSchemaVersion() + 1)).run();
        store->database().close();
        return store;
    }

    static void expectAll(TemporaryStore &store)
    {
        QCOMPARE(LinkTable(store.database()).links(manyLinks * 2).size(), manyLinks);
        const QList<CancelItem> items = *CancelTable(store.database()).items();
        QCOMPARE(items.size(), 1);
        QVERIFY(!RescueMark(store.path()).asides());
        QVERIFY(!store.database().open(store.path())->happened());
    }
};

QTEST_GUILESS_MAIN(RescueCrashTest)
#include "tst_rescuecrash.moc"
