// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient.h"
#include "sessionfixture.h"
#include "testserver.h"

/// Requests of a client whose tokens come from a session: who renews, and how often.
class TestRenewedRequests : public QObject
{
    Q_OBJECT

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RestClient> m_client;
    QList<Result<QJsonObject>> m_answers;

    void get(int times)
    {
        for (int time = 0; time < times; ++time)
            m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, this, [this](const Result<QJsonObject> &answer) { m_answers.append(answer); });
        QTRY_COMPARE(m_answers.size(), times);
    }

    void refuse(int times)
    {
        for (int time = 0; time < times; ++time)
            m_server->answer("GET /users/me", QJsonObject(), 401);
    }

    int renewals() const { return static_cast<int>(m_fixture->server.tokenPosts().size()); }

private slots:
    void init()
    {
        m_answers.clear();
        m_fixture = std::make_unique<SessionFixture>();
        m_fixture->limits.betweenRenewals = 60s; // none but the first within a test
        m_fixture->keep(1h);
        m_session = m_fixture->openSession();
        QVERIFY(m_session && m_session->state() == Session::State::Active);
        m_server = std::make_unique<TestServer>();
        const TokenSource tokens{[this](QObject *context, TokenSource::Then then) { m_session->token(context, std::move(then)); },
                                 [this](const QByteArray &refused, QObject *context, TokenSource::Then then) {
                                     m_session->renewedToken(refused, context, std::move(then));
                                 }};
        m_client = std::make_unique<RestClient>(m_server->url(), tokens, systemClock(), RestLimits());
    }

    void cleanup()
    {
        m_client.reset();
        m_session.reset();
        m_server.reset();
        m_fixture.reset();
    }

    void eightRequestsWithOneOldToken_renewOnce()
    {
        RestLimits limits;
        refuse(limits.inFlight); // those that leave before the first is answered
        m_server->answer("GET /users/me", QJsonObject{{QStringLiteral("resource"), QJsonObject()}});
        get(8);
        for (const Result<QJsonObject> &answer : std::as_const(m_answers))
            QVERIFY(answer);
        QCOMPARE(renewals(), 1);
        QCOMPARE(m_session->state(), Session::State::Active);
    }

    void oneRequestWhoseRenewedTokenIsRefused_endsTheSignIn()
    {
        refuse(1); // for ever
        get(1);
        QCOMPARE(m_answers.first().error().kind, Error::Kind::SignedOut);
        QCOMPARE(m_server->count(), 2);
        QCOMPARE(renewals(), 1);
        QCOMPARE(m_session->state(), Session::State::Ended);
        QCOMPARE(m_session->problem().kind, Error::Kind::SignedOut);
        m_answers.clear();
        get(1); // is not sent any more
        QCOMPARE(m_server->count(), 2);
        QCOMPARE(renewals(), 1);
    }

    void manyRequestsWhoseRenewedTokensAreRefused_endWithoutALoop()
    {
        refuse(1);
        get(8);
        for (const Result<QJsonObject> &answer : std::as_const(m_answers))
            QCOMPARE(answer.error().kind, Error::Kind::SignedOut);
        QVERIFY(m_server->count() <= 16);
        QCOMPARE(renewals(), 1);
        QCOMPARE(m_session->state(), Session::State::Ended);
    }
};

QTEST_GUILESS_MAIN(TestRenewedRequests)
#include "tst_renewedrequests.moc"
