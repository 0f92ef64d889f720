// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using Fault = TokenServer::Fault;
using Phase = JournalEntry::Phase;
using State = Session::State;

/// Renewals in networks that lose answers, or give their own.
class TestRenewalNetwork : public QObject
{
    Q_OBJECT

private slots:
    void lostAnswers_keepTheSignIn_untilTheServerSaysAWord()
    {
        SessionFixture f;
        f.keep(-1s);
        f.server.faults = {Fault::CloseUnseen, Fault::Hang, Fault::CloseUnseen};
        const auto session = f.openSession();
        for (int posts = 1; posts <= 3; ++posts) {
            const auto lost = f.ask(*session);
            QTRY_COMPARE_WITH_TIMEOUT(lost->size(), 1, 10000);
            QVERIFY(!lost->first().has_value());
            QCOMPARE(f.server.tokenPosts().size(), posts);
            QCOMPARE(session->state(), State::Active);
            QCOMPARE(f.journal().read().phase, Phase::Renewing);
            const auto tooSoon = f.ask(*session);
            QTRY_COMPARE(tooSoon->size(), 1);
            QCOMPARE(f.server.tokenPosts().size(), posts);
            QTest::qWait(250);
        }
        f.server.refreshToken = "refresh-2"; // one of them was done
        const auto late = f.ask(*session);
        COMPARE_ERROR(late, Error::Kind::SignedOut);
        QCOMPARE(session->problem().kind, Error::Kind::Interrupted);
        QCOMPARE(f.server.tokenPosts().size(), 4);
        QCOMPARE(f.openSession()->problem().kind, Error::Kind::Interrupted);
    }

    void aNetworkWithItsOwnSignIn_endsNone_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("page") << int(Fault::Html);
        QTest::newRow("redirect") << int(Fault::Redirect);
        QTest::newRow("refusal") << int(Fault::Forbidden);
    }

    void aNetworkWithItsOwnSignIn_endsNone()
    {
        QFETCH(int, fault);
        SessionFixture f;
        TokenServer portal;
        f.server.elsewhere = portal.url();
        f.keep(-1s);
        f.server.faults = {Fault(fault), Fault(fault), Fault(fault)};
        for (int posts = 1; posts <= 3; ++posts) { // each time by another process, which has no gap to keep but the journal's
            const auto session = f.openSession();
            const auto token = f.ask(*session);
            COMPARE_ERROR(token, Error::Kind::Malformed);
            QCOMPARE(session->state(), State::Active);
            const auto tooSoon = f.ask(*session);
            COMPARE_ERROR(tooSoon, Error::Kind::Malformed);
            QCOMPARE(f.server.tokenPosts().size(), posts);
            f.clockOffset += 30;
        }
        QVERIFY(portal.tokenPosts().isEmpty());
        const auto session = f.openSession();
        const auto token = f.ask(*session);
        COMPARE_TOKEN(token, "access-2");
        QCOMPARE(f.journal().read().phase, Phase::Kept);
    }
};

QTEST_GUILESS_MAIN(TestRenewalNetwork)
#include "tst_renewalnetwork.moc"
