// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftlock.h"
#include "leftremoval.h"
#include "sessionfixture.h"

#include <QFileInfo>
#include <QLockFile>
#include <QSignalSpy>

using State = Session::State;

/// What a later start does about sign-ins that were ended and that the keychain did not let go of.
class TestLeftRemoval : public QObject
{
    Q_OBJECT

private:
    /// What the next start of the program tries. Says whether something was given up.
    static bool startAgain(SessionFixture &f)
    {
        LeftRemoval removal(f.authServer(), f.folder, f.vault, systemClock(), f.limits);
        QSignalSpy changed(&removal, &LeftRemoval::changed);
        const QSignalSpy gaveUp(&removal, &LeftRemoval::gaveUp);
        removal.start();
        return changed.wait() && !gaveUp.isEmpty();
    }

    /// A sign-in that was ended and that the keychain did not let go of.
    static void leaveBehind(SessionFixture &f)
    {
        f.keep(2h);
        f.journal().write({.phase = JournalEntry::Phase::SignedOut, .generation = 2});
        LeftSignIns(f.folder).begin(f.account);
    }

    static std::shared_ptr<QList<Result<Done>>> adoptAnother(SessionFixture &f, Session &session)
    {
        const auto kept = std::make_shared<QList<Result<Done>>>();
        AccessTokens other = f.firstTokens(2h);
        other.refreshToken = "refresh-other";
        session.adopt(f.account, other, &f.context, [kept](const Result<Done> &done) { kept->append(done); });
        return kept;
    }

private slots:
    void itemThatCouldNotBeRemoved_isRemovedAtTheNextStart()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.isLocked = true;
        auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        QCOMPARE(LeftSignIns(f.folder).failed(), 1);
        session.reset();
        f.vault.isLocked = false;
        startAgain(f);
        QVERIFY(f.vault.items.isEmpty());
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
        QCOMPARE(f.server.revocations().size(), 1); // what the keychain hid
        QVERIFY(!QFileInfo::exists(f.place.filePath(QStringLiteral("left-sign-ins"))));
    }

    void itemThatIsNotRemovedAgain_staysNoted()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.refusesRemovals = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        startAgain(f);
        QCOMPARE(LeftSignIns(f.folder).failed(), 1);
        f.vault.refusesRemovals = false;
        startAgain(f);
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(LeftSignIns(f.folder).failed(), 0);
    }

    void itemThatTheKeychainNeverShows_isGivenUpOnceAndSaid()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.isLocked = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        for (int starts = 1; starts <= 10; ++starts) {
            QCOMPARE(LeftSignIns(f.folder).failed(), 1);
            QCOMPARE(startAgain(f), starts == 10);
        }
        QCOMPARE(LeftSignIns(f.folder).failed(), 0);
    }

    void laterSignIn_isNotTakenForWhatWasLeft()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.refusesRemovals = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        f.vault.refusesRemovals = false;
        QList<Result<Done>> kept;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [&kept](const auto &adopted) { kept << adopted; });
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
        LeftSignIns(f.folder).begin(f.account); // even where the note could not be taken away
        LeftRemoval(f.authServer(), f.folder, f.vault, systemClock(), f.limits).start();
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
        QCOMPARE(f.openSession()->state(), State::Active);
    }

    void signInDuringALateLook_isNotTakenForWhatWasLeft()
    {
        SessionFixture f;
        leaveBehind(f);
        f.vault.isAskingUser = true;
        LeftRemoval removal(f.authServer(), f.folder, f.vault, systemClock(), f.limits);
        QSignalSpy looked(&removal, &LeftRemoval::changed);
        removal.start();
        const auto session = f.makeSession();
        const auto kept = adoptAnother(f, *session);
        QTRY_VERIFY(QFileInfo::exists(f.journal().lockPath()));
        f.vault.letUserAnswer();
        QTRY_COMPARE(kept->size(), 1);
        QVERIFY(kept->first().has_value());
        QTRY_COMPARE(looked.size(), 1);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-other"));
        QVERIFY(f.server.revocations().isEmpty());
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
        QCOMPARE(f.openSession()->state(), State::Active);
    }

    void signInDuringARemoval_waitsForItsEnd()
    {
        SessionFixture f;
        leaveBehind(f);
        f.server.revocationHangs = true;
        f.limits.revocation = 300ms;
        f.limits.lockWait = 1h;
        LeftRemoval removal(f.authServer(), f.folder, f.vault, systemClock(), f.limits);
        QSignalSpy looked(&removal, &LeftRemoval::changed);
        removal.start();
        QTRY_COMPARE(f.server.revocations().size(), 1);
        const auto session = f.makeSession();
        const auto kept = adoptAnother(f, *session);
        bool wasKept = true;
        connect(&removal, &LeftRemoval::changed, session.get(), [&wasKept, kept] { wasKept = !kept->isEmpty(); });
        QTRY_COMPARE(looked.size(), 1);
        QVERIFY2(!wasKept, "it waited until the removal had ended");
        QTRY_COMPARE(kept->size(), 1);
        QVERIFY(kept->first().has_value());
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-other"));
        QCOMPARE(f.openSession()->state(), State::Active);
    }

    void lockOfAnotherProcess_leavesTheItemForALaterStart()
    {
        SessionFixture f;
        leaveBehind(f);
        QLockFile lock(f.journal().lockPath());
        QVERIFY(lock.lock());
        startAgain(f);
        QVERIFY(f.vault.items.contains(f.account));
        QCOMPARE(LeftSignIns(f.folder).accounts(), QStringList{f.account});
        lock.unlock();
        startAgain(f);
        QVERIFY(f.vault.items.isEmpty());
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
    }

    void aLockThatIsNobodys_leavesNothingBehind()
    {
        SessionFixture f;
        leaveBehind(f);
        f.limits.lockWait = 1h;
        QVERIFY(LeftLock::leave(f.journal().lockPath(), {}, false));
        startAgain(f);
        QVERIFY(f.vault.items.isEmpty());
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLeftRemoval)
#include "tst_leftremoval.moc"
