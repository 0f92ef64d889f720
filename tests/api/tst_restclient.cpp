// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "faultproxy.h"
#include "testserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using std::chrono::milliseconds;
using Fault = FaultProxy::Fault;

class TestRestClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    FixedTokens m_tokens;
    std::unique_ptr<RestClient> m_client;
    Taken m_taken;

    void use(const QUrl &url, const RestLimits &limits = quickLimits())
    {
        m_client = std::make_unique<RestClient>(url, m_tokens.source(), systemClock(), limits);
    }

    void get(const QString &path = QStringLiteral("/users/me"))
    {
        m_client->get(path, {}, Urgency::Now, this, m_taken.then());
        QCOMPARE(m_taken.answers.size(), 0);
        QTRY_VERIFY(m_taken.isOne());
    }

    void post()
    {
        m_client->post(QStringLiteral("/scheduling_links"), {{QStringLiteral("max_event_count"), 1}}, this,
                       m_taken.then());
        QCOMPARE(m_taken.answers.size(), 0);
        QTRY_VERIFY(m_taken.isOne());
    }

    void spoil(const Fault &fault, int connections = -1)
    {
        m_proxy = std::make_unique<FaultProxy>(m_server->port());
        m_proxy->set(fault, connections);
        use(m_proxy->url());
    }

    int gets() const { return m_server->count("GET /users/me"); }
    int posts() const { return m_server->count("POST /scheduling_links"); }

