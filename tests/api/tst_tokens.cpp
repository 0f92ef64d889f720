// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "testserver.h"

#include <QTest>

/// What a client does when its token is refused.
class TestTokens : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    FixedTokens m_tokens;
    std::unique_ptr<RestClient> m_client;
    Taken m_taken;

    void get()
    {
        m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, this, m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
    }

    void post()
    {
        m_client->post(QStringLiteral("/scheduling_links"), {{QStringLiteral("max_event_count"), 1}}, this,
                       m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
    }

    int gets() const { return m_server->count("GET /users/me"); }

private slots:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_tokens = {};
        m_taken = {};
        m_client = std::make_unique<RestClient>(m_server->url(), m_tokens.source(), systemClock(), quickLimits());
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void refusedToken_isRenewedOnceForReadsAndWrites()
    {
        m_server->answer("GET /users/me", QJsonObject(), 401);
        m_server->answer("GET /users/me", userAnswer());
        m_server->answer("POST /scheduling_links", QJsonObject(), 401);
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        get();
        QVERIFY(m_taken.answers.first());
        QCOMPARE(m_server->requests().last().headers.value("authorization"), QByteArray("Bearer second-token"));
        m_taken = {};
        m_tokens.renewed = "third-token";
        post();
        QVERIFY(m_taken.answers.first());
        QCOMPARE(m_server->requests().last().headers.value("authorization"), QByteArray("Bearer third-token"));
        QCOMPARE(m_server->requests().last().body, QByteArray("{\"max_event_count\":1}"));
        QCOMPARE(m_tokens.renewals, 2);
    }

    void tokenRefusedForEver_signsOutWithoutALoop()
    {
        m_server->answer("GET /users/me", QJsonObject(), 401);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::SignedOut);
        QCOMPARE(gets(), 2);
        QCOMPARE(m_tokens.renewals, 1);
    }

    void renewalThatBringsTheSameToken_isNotSentAgain()
    {
        m_tokens.renewed = m_tokens.token;
        m_server->answer("GET /users/me", QJsonObject(), 401);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::SignedOut);
        QCOMPARE(gets(), 1);
    }

    void failedRenewal_keepsItsOwnReason()
    {
        m_tokens.renewalError = Error{.kind = Error::Kind::Offline};
        m_server->answer("GET /users/me", QJsonObject(), 401);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Offline);
        QCOMPARE(gets(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
