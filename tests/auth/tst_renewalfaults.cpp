// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

#include <QSignalSpy>

using Fault = TokenServer::Fault;
using Phase = JournalEntry::Phase;
using State = Session::State;

/// Renewals where the network, the server, the keychain or the power fails.
class TestRenewalFaults : public QObject
{
    Q_OBJECT

private slots:
    void lostAnswer_usesTheTokenToItsEndThenTriesOnceMore()
    {
        SessionFixture f;
        f.keep(300s);
        f.server.faults = {Fault::LoseAnswer};
        const auto session = f.openSession();
        const auto first = f.ask(*session);
        COMPARE_TOKEN(first, "access-1");
        QCOMPARE(f.journal().read().phase, Phase::Renewing);
        QTest::qWait(150);
        const auto second = f.ask(*session);
        COMPARE_TOKEN(second, "access-1");
        QCOMPARE(f.server.tokenPosts().size(), 1);

        f.clockOffset = 301;
        QTest::qWait(150);
        const auto late = f.ask(*session);
        COMPARE_ERROR(late, Error::Kind::SignedOut);
        QCOMPARE(f.server.tokenPosts().size(), 2);
        QCOMPARE(session->state(), State::Ended);
        QCOMPARE(session->problem().kind, Error::Kind::Interrupted);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-1"));
        const auto restarted = f.openSession();
        QCOMPARE(restarted->state(), State::Ended);
        QCOMPARE(restarted->problem().kind, Error::Kind::Interrupted);
    }

    void callThatNeverArrived_isMadeUpForUnnoticed()
    {
        SessionFixture f;
        f.keep(300s);
        f.server.faults = {Fault::CloseUnseen};
        const auto session = f.openSession();
        const auto first = f.ask(*session);
        COMPARE_TOKEN(first, "access-1");
        f.clockOffset = 301;
        QTest::qWait(150);
        const auto late = f.ask(*session);
        COMPARE_TOKEN(late, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 2);
        QCOMPARE(f.journal().read().phase, Phase::Kept);
    }

