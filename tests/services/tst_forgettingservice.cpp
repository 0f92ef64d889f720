// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupservice.h"
#include "canceltable.h"
#include "changerows.h"
#include "erasure.h"
#include "forgettingservice.h"
#include "preferences.h"
#include "retention.h"
#include "statement.h"
#include "storefiles.h"
#include "syncfixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

/// Forgetting what is over for long, beside a Calendly that still has it.
class TestForgettingService : public SyncFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        m_preferences = std::make_unique<Preferences>(m_world->profile.path());
        m_retention = std::make_unique<Retention>(*m_preferences, m_world->clock.clock());
        m_world->retention = m_retention.get();
        QVERIFY(m_world->startServer());
        startProgram();
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0, longWait); // that of the start
        m_all = stored();
        QVERIFY(countBefore(monthsAgo(12)) > 0);
    }

    void cleanup()
    {
        quit();
        m_retention.reset();
        m_preferences.reset();
        m_world.reset();
    }

    void nothingIsForgottenUnlessSomebodyChose()
    {
        m_world->clock.advance(24h);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 2, longWait);
        QCOMPARE(stored(), m_all);
    }

    void whatIsForgotten_isNotReadAgain()
    {
        const int older = countBefore(monthsAgo(6));
        choose(6);
        QCOMPARE(countBefore(monthsAgo(6)), 0);
        QCOMPARE(stored(), m_all - older);
        QVERIFY(older > 0 && older < m_all);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        m_world->calendly->clearRequests();

        sync().showing({monthsAgo(10), monthsAgo(9)}); // turning to an old month
        QVERIFY(!sync().isFirstFill());
        sync().refresh();
        QTRY_VERIFY(!m_world->calendly->requests(listing).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        quit();
        startProgram();
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        for (const LoggedRequest &request : m_world->calendly->requests(listing))
            QVERIFY2(bound(request, QStringLiteral("min_start_time")) >= monthsAgo(6).addSecs(-1), "it was read again");
        QCOMPARE(stored(), m_all - older);
    }

    void aLongerTime_isReadAgain()
    {
        const int older = countBefore(monthsAgo(12));
        choose(1);
        QVERIFY(stored() < m_all - older);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        choose(12);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), m_all - older, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QCOMPARE(countBefore(monthsAgo(12)), 0);
        choose(0);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), m_all, longWait);
    }

    void brokenOffInTheMiddle_itGoesOnAtTheNextStart()
    {
        const int older = countBefore(monthsAgo(1));
        QVERIFY2(older > 60, "two pieces at least");
        m_retention->setMonths(1);
        // Looked at after every round of events: on a busy machine, looking now and then comes when all is gone.
        const QDeadlineTimer deadline(longWait);
        while (countBefore(monthsAgo(1)) == older && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(countBefore(monthsAgo(1)) < older);
        QVERIFY(countBefore(monthsAgo(1)) > 0);
        quit();
        startProgram(1h); // not yet
        m_world->program->account.openLast();
        QVERIFY(countBefore(monthsAgo(1)) > 0);
        QCOMPARE(textOf(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        QCOMPARE(textOf(QStringLiteral("SELECT count(*) FROM invitees WHERE meeting_id NOT IN (SELECT id FROM meetings)")), QStringLiteral("0"));
        QCOMPARE(textOf(QStringLiteral("SELECT count(*) FROM search")), textOf(QStringLiteral("SELECT count(*) FROM meetings")));
        for (const TimeRange &range : m_world->program->syncState.covered())
            QVERIFY2(range.begin >= monthsAgo(1), "what is half gone must not count as read");
        quit();
        startProgram();
        m_world->program->account.openLast();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
        QCOMPARE(countBefore(monthsAgo(1)), 0);
    }

    void nothingOfThePeopleIsLeftInTheFiles()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_world->program->meetings.missingInvitees(), 0, longWait);
        const QString horizon = QString::number(monthsAgo(6).toMSecsSinceEpoch());
        const QString mail = textOf(QStringLiteral("SELECT i.email FROM invitees i JOIN meetings m ON m.id = i.meeting_id WHERE i.email <> ''"
                                                   " GROUP BY i.email_folded HAVING max(m.end_ms) < %1 ORDER BY 1 LIMIT 1").arg(horizon));
        QVERIFY(!mail.isEmpty());
        QVERIFY(filesHold(mail));
        choose(6);
        QVERIFY(!filesHold(mail));
    }

    void whatAnErasureLeavesInTheFiles_isOverwritten()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_world->program->meetings.missingInvitees(), 0, longWait);
        sync().stop();
        Database &database = m_world->program->database;
        const QString mail = textOf(QStringLiteral("SELECT email FROM invitees WHERE email <> '' ORDER BY 1 LIMIT 1"));
        Database reader; // who reads keeps the log
        QVERIFY(reader.open(database.file()));
        QVERIFY(reader.connection().transaction());
        QVERIFY(reader.connection().exec(QStringLiteral("SELECT count(*) FROM invitees")).next());
        QVERIFY(Erasure(database).erasePeople({mail}));
        QVERIFY(filesHold(mail));
        m_finished->clear();
        m_service->overwriteErased();
        QVERIFY(m_service->isForgetting());
        QVERIFY(reader.connection().rollback());
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
        QVERIFY(!filesHold(mail));
    }

    void whatWasSetAside_goesWhereSomeTimeIsKeptOnly()
    {
        QFile aside(m_world->program->database.file() + QStringLiteral(".aside-20261127T100000000"));
        QVERIFY(aside.open(QIODevice::WriteOnly));
        runADayLater();
        QVERIFY(aside.exists());
        choose(12);
        QVERIFY(!aside.exists());
    }

    void whatCouldNotBeRead_isNotTakenByAClockThatMayBeWrong()
    {
        QFile aside(m_world->program->database.file() + QStringLiteral(".aside-20261127T100000000"));
        QVERIFY(aside.open(QIODevice::WriteOnly));
        QVERIFY(keepAside(aside.fileName()));
        sync().stop();
        m_world->clock.advance(24h * 365 * 20); // later than anything on this disk
        choose(12);
        QVERIFY(aside.exists());
        QVERIFY(fillUp()); // Calendly answered by this clock
        choose(6);
        QVERIFY(!aside.exists());
    }

    void whatCannotBeOverwritten_isTold()
    {
        sync().stop();
        Database &database = m_world->program->database;
        const QString mail = textOf(QStringLiteral("SELECT email FROM invitees WHERE email <> '' ORDER BY 1 LIMIT 1"));
        QVERIFY(Erasure(database).erasePeople({mail}));
        QVERIFY(Statement(database, QStringLiteral("PRAGMA query_only = ON")).run());
        QSignalSpy failed(m_service.get(), &ForgettingService::failed);
        m_service->overwriteErased();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_service->leavesTraces());
    }

    void aMeetingOfACancelRun_staysUntilThatIsOver()
    {
        const QUrl meeting(textOf(QStringLiteral("SELECT uri FROM meetings ORDER BY start_ms LIMIT 1")));
        CancelTable &cancels = m_world->program->cancelTable;
        QVERIFY(cancels.put({{.meeting = meeting, .state = CancelItem::State::Waiting, .changedAt = m_world->clock.now()}}));
        choose(6);
        QCOMPARE(countBefore(monthsAgo(6)), 1);
        QVERIFY(m_world->program->meetings.summary(meeting));
        QCOMPARE(cancels.items()->size(), 1);
        QVERIFY(cancels.remove({meeting}));
        runADayLater();
        QVERIFY(!m_world->program->meetings.summary(meeting));
    }

    void onceADay_whatWasReadAloneGoesAgain()
    {
        const QUrl meeting(textOf(QStringLiteral("SELECT uri FROM meetings ORDER BY start_ms LIMIT 1")));
        choose(6);
        m_world->program->meetings.refresh(meeting);
        QTRY_VERIFY(m_world->program->meetings.summary(meeting));
        runADayLater();
        QVERIFY(!m_world->program->meetings.summary(meeting));
    }

    void aClockThatGoesBack_isLookedAtAnew()
    {
        choose(6);
        const qsizetype before = m_finished->size();
        m_world->clock.advance(-48h);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), before + 1, longWait);
    }

    void aRareShortSession_forgetsOnceCalendlyAnswered()
    {
        choose(6);
        quit();
        m_world->clock.advance(24h * 30);
        startProgram(0ms, 1h);
        QVERIFY(m_world->signIn());
        bool tried = false; // after the timer of the start, which is as short
        QTimer::singleShot(0ms, this, [&tried] { tried = true; });
        QTRY_VERIFY(tried);
        QVERIFY(!m_service->isForgetting());
        QVERIFY(countBefore(monthsAgo(6)) > 0);
        sync().start();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
        QCOMPARE(countBefore(monthsAgo(6)), 0);
    }

    void aClockFarAhead_forgetsNothingBeforeCalendlyAnswers()
    {
        choose(6);
        const int kept = stored();
        sync().stop();
        m_finished->clear();
        m_world->clock.advance(24h * 400);
        int ticks = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, &ticking, [&ticks] { ++ticks; });
        ticking.start(10ms);
        QTRY_VERIFY(ticks > 5);
        QVERIFY(m_finished->isEmpty());
        QCOMPARE(textOf(QStringLiteral("SELECT count(*) FROM meetings")).toInt(), kept);
        sync().start();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
        QCOMPARE(countBefore(monthsAgo(6)), 0);
    }

    void backupsThatHoldForgottenHistory_go()
    {
        const QUrl meeting(textOf(QStringLiteral("SELECT uri FROM meetings ORDER BY start_ms LIMIT 1")));
        MeetingChange change;
        change.kind = MeetingChange::Kind::GuestAdded;
        change.seenAt = monthsAgo(12);
        change.after = QStringLiteral("forgotten@example.org");
        QVERIFY(addChanges(m_world->program->database, meeting, {change}));
        QSignalSpy backedUp(m_backups.get(), &BackupService::backedUp);
        m_backups->backUp();
        QTRY_COMPARE(backedUp.size(), 1);
        QVERIFY(backupsHold("forgotten@example.org"));
        choose(6);
        QVERIFY(!backupsHold("forgotten@example.org"));
    }

    void oldHistoryOfWhatIsNotStored_waitsUntilAllIsRead()
    {
        MeetingChange change;
        change.kind = MeetingChange::Kind::GuestAdded;
        change.seenAt = monthsAgo(12);
        change.after = QStringLiteral("forgotten@example.org");
        const QUrl stranger(QStringLiteral("https://api.example.com/scheduled_events/gone"));
        QVERIFY(addChanges(m_world->program->database, stranger, {change}));
        QVERIFY(m_world->program->syncState.forgetCovered());
        sync().stop();
        choose(6);
        QCOMPARE(changesOf(m_world->program->database, stranger).size(), 1);
        QVERIFY(fillUp());
        runADayLater();
        QVERIFY(changesOf(m_world->program->database, stranger).isEmpty());
    }

    void aTimeThatIsTakenBackAtOnce_losesNothing()
    {
        m_retention->setMonths(1);
        m_retention->setMonths(0);
        QTRY_VERIFY(!m_service->isForgetting());
        QTRY_COMPARE_WITH_TIMEOUT(stored(), m_all, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QCOMPARE(stored(), m_all);
    }

    void whatCannotBeWritten_isTold_andTriedAgain()
    {
        sync().stop();
        QVERIFY(Statement(m_world->program->database, QStringLiteral("PRAGMA query_only = ON")).run());
        QSignalSpy failed(m_service.get(), &ForgettingService::failed);
        m_retention->setMonths(6);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Storage);
        QVERIFY(m_service->problem());
        QCOMPARE(stored(), m_all);
        QVERIFY(Statement(m_world->program->database, QStringLiteral("PRAGMA query_only = OFF")).run());
        runADayLater();
        QVERIFY(!m_service->problem());
        QCOMPARE(countBefore(monthsAgo(6)), 0);
    }

    void signedOut_nothingIsLeftToDo()
    {
        m_retention->setMonths(6);
        bool out = false;
        m_world->program->account.signOut(this, [&out](const Result<Done> &) { out = true; });
        QTRY_VERIFY(out);
        QVERIFY(!m_service->isForgetting());
        m_retention->setMonths(1);
        QVERIFY(!m_service->isForgetting());
    }

