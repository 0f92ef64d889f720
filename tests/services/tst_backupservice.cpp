// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupservice.h"
#include "enterpriseapi.h"
#include "erasure.h"
#include "erasuremarks.h"
#include "erasureservice.h"
#include "fulldisk.h"
#include "preferences.h"
#include "serviceworld.h"
#include "statement.h"
#include "waiting.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace std::chrono_literals;

namespace {

const QString reasons = QStringLiteral("cancel/reasons");
const QString kept = QStringLiteral(R"([{"name":"Ill","text":"I am ill"}])");

} // namespace

/// Copies of what only this computer knows: made by themselves, found when they are needed, and taken along by hand.
class TestBackupService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(40);
        QVERIFY(m_world->startServer());
        startProgram();
        QVERIFY(m_world->signIn());
        QTRY_COMPARE(m_backedUp->size(), 1); // of an account that has nothing of its own yet
    }

    void cleanup()
    {
        quit();
        m_world.reset();
    }

    void aBackupIsMadeAfterEachStart_whereSomethingIsNew()
    {
        QCOMPARE(backups().size(), 0);
        QVERIFY(addLink(1));
        restart();
        QTRY_COMPARE(backups().size(), 1);
        m_world->clock.advance(1h);
        restart();
        QTRY_COMPARE(m_backedUp->size(), 1);
        QCOMPARE(backups().size(), 1);
        QVERIFY(addLink(2));
        restart();
        QTRY_COMPARE(backups().size(), 2);
    }

    void aStoreThatIsGone_comesBackWithWhatWasOurs()
    {
        QVERIFY(addLink(1));
        m_preferences->setValue(reasons, kept);
        QVERIFY(backUp());
        const QString store = m_world->program->database.file();
        quit();
        QVERIFY(QFile::remove(store));
        QVERIFY(QFile::remove(m_world->profile.filePath(QStringLiteral("sundial.ini"))));
        startProgram();
        m_world->program->account.openLast();
        QVERIFY(m_world->program->account.rescue().happened());
        QCOMPARE(m_world->program->account.rescue().backup, m_world->clock.now());
        QCOMPARE(m_world->program->linkTable.links(10).size(), 1);
        QTRY_COMPARE(m_preferences->value(reasons).toString(), kept);
    }

    void aFileFromHere_isAddedElsewhere_andOnceOnly()
    {
        QVERIFY(addLink(1));
        m_preferences->setValue(reasons, kept);
        m_preferences->setValue(QStringLiteral("window/page"), 3);
        m_preferences->setValue(QStringLiteral("privacy/forgetAfterMonths"), 1);
        m_preferences->setValue(QStringLiteral("schedule/linkType"), QStringLiteral("https://api.example.com/event_types/1"));
        const QByteArray file = exported();
        QVERIFY(file.contains("Ines"));
        QVERIFY2(!file.contains(m_world->calendly.token().toUtf8()), "secrets are not taken along");
        QVERIFY2(!file.contains("window/page"), "what belongs to this computer is not taken along");
        QVERIFY2(!file.contains("schedule/linkType"), "it may belong to another account");
        QVERIFY2(!file.contains("forgetAfterMonths"), "elsewhere it would forget what nobody wanted forgotten");
        wipe();
        QSignalSpy imported(m_service.get(), &BackupService::imported);
        QCOMPARE(m_service->importData(file).value_or(-1), 2);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(m_world->program->linkTable.links(10).size(), 1);
        QCOMPARE(m_preferences->value(reasons).toString(), kept);
        QVERIFY(m_world->program->linkTable.setLabel(QStringLiteral("l1"), QStringLiteral("changed here")));
        QCOMPARE(m_service->importData(file).value_or(-1), 0);
        QCOMPARE(m_world->program->linkTable.links(10).first().label, QStringLiteral("changed here"));
    }

    void whatWasUnderWayInAnotherStore_isNotImported()
    {
        Database &store = m_world->program->database;
        QVERIFY(addLink(1));
        QVERIFY(m_world->program->cancelTable.put({{.meeting = m_world->calendly.person(), .start = m_world->clock.now(), .state = CancelItem::State::Unknown, .changedAt = m_world->clock.now()}}));
        QVERIFY(ErasureMarks(store, m_world->clock.now()).addTimes({m_world->clock.now().addDays(-900), m_world->clock.now().addDays(900)}));
        QVERIFY(Erasure(store).orders().add({.emails = {QStringLiteral("ana@example.com")}, .range = {}}));
        const QByteArray file = exported();
        wipe();
        for (const char *table : {"cancel_items", "erasure_marks", "erasure_orders"})
            QVERIFY(Statement(store, QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))).run());
        QVERIFY(m_service->importData(file));
        QCOMPARE(m_world->program->linkTable.links(10).size(), 1);
        QVERIFY(m_world->program->cancelTable.items()->isEmpty());
        QVERIFY(Erasure(store).orders().orders()->isEmpty());
        int marks = 0;
        QVERIFY(Statement(store, QStringLiteral("SELECT 1 FROM erasure_marks")).forEach({}, [&marks](const QSqlQuery &) { ++marks; }));
        QCOMPARE(marks, 0);
    }

    void presetsOfAnotherAccount_areNotExported()
    {
        const QString presets = QStringLiteral("links/presets");
        m_preferences->setValue(Preferences::keyFor(presets, m_world->program->account.account()->key), QStringLiteral("mine"));
        m_preferences->setValue(Preferences::keyFor(presets, QStringLiteral("other")), QStringLiteral("theirs"));
        const QByteArray file = exported();
        QVERIFY(file.contains("mine"));
        QVERIFY(!file.contains("theirs"));
    }

    void anExportThatAnotherAccountInterrupts_isToldToBeStopped()
    {
        std::optional<Result<QByteArray>> file;
        m_service->exportData(this, [&file](const Result<QByteArray> &made) { file = made; });
        emit m_world->program->account.accountSwitched();
        QVERIFY(file && !*file);
        QCOMPARE(file->error().kind, Error::Kind::Stopped);
    }

    void otherFiles_changeNothing()
    {
        QVERIFY(addLink(1));
        const QByteArray file = exported();
        wipe();
        QCOMPARE(m_service->importData(file.left(file.size() - 5)).error().kind, Error::Kind::Malformed);
        QCOMPARE(m_service->importData("MZ\x90").error().kind, Error::Kind::Malformed);
        const QByteArray user = m_world->calendly.person().toString().toUtf8();
        QVERIFY(file.contains(user));
        QCOMPARE(m_service->importData(QByteArray(file).replace(user, user + "x")).error().kind, Error::Kind::Conflict);
        QCOMPARE(m_world->program->linkTable.links(10).size(), 0);
    }

    void aFullDisk_keepsTheOldBackup_andIsTold()
    {
        QVERIFY(addLink(1));
        QVERIFY(backUp());
        const QStringList before = backups();
        QVERIFY(addLink(2));
        QSignalSpy failed(m_service.get(), &BackupService::failed);
        {
            const FullDisk disk(64);
            m_service->backUp();
            QTRY_COMPARE(failed.size(), 1);
        }
        QCOMPARE(backups(), before);
        QVERIFY(backUp());
        QCOMPARE(backups().size(), 2);
    }

    void erasing_leavesTheBackupsWhereNothingWentHere()
    {
        // Of an organization whose plan can do that.
        const QString store = m_world->program->database.file();
        m_world->program->account.openWithToken(m_world->calendly->personalAccessToken(QStringLiteral("ottilie")).toLatin1());
        QTRY_VERIFY(m_world->program->database.isOpen() && m_world->program->database.file() != store);
        QTRY_COMPARE(m_world->program->account.state(), AccountService::State::Ready);
        QTRY_COMPARE(m_backedUp->size(), 2);
        QVERIFY(addLink(1));
        QVERIFY(backUp());
        const QStringList before = backups();
        Database closed;
        QCOMPARE(erase(closed).calendly.kind, WriteOutcome::Kind::Refused);
        QCOMPARE(backups(), before);
        m_world->clock.advance(1h);
        QCOMPARE(erase(m_world->program->database).calendly.kind, WriteOutcome::Kind::Done);
        QTRY_VERIFY2(backups().size() == 1 && backups() != before, "what was erased may still be in the older one");
    }

    void beginningAnew_keepsTheOldOnesUntilThereIsANewOne()
    {
        QVERIFY(addLink(1));
        QVERIFY(backUp());
        m_world->clock.advance(1h);
        QVERIFY(addLink(2));
        QVERIFY(backUp());
        const QStringList before = backups();
        QCOMPARE(before.size(), 2);
        m_world->clock.advance(1h);
        QSignalSpy failed(m_service.get(), &BackupService::failed);
        QSignalSpy kept(m_service.get(), &BackupService::oldOnesKept);
        {
            const FullDisk disk(64);
            m_service->beginAnew();
            QTRY_COMPARE(failed.size(), 1);
        }
        QCOMPARE(kept.size(), 1);
        QCOMPARE(backups(), before);
        m_backedUp->clear();
        m_service->beginAnew();
        QTRY_COMPARE(m_backedUp->size(), 1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(backups().size(), 1);
        QVERIFY(!before.contains(backups().first()));
    }

    void beginningAnew_leavesNoneWhereNothingIsKept()
    {
        QVERIFY(addLink(1));
        QVERIFY(backUp());
        QVERIFY(Statement(m_world->program->database, QStringLiteral("DELETE FROM links")).run());
        m_backedUp->clear();
        m_service->beginAnew();
        QTRY_COMPARE(m_backedUp->size(), 1);
        QCOMPARE(backups().size(), 0);
    }

    void signingOut_leavesNoBackup_evenWhenOneIsBeingMade()
    {
        QVERIFY(addLink(1));
        QVERIFY(backUp());
        QVERIFY(addLink(2));
        m_service->backUp();
        bool out = false;
        m_world->program->account.signOut(this, [&out](const Result<Done> &) { out = true; });
        QTRY_VERIFY(out);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QDirIterator files(m_world->profile.path(), {QStringLiteral("own-*")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(!files.hasNext(), "a backup outlived the account");
    }

    void anExportThatIsBeingReadOutlivesADeletion()
    {
        QVERIFY(addLink(1));
        std::optional<Result<QByteArray>> file;
        m_service->exportData(this, [&file](const Result<QByteArray> &made) { file = made; });
        m_service->beginAnew();
        QVERIFY(waitUntil([&file] { return file.has_value(); }));
        QVERIFY(file->has_value() && !(*file)->isEmpty());
    }

    void settingsThatComeBackAreTold()
    {
        QVERIFY(addLink(1));
        m_preferences->setValue(QStringLiteral("keys/single"), QStringLiteral("off"));
        const QByteArray file = exported();
        QSignalSpy told(m_service.get(), &BackupService::settingsCameBack);
        QVERIFY(m_service->importData(file));
        QCOMPARE(told.size(), 0); // nothing was missing
        const QTemporaryDir empty;
        Preferences fresh(empty.path());
        BackupService elsewhere({m_world->program->account, m_world->program->database, fresh, m_world->clock.clock(), 1h});
        QSignalSpy toldThere(&elsewhere, &BackupService::settingsCameBack);
        QVERIFY(elsewhere.importData(file));
        QCOMPARE(toldThere.size(), 1);
        QCOMPARE(fresh.value(QStringLiteral("keys/single")).toString(), QStringLiteral("off"));
    }

private:
    void startProgram()
    {
        Program &program = m_world->startProgram();
        m_preferences = std::make_unique<Preferences>(m_world->profile.path());
        m_service = std::make_unique<BackupService>(BackupParts{program.account, program.database, *m_preferences, m_world->clock.clock(), 0ms});
        m_backedUp = std::make_unique<QSignalSpy>(m_service.get(), &BackupService::backedUp);
    }

    void quit()
    {
        m_backedUp.reset();
        m_service.reset();
        m_preferences.reset();
        m_world->quitProgram();
    }

    void restart()
    {
        quit();
        startProgram();
        m_world->program->account.openLast();
    }

    bool backUp()
    {
        const qsizetype before = m_backedUp->size();
        m_service->backUp();
        return waitUntil([&] { return m_backedUp->size() > before; });
    }

    /// `store` is what it is erased from here.
    ErasureService::Outcome erase(Database &store)
    {
        EnterpriseApi api(m_world->program->client);
        Erasure here(store);
        ErasureService service(api, here, m_world->program->account.writes());
        connect(&service, &ErasureService::erased, m_service.get(), &BackupService::beginAnew);
        std::optional<ErasureService::Outcome> outcome;
        service.erasePeople({QStringLiteral("ana@example.com")}, this, [&outcome](const ErasureService::Outcome &told) { outcome = told; });
        if (!waitUntil([&outcome] { return outcome.has_value(); }))
            qFatal("It did not end");
        QCoreApplication::processEvents();
        return *outcome;
    }

    QByteArray exported()
    {
        std::optional<Result<QByteArray>> file;
        m_service->exportData(this, [&file](const Result<QByteArray> &made) { file = made; });
        return waitUntil([&file] { return file.has_value(); }) ? file->value_or(QByteArray()) : QByteArray();
    }

    bool addLink(int number)
    {
        return m_world->program->linkTable
            .add({.id = QStringLiteral("l%1").arg(number),
                  .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1").arg(number)),
                  .eventType = QUrl(QStringLiteral("https://example.com/event_types/1")),
                  .eventTypeName = QStringLiteral("Intro"),
                  .label = QStringLiteral("for Ines"),
                  .trackingToken = QStringLiteral("t%1").arg(number),
                  .createdAt = m_world->clock.now(),
                  .expiresAt = m_world->clock.now().addDays(90)})
            .has_value();
    }

    /// As on another computer.
    void wipe()
    {
        QVERIFY(Statement(m_world->program->database, QStringLiteral("DELETE FROM links")).run());
        m_preferences.reset();
        m_service.reset();
        QVERIFY(QFile::remove(m_world->profile.filePath(QStringLiteral("sundial.ini"))));
        m_preferences = std::make_unique<Preferences>(m_world->profile.path());
        Program &program = *m_world->program;
        m_service = std::make_unique<BackupService>(BackupParts{program.account, program.database, *m_preferences, m_world->clock.clock(), 0ms});
    }

    QStringList backups() const
    {
        return QDir(QFileInfo(m_world->program->database.file()).absolutePath() + QStringLiteral("/backups")).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<BackupService> m_service;
    std::unique_ptr<QSignalSpy> m_backedUp;
};

QTEST_GUILESS_MAIN(TestBackupService)
#include "tst_backupservice.moc"
