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

    QList<QByteArray> bearersOfPosts() const
    {
        QList<QByteArray> bearers;
        for (const TestServer::Request &request : m_server->requests("POST /scheduling_links"))
            bearers.append(request.headers.value("authorization"));
        return bearers;
    }

    /// What the client does when somebody else signs in.
    void signInAs(const QByteArray &token)
    {
        m_tokens.token = token;
        m_tokens.renewed = token;
        m_client->leaveSignIn();
    }

    /// The next account's reads work, and what waited for the last one was not sent with its token.
    void isNotSentAsB()
    {
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(!m_taken.answers.first());
        QCOMPARE(m_taken.error().kind, Error::Kind::Stopped);
        QVERIFY(!outcomeUnknown(m_taken.error()));
        m_server->answer("GET /users/me", userAnswer());
        m_taken = {};
        get(); // behind the write, had it stayed in line
        QVERIFY(m_taken.answers.first());
        QCOMPARE(m_server->requests("GET /users/me").last().headers.value("authorization"), QByteArray("Bearer B"));
        QCOMPARE(bearersOfPosts(), QList<QByteArray>{"Bearer A"});
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
        QCOMPARE(m_tokens.renewals, 2); // the second only tells that the new one is refused, too
    }

    void refusalThatIsNotCalendlys_renewsNothing_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("web page") << QByteArray("text/html") << QByteArray("<html>Please sign in</html>");
        QTest::newRow("other JSON") << QByteArray("application/json") << QByteArray(R"({"error":"proxy"})");
        QTest::newRow("nothing") << QByteArray("application/json") << QByteArray();
        QTest::newRow("web page that asks for a token") << QByteArray("text/html") << QByteArray("<html>Bearer</html>");
    }

    void refusalThatIsNotCalendlys_renewsNothing()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        TestServer::Answer answer{.status = 401, .body = body, .contentType = type};
        if (body.contains("Bearer"))
            answer.headers = {{"WWW-Authenticate", "Bearer"}};
        m_server->answer("GET /users/me", answer);
        m_server->answer("POST /scheduling_links", answer);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        m_taken = {};
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QVERIFY2(outcomeUnknown(m_taken.error()), "whoever refused it may have passed it on");
        QCOMPARE(m_tokens.renewals, 0);
        QCOMPARE(bearersOfPosts().size(), 1);
    }

    void refusalInTheWordsOfTokens_renews_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("challenge") << QByteArray("Bearer realm=\"api\", error=\"invalid_token\"") << QByteArray();
        QTest::newRow("bare challenge") << QByteArray("Bearer") << QByteArray();
        QTest::newRow("second challenge") << QByteArray("Basic realm=\"api\", Bearer") << QByteArray();
        QTest::newRow("error word") << QByteArray() << QByteArray(R"({"error":"invalid_token"})");
    }

    void refusalInTheWordsOfTokens_renews()
    {
        QFETCH(const QByteArray, challenge);
        QFETCH(const QByteArray, body);
        TestServer::Answer answer{.status = 401, .body = body};
        if (!challenge.isEmpty())
            answer.headers = {{"WWW-Authenticate", challenge}};
        m_server->answer("GET /users/me", answer);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::SignedOut);
        QVERIFY(m_tokens.renewals > 0);
        QCOMPARE(gets(), 2);
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

    void writeThatGotNoToken_wasNotDone_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("refusedBefore");
        using Kind = Error::Kind;
        const std::initializer_list<std::pair<const char *, Kind>> kinds{
            {"503", Kind::ServerFailed}, {"too late", Kind::TimedOut}, {"closed", Kind::Interrupted}, {"web page", Kind::Malformed}};
        for (const auto &[name, kind] : kinds) {
            QTest::addRow("%s, before it was sent", name) << kind << false;
            QTest::addRow("%s, after a refusal", name) << kind << true;
        }
    }

    void writeThatGotNoToken_wasNotDone()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, refusedBefore);
        TokenSource source = m_tokens.source();
        if (refusedBefore) {
            m_tokens.renewalError = Error{.kind = kind};
            m_server->answer("POST /scheduling_links", QJsonObject(), 401);
        } else {
            source.token = [kind](QObject *, TokenSource::Then then) { then(Unexpected(Error{.kind = kind})); };
        }
        m_client = std::make_unique<RestClient>(m_server->url(), source, systemClock(), quickLimits());
        post();
        QVERIFY(!m_taken.answers.first());
        QVERIFY(!outcomeUnknown(m_taken.error()));
        QCOMPARE(bearersOfPosts().size(), refusedBefore ? 1 : 0);
    }

    void writeThatWaitsOutALimit_isNotSentWithTheNextSignIn()
    {
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", QJsonObject(), 429, {{"X-RateLimit-Reset", "60"}}); // cut to 300 ms
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        QTRY_VERIFY(m_client->budget().blockedUntil.isValid()); // sent and held back, not just in line
        QCOMPARE(m_client->budget().waiting, 1);
        signInAs("B");
        isNotSentAsB();
    }

    void writeThatWasNeverSent_isNotSentWithTheNextSignIn()
    {
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", QJsonObject(), 429, {{"X-RateLimit-Reset", "60"}});
        m_client->post(QStringLiteral("/scheduling_links"), {}, nullptr, {});
        QTRY_VERIFY(m_client->budget().blockedUntil.isValid());
        QCOMPARE(m_client->budget().waiting, 1);
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        QTRY_COMPARE(m_client->budget().waiting, 2);
        signInAs("B");
        isNotSentAsB();
    }

    void writeRefusedWhileSigningOut_isNotRepeatedWithTheNextSignIn()
    {
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", QJsonObject(), 401);
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        connect(m_server.get(), &TestServer::asked, m_client.get(), [this] { signInAs("B"); });
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        isNotSentAsB();
        QCOMPARE(m_tokens.renewals, 0);
    }

    void writeThatWaitsForARenewal_isNotRepeatedWithTheNextSignIn()
    {
        TokenSource::Then renewed;
        TokenSource source = m_tokens.source();
        source.renewed = [&renewed](const QByteArray &, QObject *, TokenSource::Then then) { renewed = std::move(then); };
        m_client = std::make_unique<RestClient>(m_server->url(), source, systemClock(), quickLimits());
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", QJsonObject(), 401);
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        QTRY_VERIFY(renewed);
        signInAs("B");
        renewed(QByteArray("B"));
        isNotSentAsB();
    }

    void writeWhoseTokenComesLate_isNotSentWithTheNextSignIn()
    {
        QList<TokenSource::Then> waiters;
        TokenSource source = m_tokens.source();
        source.token = [&waiters](QObject *, TokenSource::Then then) { waiters.append(std::move(then)); };
        m_client = std::make_unique<RestClient>(m_server->url(), source, systemClock(), quickLimits());
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        QTRY_COMPARE(waiters.size(), 1);
        m_client->leaveSignIn();
        waiters.first()(QByteArray("B"));
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_taken.error().kind, Error::Kind::Stopped);
        QCOMPARE(m_server->count(), 0);
    }

    void limitOfTheSignInThatWasLeft_holdsTheNextOneNotUp_data()
    {
        QTest::addColumn<bool>("onItsWay");
        QTest::newRow("reached before it was left") << false;
        QTest::newRow("told afterwards") << true;
    }

    void limitOfTheSignInThatWasLeft_holdsTheNextOneNotUp()
    {
        QFETCH(const bool, onItsWay);
        RestLimits limits = quickLimits();
        limits.longestWait = std::chrono::seconds(30);
        m_client = std::make_unique<RestClient>(m_server->url(), m_tokens.source(), systemClock(), limits);
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", QJsonObject(), 429, {{"Retry-After", "20"}});
        if (onItsWay)
            connect(m_server.get(), &TestServer::asked, m_client.get(), [this] { signInAs("B"); });
        m_client->post(QStringLiteral("/scheduling_links"), {}, this, m_taken.then());
        if (!onItsWay) {
            QTRY_VERIFY(m_client->budget().blockedUntil.isValid());
            signInAs("B");
        }
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(m_client->budget().blockedUntil.isNull());
        isNotSentAsB();
    }

    void writeOnItsWay_isJudgedByItsAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("done") << 201;
        QTest::newRow("refused") << 400;
        QTest::newRow("unknown") << 503;
    }

    void writeOnItsWay_isJudgedByItsAnswer()
    {
        QFETCH(const int, status);
        m_tokens.token = "A";
        m_server->answer("POST /scheduling_links", userAnswer(), status);
        connect(m_server.get(), &TestServer::asked, m_client.get(), [this] { signInAs("B"); });
        post();
        QCOMPARE(bool(m_taken.answers.first()), status == 201);
        if (status != 201)
            QCOMPARE(outcomeUnknown(m_taken.error()), status == 503);
        QCOMPARE(bearersOfPosts(), QList<QByteArray>{"Bearer A"});
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