    void oddAnswers_leaveOnePostAndNothingStored_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("page") << int(Fault::Html);
        QTest::newRow("redirect") << int(Fault::Redirect);
        QTest::newRow("password") << int(Fault::BasicChallenge);
        QTest::newRow("client") << int(Fault::InvalidClient);
        QTest::newRow("cut") << int(Fault::CutBody);
        QTest::newRow("hang") << int(Fault::Hang);
    }

    void oddAnswers_leaveOnePostAndNothingStored()
    {
        QFETCH(int, fault);
        SessionFixture f;
        TokenServer other;
        f.server.elsewhere = other.url();
        f.keep(-1s);
        f.server.faults = {Fault(fault)};
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        QTRY_COMPARE(token->size(), 1);
        QVERIFY(!token->first().has_value());
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QVERIFY(other.tokenPosts().isEmpty());
        QCOMPARE(f.vault.writes, 0);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-1"));
    }

    void deadGrant_isSaidOnceAndNotTriedAgain()
    {
        SessionFixture f;
        f.keep(300s);
        f.server.faults = {Fault::InvalidGrant};
        const auto session = f.openSession();
        QSignalSpy changes(session.get(), &Session::stateChanged);
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
        QCOMPARE(session->problem().kind, Error::Kind::SignedOut);
        QTest::qWait(150);
        const auto again = f.ask(*session);
        COMPARE_ERROR(again, Error::Kind::SignedOut);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(f.openSession()->state(), State::Ended);
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-1"));
    }

    void busyServer_isTriedAgainWithGaps()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.faults = {Fault::Unavailable, Fault::Unavailable, Fault::Unavailable};
        const auto session = f.openSession();
        QElapsedTimer since;
        since.start();
        bool renewed = false;
        while (!renewed && since.elapsed() < 5000) {
            const auto token = f.ask(*session);
            QTRY_COMPARE(token->size(), 1);
            renewed = token->first().has_value();
            QVERIFY(renewed || token->first().error().kind == Error::Kind::ServerFailed);
            QCOMPARE(session->state(), State::Active);
            QTest::qWait(10);
        }
        QVERIFY(renewed);
        QVERIFY(since.elapsed() >= 120 + 200 + 200);
        QCOMPARE(f.server.tokenPosts().size(), 4);
    }

    void dayOffline_endsWithOneRenewal()
    {
        SessionFixture f;
        f.keep(300s);
        const quint16 port = f.server.serverPort();
        const auto session = f.openSession();
        f.server.close();
        const auto first = f.ask(*session);
        COMPARE_TOKEN(first, "access-1");
        f.clockOffset = 24 * 3600;
        for (int i = 0; i < 3; ++i) {
            QTest::qWait(40);
            const auto token = f.ask(*session);
            COMPARE_ERROR(token, Error::Kind::Offline);
            QCOMPARE(session->state(), State::Active);
            QCOMPARE(f.journal().read().phase, Phase::Kept);
        }
        QVERIFY(f.server.listen(QHostAddress::LocalHost, port));
        QTest::qWait(40);
        const auto back = f.ask(*session);
        COMPARE_TOKEN(back, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void killedWhileSending_isStillSignedInAtTheNextStart()
    {
        SessionFixture f;
        f.keep(300s);
        f.server.faults = {Fault::Hang};
        auto session = f.openSession();
        f.ask(*session);
        QTRY_COMPARE(f.server.tokenPosts().size(), 1);
        session.reset();
        QCOMPARE(f.journal().read().phase, Phase::Renewing);
        const auto next = f.openSession();
        QCOMPARE(next->state(), State::Active);
        QTest::qWait(150);
        const auto token = f.ask(*next);
        COMPARE_TOKEN(token, "access-1");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void killedAfterStoring_needsNoRenewal()
    {
        SessionFixture f;
        f.keep(-1s);
        AccessTokens stored = f.firstTokens(2h);
        stored.accessToken = "access-2";
        stored.generation = 2;
        f.vault.write(f.account, toItemText(stored), &f.context, [](const auto &) {});
        f.journal().write({.phase = Phase::Renewing, .generation = 1, .tries = 1});
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        f.server.refreshToken = "refresh-1";
        f.clockOffset = 7300;
        const auto later = f.ask(*session);
        QTRY_COMPARE(later->size(), 1);
        QVERIFY(later->first().has_value());
        QCOMPARE(f.vault.items.value(f.account).generation, 3);
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void keychainRolledBack_getsOneTry()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.refreshToken = "refresh-2";
        f.journal().write({.phase = Phase::Kept, .generation = 2});
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
        QCOMPARE(session->problem().kind, Error::Kind::Interrupted);
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QCOMPARE(f.openSession()->state(), State::Ended);
    }

    void lostJournal_isNoReasonToSignOut()
    {
        SessionFixture f;
        f.keep(-1s);
        QVERIFY(QFile::remove(f.journal().lockPath().chopped(5)));
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(f.journal().read().generation, 2);
    }

    void withoutAJournal_nothingIsSent()
    {
        SessionFixture f;
        f.keep(300s);
        QFile file(f.place.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        f.folder = file.fileName() + QStringLiteral("/folder");
        const auto session = f.openSession();
        QCOMPARE(session->state(), State::Active);
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-1");
        f.clockOffset = 301;
        QTest::qWait(40);
        const auto late = f.ask(*session);
        COMPARE_ERROR(late, Error::Kind::Storage);
        QVERIFY(f.server.tokenPosts().isEmpty());
        QCOMPARE(session->state(), State::Active);
    }

    void lockedKeyring_isUnreachableAndUnharmed()
    {
        SessionFixture f;
        f.keep(2h);
        f.vault.isLocked = true;
        const auto session = f.openSession();
        QCOMPARE(session->state(), State::KeychainUnreachable);
        QCOMPARE(session->problem().kind, Error::Kind::Storage);
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::Storage);
        QCOMPARE(f.vault.writes, 0);
        f.vault.isLocked = false;
        session->open(f.account);
        const auto again = f.ask(*session);
        COMPARE_TOKEN(again, "access-1");
    }

    void keyringLockedMeanwhile_stopsTheRenewalBeforeItIsSent()
    {
        SessionFixture f;
        f.keep(300s);
        const auto session = f.openSession();
        f.vault.isLocked = true;
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-1");
        QCOMPARE(session->state(), State::Active);
        f.clockOffset = 301;
        QTest::qWait(40);
        const auto late = f.ask(*session);
        COMPARE_ERROR(late, Error::Kind::Storage);
        QCOMPARE(session->state(), State::KeychainUnreachable);
        QVERIFY(f.server.tokenPosts().isEmpty());
    }

    void pairThatCannotBeStored_isUsedAndHeldOnTo()
    {
        SessionFixture f;
        f.keep(-1s);
        const auto session = f.openSession();
        const auto other = f.openSession();
        QSignalSpy warnings(session.get(), &Session::keepingFailed);
        f.vault.refusesWrites = true;
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(warnings.size(), 1);
        QVERIFY(!session->isKept());
        QVERIFY(session->isUnkept());
        const auto elsewhere = f.ask(*other); // must not send the old one
        QTest::qWait(100);
        QVERIFY(elsewhere->isEmpty());
        f.vault.refusesWrites = false;
        QTRY_VERIFY(session->isKept());
        QVERIFY(!session->isUnkept());
        COMPARE_TOKEN(elsewhere, "access-2");
        QCOMPARE(f.vault.items.value(f.account).generation, 2);
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void pairThatCannotBeStored_isRenewedAllTheSame()
    {
        SessionFixture f;
        f.keep(-1s);
        const auto session = f.openSession();
        f.vault.refusesWrites = true;
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QTest::qWait(150);
        f.vault.isLocked = true;
        f.clockOffset = 7300;
        const auto next = f.ask(*session);
        COMPARE_TOKEN(next, "access-3");
        f.vault.isLocked = f.vault.refusesWrites = false;
        QTRY_VERIFY(session->isKept());
        QCOMPARE(f.vault.items.value(f.account).generation, 3);
    }

    void signInThatCannotBeStored_worksForThisRun()
    {
        SessionFixture f;
        f.vault.isLocked = true;
        const auto session = f.makeSession();
        QList<Result<Done>> kept;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().error().kind, Error::Kind::Storage);
        QVERIFY(!session->isKept());
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-1");
        f.vault.isLocked = false;
        QTRY_VERIFY(session->isKept());
        QCOMPARE(f.vault.items.value(f.account).accessToken, QByteArray("access-1"));
    }

    void renewalWithoutRefreshToken_keepsTheOldOne()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.faults = {Fault::NoRefresh};
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-1"));
    }

    void unreadableItem_isNotWrittenOver()
    {
        SessionFixture f;
        f.vault.write(f.account, QStringLiteral("not ours"), &f.context, [](const auto &) {});
        f.vault.writes = 0;
        const auto session = f.openSession();
        QCOMPARE(session->state(), State::Ended);
        QCOMPARE(session->problem().kind, Error::Kind::Storage);
        QCOMPARE(f.vault.writes, 0);
    }
};

QTEST_GUILESS_MAIN(TestRenewalFaults)
#include "tst_renewalfaults.moc"
