// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftlock.h"
#include "sessionfixture.h"

#include <QLockFile>

using State = Session::State;

/// Renewals that cannot begin, because a keyring shows a prompt or another process is at it.
class TestHeldUpRenewal : public QObject
{
    Q_OBJECT

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
