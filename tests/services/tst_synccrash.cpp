// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"
#include "syncfixture.h"

/// A program that is killed at any moment while it reads and writes. The file is whole after each kill, nothing that was
/// said to be stored is missing, and in the end everything is there once. How many kills: SUNDIAL_SOAK.
class TestSyncCrash : public SyncFixture
{
    Q_OBJECT

private slots:
    void killedAtAnyMoment()
    {
        const int kills = killsWanted(5);
        m_world = std::make_unique<ServiceWorld>(600);
        QVERIFY(m_world->startServer());
        int confirmed = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QVERIFY(runAndKill(confirmed));
            m_world->startProgram();
            m_world->program->account.openLast();
            const Database &store = m_world->program->database;
            QVERIFY(store.isOpen());
            QVERIFY2(!m_world->program->account.rescue().happened(), "the store had to be set aside");
            QCOMPARE(integrityOf(store), QStringLiteral("ok"));
            const qsizetype links = m_world->program->linkTable.links(1'000'000).size();
            QVERIFY2(links >= confirmed, qPrintable(QStringLiteral("%1 of %2 links after kill %3").arg(links).arg(confirmed).arg(kill)));
            confirmed = static_cast<int>(links); // the last may have been stored and not said
            m_world->quitProgram();
        }
        QVERIFY(confirmed > 0);
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        QCOMPARE(stored(), onServer());
        QCOMPARE(integrityOf(m_world->program->database), QStringLiteral("ok"));
    }

private:
    /// Raises `confirmed` by what the program said.
    bool runAndKill(int &confirmed)
    {
        QProcess child;
        child.start(QStringLiteral(SYNC_RUNNER),
                    {m_world->profile.path(), m_world->calendly.url().toString(), m_world->calendly.token(), QString::number(confirmed)});
        // After so many links, so that the moment is another each time and does not depend on how quick the machine is.
        const int until = QRandomGenerator::global()->bounded(1, 60);
        QByteArray said;
        const bool wrote = QTest::qWaitFor(
            [&] {
                said += child.readAllStandardOutput();
                return said.count('\n') >= until;
            },
            longWait);
        child.kill();
        if (!wrote || !child.waitForFinished(longWait) || child.exitStatus() != QProcess::CrashExit)
            return false;
        said += child.readAllStandardOutput();
        confirmed += static_cast<int>(said.count('\n'));
        return true;
    }
};

QTEST_GUILESS_MAIN(TestSyncCrash)
#include "tst_synccrash.moc"