private slots:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_tokens = {};
        m_taken = {};
        use(m_server->url());
    }

    void cleanup()
    {
        m_client.reset();
        m_proxy.reset();
        m_server.reset();
    }

    void request_saysWhoAsksAndGivesAwayNothingElse()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2"));
        m_server->answer("GET /users/me", userAnswer(), 200, {{"Set-Cookie", "spy=1"}});
        get();
        QVERIFY(m_taken.answers.first());
        m_taken = {};
        get();
        const TestServer::Request request = m_server->requests().last();
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer first-token"));
        QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
        QCOMPARE(request.headers.value("user-agent"), QByteArray("Sundial/1.2"));
        QVERIFY(!request.headers.contains("cookie"));
    }

    void query_isEncodedSoThatAPlusStaysAPlus()
    {
        m_server->answer("GET /users/me", userAnswer());
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("email"), QStringLiteral("a+b@example.org"));
        m_client->get(QStringLiteral("/users/me"), query, Urgency::Now, this, m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
        QCOMPARE(m_server->requests().first().target, QByteArray("/users/me?email=a%2Bb%40example.org"));
    }

    void oddPath_isRefusedUnsent_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"", "users/me", "/../admin", "/users/..", "//evil.example/x", "/users/%2e%2e",
                                 "/users?x=1", "/users#x", "/a b"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void oddPath_isRefusedUnsent()
    {
        QFETCH(QString, path);
        get(path);
        QCOMPARE(m_taken.error().kind, Error::Kind::Refused);
        QCOMPARE(m_server->count(), 0);
    }

    void plainHttp_isRefusedBeyondThisMachine()
    {
        use(QUrl(QStringLiteral("http://api.example.org")));
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Refused);
        QVERIFY(!outcomeUnknown(m_taken.error()));
    }

    void tokenWithLineBreak_isNotSent_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("line break") << QByteArray("abc\r\nCookie: pwned=1");
        QTest::newRow("blank") << QByteArray("abc def");
        QTest::newRow("umlaut") << QByteArray("abc\xC3\xA4");
        QTest::newRow("nul") << QByteArray("abc\0d", 5);
        QTest::newRow("empty") << QByteArray();
    }

    void tokenWithLineBreak_isNotSent()
    {
        QFETCH(QByteArray, token);
        m_tokens.token = token;
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::SignedOut);
        QCOMPARE(m_server->count(), 0);
    }

    void redirect_isNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void redirect_isNotFollowed()
    {
        QFETCH(int, status);
        TestServer foreign;
        const QByteArray there = foreign.url().toEncoded() + "/users/me";
        m_server->answer("GET /users/me", TestServer::Answer{.status = status, .headers = {{"Location", there}}});
        m_server->answer("POST /scheduling_links",
                         TestServer::Answer{.status = status, .headers = {{"Location", there}}});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        m_taken = {};
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QCOMPARE(gets(), 1);
        QCOMPARE(posts(), 1);
        QCOMPARE(foreign.count(), 0);
    }

    void compressedAnswer_isRefused()
    {
        m_server->answer("GET /users/me", TestServer::Answer{.body = "{}", .headers = {{"Content-Encoding", "gzip"}}});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QCOMPARE(gets(), 1);
    }

    void webPage_isCalledOne()
    {
        QSignalSpy reached(m_client.get(), &RestClient::reachedServer);
        m_server->answer("GET /users/me",
                         TestServer::Answer{.body = "<html>Welcome to the hotel</html>", .contentType = "text/html"});
        m_server->answer("GET /users/me", userAnswer());
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QVERIFY(m_taken.error().message.contains(QStringLiteral("web page")));
        QCOMPARE(reached.last().first().toBool(), false);
        m_taken = {};
        get();
        QVERIFY(m_taken.answers.first());
        QCOMPARE(reached.last().first().toBool(), true);
    }

    void pageThatForbids_isNotCalledAQuestionOfRoleOrPlan()
    {
        m_server->answer("GET /users/me", TestServer::Answer{.status = 403, .body = "<html>Blocked</html>", .contentType = "text/html"});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QVERIFY(m_taken.error().message.contains(QStringLiteral("web page")));
    }

    void jsonUnderAnotherName_isRefused()
    {
        m_server->answer("GET /users/me", TestServer::Answer{.body = "{}", .contentType = "text/plain"});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
    }

    void bigAnswer_isReadWhole()
    {
        const QByteArray filler(400 * 1024, 'x');
        m_server->answer("GET /users/me", TestServer::Answer{.body = "{\"resource\":{\"filler\":\"" + filler + "\"}}"});
        get();
        QVERIFY(m_taken.answers.first());
        const QJsonObject resource = m_taken.answers.first()->value(QStringLiteral("resource")).toObject();
        QCOMPARE(resource.value(QStringLiteral("filler")).toString().size(), filler.size());
    }

    void bigBrokenAnswer_isMalformed()
    {
        m_server->answer("GET /users/me",
                         TestServer::Answer{.body = "{\"a\":1e400,\"b\":\"" + QByteArray(300 * 1024, 'x') + "\"}"});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
    }

    void announcedTooBig_endsAtOnce()
    {
        m_server->answer("GET /users/me", TestServer::Answer{.body = QByteArray(600 * 1024, ' ')});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QCOMPARE(gets(), 1);
    }

    void endlessAnswer_endsAtTheCap()
    {
        spoil({.kind = Fault::Kind::Flood});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QVERIFY(m_proxy->answerBytesSent() < 16 * 1024 * 1024);
    }

    void silentServer_timesOutAndReadsAreTriedAgain()
    {
        m_server->answer("GET /users/me", TestServer::Answer{.silent = true});
        m_server->answer("GET /users/me", userAnswer());
        get();
        QVERIFY(m_taken.answers.first());
        QCOMPARE(gets(), 2);
    }

    void drippingAnswer_endsAtTheDeadline()
    {
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        spoil({.kind = Fault::Kind::DripAnswer, .bytes = 100, .every = milliseconds(50)});
        QElapsedTimer clock;
        clock.start();
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::TimedOut);
        QVERIFY(clock.elapsed() >= 850);
        QCOMPARE(posts(), 1);
    }

    void stalledAnswer_endsAtTheIdleLimit()
    {
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        spoil({.kind = Fault::Kind::StallAnswer, .bytes = 40});
        QElapsedTimer clock;
        clock.start();
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::TimedOut);
        QVERIFY(clock.elapsed() < 850);
    }

    void cutAnswer_isReadAgain()
    {
        m_server->answer("GET /users/me", userAnswer());
        spoil({.kind = Fault::Kind::CutAnswer, .bytes = 120}, 1);
        get();
        QVERIFY(m_taken.answers.first());
        QVERIFY(gets() >= 2);
    }

    void cutAnswer_forEverIsInterrupted()
    {
        m_server->answer("GET /users/me", userAnswer());
        spoil({.kind = Fault::Kind::CutAnswer, .bytes = 120});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Interrupted);
    }

    void garbage_isInterrupted()
    {
        spoil({.kind = Fault::Kind::Garbage});
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Interrupted);
    }

    void deadServer_isOfflineAndSaysNoAddress()
    {
        const QUrl url = m_server->url();
        m_server.reset();
        use(url);
        QSignalSpy reached(m_client.get(), &RestClient::reachedServer);
        get();
        QCOMPARE(m_taken.error().kind, Error::Kind::Offline);
        QVERIFY(!m_taken.error().message.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(reached.size(), quickLimits().tries);
        QCOMPARE(reached.last().first().toBool(), false);
        m_taken = {};
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::Offline);
        QVERIFY(!outcomeUnknown(m_taken.error()));
    }

    void serversClock_isKnownFromItsAnswers_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("ours is slow") << 1;
        QTest::newRow("ours is fast") << -3;
    }

    void serversClock_isKnownFromItsAnswers()
    {
        QFETCH(const int, hours);
        const QDateTime ours(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
        const QDateTime theirs = ours.addSecs(hours * 3600);
        m_client = std::make_unique<RestClient>(m_server->url(), m_tokens.source(), [ours] { return ours; }, quickLimits());
        QCOMPARE(m_client->serverNow(), ours);
        const QByteArray date = QLocale::c().toString(theirs, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() + " GMT";
        m_server->answer("GET /users/me", userAnswer(), 200, {{"Date", date}});
        get();
        QVERIFY(qAbs(m_client->serverNow().secsTo(theirs)) < 30); // it tells seconds, of a moment while the answer was on its way
        QCOMPARE(m_client->now(), ours);
        m_server->answer("GET /users/me", userAnswer(), 200, {{"Date", "yesterday"}});
        m_taken = {};
        get();
        m_taken = {};
        get();
        QVERIFY(qAbs(m_client->serverNow().secsTo(theirs)) < 30);
    }

    void slowAnswer_doesNotPutARightClockBack()
    {
        QDateTime ours(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
        m_client = std::make_unique<RestClient>(m_server->url(), m_tokens.source(), [&ours] { return ours; }, quickLimits());
        const QByteArray date = QLocale::c().toString(ours, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() + " GMT";
        ours = ours.addMSecs(900); // the rest of the second that it told
        m_server->answer("GET /users/me", userAnswer(), 200, {{"Date", date}});
        get();
        QCOMPARE(m_client->serverNow(), ours);
    }

    void readAfterServerTrouble_isRepeatedUpToItsTries_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("sent");
        QTest::newRow("500") << 500 << quickLimits().tries;
        QTest::newRow("503") << 503 << quickLimits().tries;
        QTest::newRow("501") << 501 << 1;
        QTest::newRow("404") << 404 << 1;
        QTest::newRow("424") << 424 << 1;
    }

    void readAfterServerTrouble_isRepeatedUpToItsTries()
    {
        QFETCH(int, status);
        QFETCH(int, sent);
        m_server->answer("GET /users/me", QJsonObject(), status);
        get();
        QCOMPARE(m_taken.error().httpStatus, status);
        QCOMPARE(gets(), sent);
    }

    void write_leavesOnce_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("dropped answer") << int(Fault::Kind::DropAnswer);
        QTest::newRow("cut head") << int(Fault::Kind::CutAnswer);
        QTest::newRow("garbage") << int(Fault::Kind::Garbage);
        QTest::newRow("stall") << int(Fault::Kind::StallAnswer);
    }

    void write_leavesOnce()
    {
        QFETCH(int, fault);
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        spoil({.kind = Fault::Kind(fault), .bytes = 20});
        post();
        QVERIFY(!m_taken.answers.first());
        QVERIFY(outcomeUnknown(m_taken.error()));
        QVERIFY(posts() <= 1);
        // Newer versions of Qt connect again before they find that there is nothing to send any more.
        QCOMPARE(m_proxy->requests().join().count("POST "), 1);
    }

    void write_isNotRepeatedAfterServerTrouble()
    {
        m_server->answer("POST /scheduling_links", QJsonObject(), 503);
        post();
        QCOMPARE(m_taken.error().kind, Error::Kind::ServerFailed);
        QCOMPARE(posts(), 1);
    }

    void limitOfAWriteApart_isToldAtOnceAndHoldsUpNothing()
    {
        m_server->answer("POST /invitees", QJsonObject(), 429, {{"Retry-After", "600"}});
        m_client->postApart(QStringLiteral("/invitees"), {}, this, m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(!m_taken.answers.first());
        QCOMPARE(m_taken.answers.first().error().kind, Error::Kind::RateLimited);
        QCOMPARE(m_server->count("POST /invitees"), 1);
        m_taken = {};
        m_server->answer("GET /users/me", userAnswer());
        get(); // waits for its answer
        QVERIFY(m_taken.answers.first());
    }

    void write_sendsItsBodyWithItsLength()
    {
        m_server->answer("POST /scheduling_links", userAnswer(), 201);
        post();
        QCOMPARE(m_server->requests().first().body, QByteArray("{\"max_event_count\":1}"));
        QCOMPARE(m_server->requests().first().headers.value("content-length"), QByteArray("21"));
        QCOMPARE(m_server->requests().first().headers.value("content-type"), QByteArray("application/json"));
    }

    void remove_isDoneWithoutABody()
    {
        m_server->answer("DELETE /webhook_subscriptions/W1", TestServer::Answer{.status = 204});
        m_client->remove(QStringLiteral("/webhook_subscriptions/W1"), this, m_taken.then());
        QTRY_VERIFY(m_taken.isOne());
        QVERIFY(m_taken.answers.first());
    }

    void pathOf_knowsItsOwnResources()
    {
        QCOMPARE(m_client->pathOf(QUrl(QStringLiteral("https://api.calendly.com/users/U1"))),
                 QStringLiteral("/users/U1"));
        QCOMPARE(m_client->pathOf(QUrl(m_server->url().toString() + QStringLiteral("/users/U1"))),
                 QStringLiteral("/users/U1"));
        QCOMPARE(m_client->pathOf(QUrl(QStringLiteral("https://evil.example/users/U1"))), QString());
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
