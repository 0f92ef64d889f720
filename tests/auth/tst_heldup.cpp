// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftlock.h"
#include "sessionfixture.h"

#include <QLockFile>

using State = Session::State;

/// Renewals that cannot begin, because a keyring shows a prompt or another process is at it.
class TestHeldUpRenewal : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<QList<Result<Done>>> adoptAnother(SessionFixture &f, Session &session)
    {
        const auto kept = std::make_shared<QList<Result<Done>>>();
        AccessTokens other = f.firstTokens(2h);
        other.accessToken = "access-other";
        other.refreshToken = "refresh-other";
        session.adopt(f.account, other, &f.context, [kept](const Result<Done> &done) { kept->append(done); });
        return kept;
    }

private slots:
    void keyringThatAsksItsUser_doesNotKeepTheTokenBack()
    {
        SessionFixture f;
        f.keep(300s);
        f.limits.presentTokenAfter = 0ms;
        const auto session = f.openSession();
        f.vault.isAskingUser = true;
        const auto first = f.ask(*session);
        COMPARE_TOKEN(first, "access-1");
        const auto second = f.ask(*session); // while the same question stands
        COMPARE_TOKEN(second, "access-1");
        QVERIFY(f.server.tokenPosts().isEmpty());
        f.vault.letUserAnswer();
        QTRY_COMPARE(f.vault.items.value(f.account).generation, 2);
        const auto renewed = f.ask(*session);
        COMPARE_TOKEN(renewed, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void keyringThatAsksItsUser_isNamedToWhoHasNoToken()
    {
        SessionFixture f;
        f.keep(-1s);
        f.limits.presentTokenAfter = 0ms;
        f.limits.keychainAnswer = 10ms;
        const auto session = f.openSession();
        f.vault.isAskingUser = true;
        const auto first = f.ask(*session);
        COMPARE_ERROR(first, Error::Kind::Storage);
        const auto second = f.ask(*session);
        COMPARE_ERROR(second, Error::Kind::Storage);
        QCOMPARE(session->state(), State::Active);
        f.vault.letUserAnswer();
        QTRY_COMPARE(f.vault.items.value(f.account).generation, 2);
        const auto renewed = f.ask(*session);
        COMPARE_TOKEN(renewed, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void lockOfAnotherProcess_doesNotKeepTheTokenBack()
    {
        SessionFixture f;
        f.keep(300s);
        f.limits.presentTokenAfter = 0ms;
        f.limits.lockWait = 1h;
        const auto session = f.openSession();
        QLockFile lock(f.journal().lockPath());
        QVERIFY(lock.lock());
        const auto first = f.ask(*session);
        COMPARE_TOKEN(first, "access-1");
        lock.unlock();
        QTRY_COMPARE(f.vault.items.value(f.account).generation, 2);
    }

    void aSignInThatDoesNotGetTheLock_isKeptWhenItIsFree()
    {
        SessionFixture f;
        f.keep(2h);
        f.limits.lockWait = 20ms;
        QLockFile lock(f.journal().lockPath());
        QVERIFY(lock.lock());
        const auto session = f.makeSession();
        const auto kept = adoptAnother(f, *session);
        COMPARE_ERROR(kept, Error::Kind::Storage);
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-other");
        QVERIFY(session->isUnkept());
        QCOMPARE(f.vault.writes, 0); // not without the lock
        AccessTokens renewed = f.firstTokens(2h); // what the other process was at
        renewed.generation = 7;
        f.vault.items.insert(f.account, renewed);
        f.vault.put(f.account, toItemText(renewed));
        f.journal().write({.phase = JournalEntry::Phase::Kept, .generation = 7});
        lock.unlock();
        QTRY_VERIFY(session->isKept());
        QVERIFY(!session->isUnkept());
        QCOMPARE(f.vault.items.value(f.account).accessToken, QByteArray("access-other"));
        QCOMPARE(f.vault.items.value(f.account).generation, 8);
        QCOMPARE(f.journal().read().generation, 8);
        QVERIFY(!QFile::exists(f.journal().lockPath()));
        const auto nextRun = f.openSession();
        const auto later = f.ask(*nextRun);
        COMPARE_TOKEN(later, "access-other");
    }

    void aSignInThatDidNotGetTheLock_isTriedOnceMoreWhenTheProgramEnds()
    {
        SessionFixture f;
        f.limits.lockWait = 20ms;
        f.limits.keepAgain = 1h;
        QLockFile lock(f.journal().lockPath());
        QVERIFY(lock.lock());
        const auto session = f.makeSession();
        const auto kept = adoptAnother(f, *session);
        COMPARE_ERROR(kept, Error::Kind::Storage);
        lock.unlock();
        f.vault.callLast();
        QVERIFY(f.vault.isBusy()); // so that quitting waits
        QTRY_VERIFY(session->isKept());
        QVERIFY(!f.vault.isBusy());
        QCOMPARE(f.vault.items.value(f.account).accessToken, QByteArray("access-other"));
    }

    void aLockThatIsNobodys_doesNotEndRenewing_data() { LeftLock::rows(); }

    void aLockThatIsNobodys_doesNotEndRenewing()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isOwn);
        SessionFixture f;
        f.keep(-1s);
        f.limits.lockWait = 1h;
        QVERIFY(LeftLock::leave(f.journal().lockPath(), content, isOwn));
        const auto session = f.openSession();
        const auto answers = f.ask(*session);
        COMPARE_TOKEN(answers, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QVERIFY(!QFile::exists(f.journal().lockPath()));
    }

    void theLockOfALivingProcess_isNeverTaken_data() { LeftLock::rows(); }

    void theLockOfALivingProcess_isNeverTaken()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isOwn);
        SessionFixture f;
        f.keep(-1s);
        f.limits.lockWait = 1500ms; // longer than a lock is looked at before it is judged
        QLockFile lock(f.journal().lockPath());
        QVERIFY(lock.lock());
        if (!isOwn)
            QVERIFY(LeftLock::write(f.journal().lockPath(), content));
        const auto session = f.openSession();
        const auto answers = f.ask(*session);
        COMPARE_ERROR(answers, Error::Kind::Storage);
        QVERIFY(f.server.tokenPosts().isEmpty());
        QVERIFY(QFile::exists(f.journal().lockPath()));
    }
};

QTEST_GUILESS_MAIN(TestHeldUpRenewal)
#include "tst_heldup.moc"
