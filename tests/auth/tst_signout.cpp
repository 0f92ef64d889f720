// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftsignins.h"
#include "sessionfixture.h"

using Fault = TokenServer::Fault;
using State = Session::State;

class TestSignOut : public QObject
{
    Q_OBJECT

private slots:
    void signOut_forgetsThenTellsTheServer()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        QCOMPARE(session->state(), State::None);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(f.server.revocations().size(), 1);
        QCOMPARE(f.server.revocations().first().form.value("token"), QByteArray("refresh-1"));
        QCOMPARE(f.server.revocations().first().form.value("client_id"), QByteArray("client/+id"));
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
        QCOMPARE(f.openSession()->state(), State::None);
    }

    void deadServer_doesNotKeepTheSecretsHere()
    {
        SessionFixture f;
        f.keep(2h);
        f.server.revocationHangs = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        QTRY_COMPARE(f.server.revocations().size(), 1);
        QTRY_VERIFY(f.vault.items.isEmpty()); // while the server is still silent
        QVERIFY(done->isEmpty());
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(!done->first().has_value());
    }

    void keyringThatLocksMeanwhile_isToldToHoldTheSignInStill()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        f.vault.isLocked = true;
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        QCOMPARE(session->state(), State::None);
        QVERIFY(f.vault.items.contains(f.account));
        QCOMPARE(f.server.revocations().size(), 1); // what is known is of no use to anybody
        f.vault.isLocked = false;
        QCOMPARE(f.openSession()->state(), State::None);
    }

    void keyringThatIsUnlockedForIt_givesUpWhatItHid()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.isLocked = true;
        const auto session = f.openSession();
        QCOMPARE(session->state(), State::KeychainUnreachable);
        f.vault.isLocked = false;
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(f.server.revocations().size(), 1);
        QCOMPARE(f.server.revocations().first().form.value("token"), QByteArray("refresh-1"));
    }

    void keyringThatStaysLocked_isToldToHoldTheSignInStill()
    {
        SessionFixture f;
        f.keep(2h);
        QVERIFY(QFile::remove(f.journal().lockPath().chopped(5))); // even where nothing tells that there is one
        f.vault.isLocked = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        QVERIFY(f.vault.items.contains(f.account));
        QVERIFY(f.server.revocations().isEmpty());
    }

    void personalTokenInALockedKeyring_isNotCalledGone()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        QList<Result<Done>> kept;
        session->adopt(f.account, {.accessToken = "personal"}, &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        f.vault.isLocked = true;
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        QVERIFY(f.server.revocations().isEmpty());
    }

    void personalToken_isSaidToGoOnWorking_data()
    {
        QTest::addColumn<bool>("isHidden");
        QTest::newRow("in use") << false;
        QTest::newRow("in a keyring that is unlocked for it") << true;
    }
    void personalToken_isSaidToGoOnWorking()
    {
        QFETCH(bool, isHidden);
        SessionFixture f;
        f.vault.write(f.account, toItemText({.accessToken = "personal", .generation = 1}), &f.context, [](const auto &) {});
        f.vault.isLocked = isHidden;
        const auto session = f.openSession();
        QCOMPARE(session->state(), isHidden ? State::KeychainUnreachable : State::Active);
        f.vault.isLocked = false;
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::NotAllowed);
        QVERIFY(f.vault.items.isEmpty());
        QVERIFY(f.server.revocations().isEmpty());
        QVERIFY(LeftSignIns(f.folder).accounts().isEmpty());
    }

    void itemThatIsNotRemoved_isToldAndRevokedAllTheSame()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.refusesRemovals = true;
        const auto session = f.openSession();
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
        QCOMPARE(f.server.revocations().size(), 1);
    }

    void itemThatCannotBeRead_isRemovedAndNotCalledRevoked()
    {
        SessionFixture f;
        f.vault.MemoryVault::write(f.account, QStringLiteral("{"), &f.context, [](const auto &) {});
        const auto session = f.openSession();
        QCOMPARE(session->state(), State::Ended);
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Malformed);
        const auto again = f.openSession();
        QCOMPARE(again->state(), State::None);
    }

    void newerPairOfAnotherProcess_isRevokedToo()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        AccessTokens newer = f.firstTokens(2h);
        newer.refreshToken = "refresh-2";
        newer.generation = 2;
        f.vault.write(f.account, toItemText(newer), &f.context, [](const auto &) {});
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QVERIFY(f.vault.items.isEmpty());
        QSet<QByteArray> told;
        for (const TokenServer::Post &post : f.server.revocations())
            told << post.form.value("token");
        QCOMPARE(told, (QSet<QByteArray>{"refresh-1", "refresh-2"}));
    }

    void renewalThatComesBackAfterwards_isRevokedAndNotStored()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.faults = {Fault::Slow};
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        QTRY_COMPARE(f.server.tokenPosts().size(), 1);
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QTRY_COMPARE(f.server.revocations().size(), 2);
        QCOMPARE(f.server.revocations().last().form.value("token"), QByteArray("refresh-2"));
        QCOMPARE(token->size(), 1);
        QVERIFY(!token->first().has_value());
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(f.journal().read().phase, JournalEntry::Phase::SignedOut);
        QCOMPARE(f.openSession()->state(), State::None);
    }

    void renewalOfAnotherProcess_isNotStoredEither()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.faults = {Fault::Slow};
        const auto one = f.openSession();
        const auto two = f.openSession();
        const auto token = f.ask(*one);
        QTRY_COMPARE(f.server.tokenPosts().size(), 1);
        f.signOut(*two);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
        QCOMPARE(one->state(), State::Ended);
        QTRY_COMPARE(f.server.revocations().size(), 2);
        QVERIFY(f.vault.items.isEmpty());
    }

    void signInAfterSignOut_isNotTakenForTheOldOne()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        f.signOut(*session);
        QList<Result<Done>> kept;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(kept.first().has_value());
        QCOMPARE(f.openSession()->state(), State::Active);
    }

    void interruptedSignOut_isFinishedAtTheNextStart()
    {
        SessionFixture f;
        f.keep(2h);
        f.journal().write({.phase = JournalEntry::Phase::SignedOut, .generation = 2});
        QCOMPARE(f.openSession()->state(), State::None);
        QTRY_VERIFY(f.vault.items.isEmpty());
    }

    void signInThatIsBeingStored_isTakenOutAgainAndRevoked()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        f.vault.isAsking = true;
        QList<Result<Done>> kept;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_VERIFY(f.vault.isAsked());
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QCOMPARE(f.server.revocations().size(), 1);
        QCOMPARE(f.server.revocations().first().form.value("token"), QByteArray("refresh-1"));
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().error().kind, Error::Kind::Stopped);
        f.vault.answer();
        QVERIFY(f.vault.items.contains(f.account));
        QTRY_VERIFY(f.vault.items.isEmpty());
        QCOMPARE(session->state(), State::None);
        QCOMPARE(f.openSession()->state(), State::None);
    }

    void signInThatAnotherTakesThePlaceOf_isRevoked()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        f.vault.isAsking = true;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [](const auto &) {});
        QTRY_VERIFY(f.vault.isAsked());
        AccessTokens other = f.firstTokens(2h);
        other.accessToken = "access-2";
        other.refreshToken = "refresh-2";
        QList<Result<Done>> kept;
        session->adopt(f.account, other, &f.context, [&kept](const auto &done) { kept << done; });
        f.vault.answer();
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(kept.first().has_value());
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-2"));
        QTRY_COMPARE(f.server.revocations().size(), 1);
        QCOMPARE(f.server.revocations().first().form.value("token"), QByteArray("refresh-1"));
    }

    void unstoredToken_isForgottenAtOnce()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        session->useUnstored("personal");
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QCOMPARE(session->state(), State::None);
        QVERIFY(f.server.revocations().isEmpty());
    }

    void unstoredToken_takesTheKeptSignInAlong()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.makeSession();
        session->useUnstored("personal");
        const auto done = f.signOut(*session);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(f.server.revocations().size(), 1);
        QCOMPARE(f.server.revocations().first().form.value("token"), QByteArray("refresh-1"));
        QCOMPARE(f.openSession()->state(), State::None);
    }

    void unstoredToken_doesNotHideThatTheKeyringIsLocked()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.isLocked = true;
        const auto session = f.makeSession();
        session->useUnstored("personal");
        const auto done = f.signOut(*session);
        COMPARE_ERROR(done, Error::Kind::Storage);
    }

    void session_canGoWhileTheServerIsTold()
    {
        SessionFixture f;
        f.keep(2h);
        f.server.revocationHangs = true;
        auto session = f.openSession();
        f.signOut(*session);
        QTRY_COMPARE(f.server.revocations().size(), 1);
        session.reset();
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestSignOut)
#include "tst_signout.moc"
