// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "testserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using std::chrono::milliseconds;

/// How requests live, wait and die: contexts, the client's end, the rate budget.
class TestRequestLife : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    FixedTokens m_tokens;
    std::unique_ptr<RestClient> m_client;
    Taken m_taken;

    void use(const RestLimits &limits = quickLimits())
    {
        m_client = std::make_unique<RestClient>(m_server->url(), m_tokens.source(), systemClock(), limits);
    }

    void get(const QString &path, Urgency urgency = Urgency::Now)
    {
        m_client->get(path, {}, urgency, this, m_taken.then());
    }

    static TestServer::Headers rate(int limit, int remaining, int reset)
    {
        return {{"X-RateLimit-Limit", QByteArray::number(limit)},
                {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                {"X-RateLimit-Reset", QByteArray::number(reset)}};
    }

private slots:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_tokens = {};
        m_taken = {};
        use();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void readDiesWithItsContext()
    {
        m_server->answer("GET /slow", TestServer::Answer{.silent = true});
        m_server->answer("GET /next", userAnswer());
        auto context = std::make_unique<QObject>();
        int calls = 0;
        m_client->get(QStringLiteral("/slow"), {}, Urgency::Now, context.get(),
                      [&calls](const Result<QJsonObject> &) { ++calls; });
        QTRY_COMPARE(m_server->count("GET /slow"), 1);
        context.reset();
        QTest::qWait(int(quickLimits().idle.count()) + 100); // longer than the try would have lasted
        QCOMPARE(calls, 0);
        QCOMPARE(m_server->count("GET /slow"), 1);
    }

    void readOfADeadContext_isNotEvenSent()
    {
        auto context = std::make_unique<QObject>();
        m_client->get(QStringLiteral("/slow"), {}, Urgency::Now, context.get(), m_taken.then());
        context.reset();
        get(QStringLiteral("/next"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_server->count("GET /slow"), 0);
    }

    void deadReads_giveTheirPlacesBack()
    {
        m_server->answer("GET /slow", TestServer::Answer{.silent = true});
        m_server->answer("GET /next", userAnswer());
        auto context = std::make_unique<QObject>();
        for (int i = 0; i < quickLimits().inFlight; ++i)
            m_client->get(QStringLiteral("/slow"), {}, Urgency::Now, context.get(), {});
        QTRY_COMPARE(m_server->count("GET /slow"), quickLimits().inFlight);
        QElapsedTimer clock;
        clock.start();
        context.reset();
        get(QStringLiteral("/next"));
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(clock.elapsed() < quickLimits().idle.count());
    }

    void writeOutlivesItsContext()
    {
        m_server->answer("POST /scheduling_links", QJsonObject(), 401);
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        auto context = std::make_unique<QObject>();
        m_client->post(QStringLiteral("/scheduling_links"), {}, context.get(), m_taken.then());
        context.reset();
        QTRY_COMPARE(m_server->count("POST /scheduling_links"), 2);
        get(QStringLiteral("/next"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_server->count("POST /scheduling_links"), 2);
    }

    void clientDeletedMidRequest_callsNobody()
    {
        m_server->answer("GET /slow", TestServer::Answer{.silent = true});
        m_server->answer("POST /slow", TestServer::Answer{.silent = true});
        get(QStringLiteral("/slow"));
        m_client->post(QStringLiteral("/slow"), {}, this, m_taken.then());
        get(QStringLiteral("/queued"), Urgency::Background);
        QTRY_VERIFY(m_server->count() >= 2);
        m_client.reset();
        QTest::qWait(int(quickLimits().idle.count()) + 50);
        QVERIFY(m_taken.answers.size() <= 1); // the queued one may have been answered before
    }

    void clientDeletedInItsOwnCallback_isFine()
    {
        m_server->answer("GET /users/me", userAnswer());
        bool called = false;
        m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, this,
                      [this, &called](const Result<QJsonObject> &) {
                          called = true;
                          m_client.reset();
                      });
        get(QStringLiteral("/other"));
        QTRY_VERIFY(called);
        QVERIFY(!m_client);
    }

    void clientDeletedWhenATokenFails_isFine()
    {
        m_tokens.token.clear();
        bool called = false;
        m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, this,
                      [this, &called](const Result<QJsonObject> &) {
                          called = true;
                          m_client.reset();
                      });
        QTRY_VERIFY(called);
    }

    void contextDeletedInItsOwnCallback_isFine()
    {
        m_server->answer("GET /users/me", userAnswer());
        auto *context = new QObject;
        int calls = 0;
        for (int i = 0; i < 3; ++i) {
            m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, context,
                          [context, &calls](const Result<QJsonObject> &) {
                              ++calls;
                              delete context;
                          });
        }
        QTRY_COMPARE(calls, 1);
        get(QStringLiteral("/other"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(calls, 1);
    }

    void contextDeletedWhenReachedIsTold_isFine()
    {
        m_server->answer("GET /users/me", userAnswer());
        auto *context = new QObject;
        int calls = 0;
        connect(m_client.get(), &RestClient::reachedServer, this,
                [&context] { delete std::exchange(context, nullptr); });
        m_client->get(QStringLiteral("/users/me"), {}, Urgency::Now, context,
                      [&calls](const Result<QJsonObject> &) { ++calls; });
        QTRY_VERIFY(!context);
        get(QStringLiteral("/other"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(calls, 0);
    }

    void onlyAFewAreInFlight_urgentOnesFirst()
    {
        m_server->answer("GET /slow", TestServer::Answer{.silent = true});
        RestLimits limits = quickLimits();
        limits.tries = 1;
        limits.inFlight = 2;
        use(limits);
        get(QStringLiteral("/slow"));
        get(QStringLiteral("/slow"));
        get(QStringLiteral("/background"), Urgency::Background);
        get(QStringLiteral("/urgent"));
        QTRY_COMPARE(m_server->count("GET /slow"), 2);
        QCOMPARE(m_server->count(), 2);
        QCOMPARE(m_client->budget().waiting, 2);
        QTRY_COMPARE(m_taken.answers.size(), 4);
        QCOMPARE(m_server->requests().at(2).path, QStringLiteral("/urgent"));
        QCOMPARE(m_server->requests().at(3).path, QStringLiteral("/background"));
    }

    void sixAreInFlightByDefault()
    {
        m_server->answer("GET /slow", TestServer::Answer{.silent = true});
        for (int i = 0; i < 10; ++i)
            get(QStringLiteral("/slow"));
        QTRY_COMPARE(m_client->budget().waiting, 4);
        QTRY_COMPARE(m_server->count(), 6);
        QTest::qWait(50);
        QCOMPARE(m_server->count(), 6);
    }

    void rateLimited_everythingWaitsThenGoesOn()
    {
        m_server->answer("GET /users/me", QJsonObject(), 429, rate(500, 0, 20)); // cut to 300 ms by the limits
        m_server->answer("GET /users/me", userAnswer());
        m_server->answer("GET /other", userAnswer());
        QSignalSpy changed(m_client.get(), &RestClient::budgetChanged);
        QElapsedTimer clock;
        clock.start();
        get(QStringLiteral("/users/me"));
        QTRY_VERIFY(m_client->budget().blockedUntil.isValid());
        get(QStringLiteral("/other"));
        QTRY_COMPARE(m_client->budget().waiting, 2);
        QCOMPARE(m_server->count(), 1);
        QVERIFY(!changed.isEmpty());
        QTRY_COMPARE(m_taken.answers.size(), 2);
        QVERIFY(clock.elapsed() >= 300);
        QVERIFY(m_taken.answers.at(0) && m_taken.answers.at(1));
        QVERIFY(m_client->budget().blockedUntil.isNull());
        QCOMPARE(m_client->budget().waiting, 0);
    }

    void rateLimitedWrite_isSentAgainSinceNothingHappened()
    {
        m_server->answer("POST /scheduling_links", QJsonObject(), 429, {{"Retry-After", "0"}});
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(m_taken.answers.first());
        QCOMPARE(m_server->count(), 2);
    }

    void rateLimitedForEver_saysWhenToComeBack()
    {
        m_server->answer("GET /users/me", QJsonObject(), 429, {{"Retry-After", "0"}});
        get(QStringLiteral("/users/me"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_taken.error().kind, Error::Kind::RateLimited);
        QVERIFY(m_taken.error().retryAfter.has_value());
        QCOMPARE(m_server->count(), quickLimits().tries);
    }

    void lowBudget_holdsBackgroundOnlyUntilTheWindowEnds_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("remaining");
        QTest::newRow("paid") << 500 << 60;
        QTest::newRow("free: twenty stay for the user") << 50 << 19;
    }
    void lowBudget_holdsBackgroundOnlyUntilTheWindowEnds()
    {
        QFETCH(const int, limit);
        QFETCH(const int, remaining);
        m_server->answer("GET /users/me", userAnswer(), 200, rate(limit, remaining, 60)); // window cut to 300 ms by the limits
        m_server->answer("GET /urgent", userAnswer());
        m_server->answer("GET /background", userAnswer());
        get(QStringLiteral("/users/me"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_client->budget().limit, limit);
        QCOMPARE(m_client->budget().remaining, remaining);
        QVERIFY(m_client->budget().resetsAt.isValid());
        QElapsedTimer clock;
        clock.start();
        get(QStringLiteral("/background"), Urgency::Background);
        get(QStringLiteral("/urgent"));
        QTRY_COMPARE(m_server->count("GET /urgent"), 1);
        QCOMPARE(m_server->count("GET /background"), 0);
        QTRY_COMPARE(m_server->count("GET /background"), 1);
        QVERIFY(clock.elapsed() >= 150);
        QTRY_COMPARE(m_taken.answers.size(), 3);
    }

    /// Many links, one after the other, while the past is still being read.
    void lowBudget_leavesMoreToARunThanToReadingAhead_data()
    {
        QTest::addColumn<int>("remaining");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("what reading ahead has left") << 19 << true;
        QTest::newRow("what stays for the user") << 9 << false;
    }
    void lowBudget_leavesMoreToARunThanToReadingAhead()
    {
        QFETCH(const int, remaining);
        QFETCH(const bool, goesOn);
        m_server->answer("GET /users/me", userAnswer(), 200, rate(50, remaining, 60));
        m_server->answer("GET /background", userAnswer());
        m_server->answer("POST /run", userAnswer());
        m_server->answer("GET /urgent", userAnswer());
        get(QStringLiteral("/users/me"));
        QTRY_VERIFY(m_taken.isOne());
        get(QStringLiteral("/background"), Urgency::Background);
        m_client->post(QStringLiteral("/run"), {}, this, m_taken.then(), Urgency::Background);
        get(QStringLiteral("/urgent"));
        QTRY_COMPARE(m_server->count("GET /urgent"), 1);
        if (goesOn)
            QTRY_COMPARE(m_server->count("POST /run"), 1);
        QCOMPARE(m_server->count("POST /run"), goesOn ? 1 : 0);
        QCOMPARE(m_server->count("GET /background"), 0);
        QTRY_COMPARE(m_taken.answers.size(), 4); // when the window ends
        QCOMPARE(m_server->count("POST /run"), 1);
    }

    void ampleBudget_holdsNothing()
    {
        m_server->answer("GET /users/me", userAnswer(), 200, rate(500, 400, 60));
        get(QStringLiteral("/users/me"), Urgency::Background);
        QTRY_VERIFY(m_taken.isOne());
        QElapsedTimer clock;
        clock.start();
        get(QStringLiteral("/users/me"), Urgency::Background);
        QTRY_COMPARE(m_taken.answers.size(), 2);
        QVERIFY(clock.elapsed() < 250);
    }

    void oddRateHeaders_changeNothing()
    {
        m_server->answer("GET /users/me", userAnswer(), 200,
                         {{"X-RateLimit-Limit", "many"},
                          {"X-RateLimit-Remaining", "-7"},
                          {"X-RateLimit-Reset", "99999999999999999999"}});
        get(QStringLiteral("/users/me"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_client->budget(), RateBudget());
    }
};

QTEST_GUILESS_MAIN(TestRequestLife)
#include "tst_requestlife.moc"