private:
    void startProgram(std::chrono::milliseconds afterStart = 0ms, std::chrono::milliseconds tick = 10ms)
    {
        Program &program = m_world->startProgram();
        m_backups = std::make_unique<BackupService>(BackupParts{program.account, program.database, *m_preferences, m_world->clock.clock(), 1h});
        m_service = std::make_unique<ForgettingService>(ForgettingParts{.account = program.account,
                                                                        .database = program.database,
                                                                        .syncState = program.syncState,
                                                                        .meetings = program.meetings,
                                                                        .retention = *m_retention,
                                                                        .backups = m_backups.get(),
                                                                        .clock = m_world->clock.clock(),
                                                                        .afterStart = afterStart,
                                                                        .betweenPieces = 1ms,
                                                                        .tick = tick});
        connect(&program.sync, &SyncService::changed, m_service.get(), &ForgettingService::makeUp);
        m_finished = std::make_unique<QSignalSpy>(m_service.get(), &ForgettingService::finished);
    }

    void quit()
    {
        m_finished.reset();
        m_service.reset();
        m_backups.reset();
        m_world->quitProgram();
    }

    void choose(int months)
    {
        m_finished->clear();
        m_retention->setMonths(months);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
    }

    void runADayLater()
    {
        m_finished->clear();
        m_world->clock.advance(24h);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, longWait);
    }

    QDateTime monthsAgo(int months) const { return m_world->clock.now().addMonths(-months); }

    int countBefore(const QDateTime &moment) const
    {
        return textOf(QStringLiteral("SELECT count(*) FROM meetings WHERE end_ms < %1").arg(moment.toMSecsSinceEpoch())).toInt();
    }

    QString textOf(const QString &sql) const
    {
        QString text;
        Statement(m_world->program->database, sql).forEach({}, [&text](const QSqlQuery &row) { text = row.value(0).toString(); });
        return text;
    }

    bool filesHold(const QString &text) const
    {
        for (const char *side : {"", "-wal"}) {
            QFile file(m_world->program->database.file() + QLatin1String(side));
            if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text.toUtf8().toLower()))
                return true;
        }
        return false;
    }

    bool backupsHold(const QByteArray &text) const
    {
        const QDir folder(QFileInfo(m_world->program->database.file()).absolutePath() + QStringLiteral("/backups"));
        const QStringList files = folder.entryList(QDir::Files);
        return std::any_of(files.begin(), files.end(), [&](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
        });
    }

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<BackupService> m_backups;
    std::unique_ptr<ForgettingService> m_service;
    std::unique_ptr<QSignalSpy> m_finished;
    int m_all = 0;
};

QTEST_GUILESS_MAIN(TestForgettingService)
#include "tst_forgettingservice.moc"
