// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

#include <QSignalSpy>

using Fault = TokenServer::Fault;

/// Sessions whose server and keychain do what they should.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void freshToken_isGivenWithoutAskingTheServer()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        QCOMPARE(session->state(), Session::State::Active);
        QVERIFY(session->isKept());
        QVERIFY(!session->isPersonal());
        QCOMPARE(session->scopes(), QStringList{QStringLiteral("users:read")});
        const auto token = f.ask(*session);
        QVERIFY(token->isEmpty()); // answers come later
        COMPARE_TOKEN(token, "access-1");
        QVERIFY(f.server.tokenPosts().isEmpty());
    }

    void tokenAskedForWhileOpening_waitsForTheKeychain()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.makeSession();
        session->open(f.account);
        QCOMPARE(session->state(), Session::State::Opening);
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-1");
    }

    void tenMinutesLeft_areReasonToRenew()
    {
        SessionFixture f;
        f.keep(590s);
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(f.vault.items.value(f.account).generation, 2);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-2"));
        QCOMPARE(f.journal().read().phase, JournalEntry::Phase::Kept);
        QCOMPARE(f.journal().read().generation, 2);
    }

    void tokenThatLivesShort_isRenewedInTheLastQuarterOfItsLife()
    {
        SessionFixture f;
        f.keep(-1s);
        f.limits.betweenRenewals = 0ms; // only the life of a token holds a renewal back
        f.server.expiresIn = 300;
        const auto session = f.openSession();
        const auto other = f.openSession();
        for (; f.clockOffset < 900; f.clockOffset += 10) {
            const auto token = f.ask(*session);
            QTRY_COMPARE(token->size(), 1);
            QVERIFY(token->first().has_value());
            const auto elsewhere = f.ask(*other); // takes from the keychain what has been renewed there
            QTRY_COMPARE(elsewhere->size(), 1);
            QCOMPARE(*elsewhere->first(), *token->first());
        }
        QCOMPARE(f.server.tokenPosts().size(), 4);
        QCOMPARE(f.vault.items.value(f.account).lifetime, 300s);
    }

    void renewal_sendsWhatANativeClientSends()
    {
        SessionFixture f;
        AccessTokens odd = f.firstTokens(1s);
        odd.refreshToken = "rt/1x=+&%2B";
        f.server.refreshToken = odd.refreshToken;
        f.vault.write(f.account, toItemText(odd), &f.context, [](const auto &) {});
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        const QMap<QByteArray, QByteArray> expected{
            {"grant_type", "refresh_token"}, {"refresh_token", odd.refreshToken}, {"client_id", "client/+id"}};
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QCOMPARE(f.server.tokenPosts().first().form, expected);
        QVERIFY(f.server.tokenPosts().first().head.toLower().contains("user-agent: sundial"));
    }

    void eightRequests_shareOneRenewal()
    {
        SessionFixture f;
        f.keep(-1s);
        const auto session = f.openSession();
        QList<SessionFixture::Answers> tokens;
        for (int i = 0; i < 8; ++i)
            tokens << f.ask(*session);
        for (const auto &token : tokens) {
            COMPARE_TOKEN(token, "access-2");
        }
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void twoProcesses_shareOneRenewal()
    {
        SessionFixture f;
        f.keep(-1s);
        const auto one = f.openSession();
        const auto two = f.openSession();
        f.server.faults = {Fault::Slow};
        const auto first = f.ask(*one);
        const auto second = f.ask(*two);
        COMPARE_TOKEN(first, "access-2");
        COMPARE_TOKEN(second, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void refusedToken_isRenewedOnceForAll()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        const auto first = f.ask(*session, "access-1");
        const auto second = f.ask(*session, "access-1");
        COMPARE_TOKEN(first, "access-2");
        COMPARE_TOKEN(second, "access-2");
        const auto late = f.ask(*session, "access-1");
        COMPARE_TOKEN(late, "access-2");
        QCOMPARE(f.server.tokenPosts().size(), 1);
    }

    void refusedAgainRightAfterTheRenewal_endsWithoutALoop()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        const auto first = f.ask(*session, "access-1");
        COMPARE_TOKEN(first, "access-2");
        const auto second = f.ask(*session, "access-2");
        COMPARE_ERROR(second, Error::Kind::SignedOut);
        QCOMPARE(session->state(), Session::State::Ended);
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QCOMPARE(f.vault.items.value(f.account).refreshToken, QByteArray("refresh-2"));
    }

    void clockThatJumps_renewsOnceAndNeverSignsOut()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        f.clockOffset = 3 * 3600;
        for (int i = 0; i < 3; ++i) {
            const auto token = f.ask(*session);
            COMPARE_TOKEN(token, "access-2");
        }
        f.clockOffset = -3 * 3600;
        const auto back = f.ask(*session);
        COMPARE_TOKEN(back, "access-2");
        f.clockOffset = 3 * 3600 + 7300;
        const auto again = f.ask(*session);
        COMPARE_TOKEN(again, "access-2"); // looks old, but was made just now
        QCOMPARE(f.server.tokenPosts().size(), 1);
        QCOMPARE(session->state(), Session::State::Active);
    }

    void freshSignIn_isStoredBeforeItIsUsed()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        QList<Result<Done>> kept;
        session->adopt(f.account, f.firstTokens(2h), &f.context, [&kept](const auto &done) { kept << done; });
        QCOMPARE(session->state(), Session::State::Opening);
        const auto token = f.ask(*session);
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(kept.first().has_value());
        COMPARE_TOKEN(token, "access-1");
        QVERIFY(session->isKept());
        QCOMPARE(f.vault.items.value(f.account).generation, 1);
        QCOMPARE(f.openSession()->state(), Session::State::Active);
    }

    void secondSignIn_outranksTheFirst()
    {
        SessionFixture f;
        f.keep(2h);
        const auto session = f.openSession();
        AccessTokens fresh = f.firstTokens(2h);
        fresh.accessToken = "other";
        fresh.generation = 0;
        QList<Result<Done>> kept;
        session->adopt(f.account, fresh, &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(f.vault.items.value(f.account).generation, 2);
        QCOMPARE(f.vault.items.value(f.account).accessToken, QByteArray("other"));
    }

    void signInWithoutRefreshToken_lastsForThisRunOnly()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        AccessTokens tokens = f.firstTokens(2h);
        tokens.refreshToken.clear();
        QList<Result<Done>> kept;
        session->adopt(f.account, tokens, &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().error().kind, Error::Kind::Storage);
        QVERIFY(!session->isKept());
        QCOMPARE(f.vault.writes, 0);
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-1");
        f.clockOffset = 7300;
        const auto late = f.ask(*session);
        COMPARE_ERROR(late, Error::Kind::SignedOut);
        QCOMPARE(session->state(), Session::State::Ended);
    }

    void personalToken_isKeptAndEndsWithTheFirstRefusal()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        session->adopt(f.account, {.accessToken = "personal"}, &f.context, [](const auto &) {});
        QTRY_COMPARE(session->state(), Session::State::Active);
        QVERIFY(session->isPersonal());
        QVERIFY(session->isKept());
        const auto reopened = f.openSession();
        QVERIFY(reopened->isPersonal());
        f.clockOffset = 1000000;
        const auto token = f.ask(*reopened);
        COMPARE_TOKEN(token, "personal");
        const auto refused = f.ask(*reopened, "personal");
        COMPARE_ERROR(refused, Error::Kind::SignedOut);
        QCOMPARE(reopened->state(), Session::State::Ended);
        QVERIFY(f.server.tokenPosts().isEmpty());
    }

    void withoutAKeychain_signInLastsForThisRunAndIsNotTakenForLocked()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        session->adopt(f.account, f.firstTokens(-1s), &f.context, [](const auto &) {});
        QTRY_COMPARE(session->state(), Session::State::Active);
        QVERIFY(session->isKept());
        f.vault.isLasting = false; // as when it turns out only now what the vault is
        QVERIFY(!session->isKept());
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QVERIFY(!session->isKept());
        const auto sameRun = f.openSession();
        QCOMPARE(sameRun->state(), Session::State::Active);
        f.vault.remove(f.account, &f.context, [](const auto &) {});
        const auto nextRun = f.openSession();
        QCOMPARE(nextRun->state(), Session::State::None);
    }

    void unstoredToken_leavesNoTrace()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        session->useUnstored("personal");
        QCOMPARE(session->state(), Session::State::Active);
        QVERIFY(!session->isKept());
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "personal");
        QCOMPARE(f.vault.writes, 0);
    }

    void tokensWithLineEnds_areNotTaken()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        session->useUnstored("a\r\nCookie: b");
        QCOMPARE(session->state(), Session::State::Ended);
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
        QList<Result<Done>> kept;
        session->adopt(f.account, {.accessToken = "a b"}, &f.context, [&kept](const auto &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().error().kind, Error::Kind::Malformed);
    }

    void damagedJournal_isNotCountedOn_data()
    {
        QTest::addColumn<QByteArray>("phase");
        for (const char *phase : {"kept", "renewing", "ended", "signed out"})
            QTest::newRow(phase) << QByteArray(phase);
    }

    void damagedJournal_isNotCountedOn()
    {
        QFETCH(const QByteArray, phase);
        SessionFixture f;
        f.keep(-1s);
        QFile file(f.journal().lockPath().chopped(5));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"phase\":\"" + phase + "\",\"generation\":2147483647,\"tries\":2147483647}");
        file.close();
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(f.vault.items.value(f.account).generation, 2);
        const auto ended = f.signOut(*session);
        QTRY_COMPARE(ended->size(), 1);
        QVERIFY(f.vault.items.isEmpty());
        QCOMPARE(f.journal().read().generation, 3);
    }

    void damagedItem_isNotCountedOn()
    {
        SessionFixture f;
        AccessTokens damaged = f.firstTokens(-1s);
        damaged.generation = 2147483647;
        f.vault.put(f.account, toItemText(damaged));
        const auto session = f.openSession();
        QCOMPARE(session->state(), Session::State::Ended);
        const auto kept = std::make_shared<QList<Result<Done>>>();
        session->adopt(f.account, f.firstTokens(2h), &f.context, [kept](const Result<Done> &done) { kept->append(done); });
        QTRY_COMPARE(kept->size(), 1);
        QVERIFY(kept->first().has_value());
        QCOMPARE(f.vault.items.value(f.account).generation, 1);
    }

    void nobodySignedIn_isSaid()
    {
        SessionFixture f;
        const auto session = f.makeSession();
        QCOMPARE(session->state(), Session::State::None);
        const auto token = f.ask(*session);
        COMPARE_ERROR(token, Error::Kind::SignedOut);
    }

    void contextThatIsGone_isNotCalled()
    {
        SessionFixture f;
        f.keep(-1s);
        const auto session = f.openSession();
        auto context = std::make_unique<QObject>();
        session->token(context.get(), [](const auto &) { QFAIL("nobody is there"); });
        context.reset();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
    }

    void session_canGoInTheMiddleOfAnything()
    {
        for (const Fault fault : {Fault::Hang, Fault::Slow, Fault::None, Fault::CloseUnseen}) {
            for (const int wait : {0, 1, 5, 20}) {
                SessionFixture f;
                f.keep(-1s);
                auto session = f.openSession();
                f.server.faults = {fault};
                f.ask(*session);
                QTest::qWait(wait);
                session.reset();
                QTest::qWait(5);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
