// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin.h"
#include "tokenserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;
using Fault = TokenServer::Fault;

namespace {

QByteArrayList logged;
QtMessageHandler printing = nullptr;

void keepAndPrint(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged << text.toUtf8();
    printing(type, context, text);
}

} // namespace

/// A sign-in, the server behind it, and what the user's browser does, as raw HTTP.
class Attempt
{
public:
    explicit Attempt(QUrl redirectUri = {})
        : signIn({.url = server.url(), .clientId = QStringLiteral("client/+id"), .redirectUri = std::move(redirectUri)},
                 [this] { return QDateTime::currentDateTimeUtc().addSecs(clockOffset); }, nullptr,
                 {.attemptCheck = 20ms, .tokenCall = 400ms, .browserRequest = 300ms})
    {
        QObject::connect(&signIn, &SignIn::finished, &signIn, [this](const auto &tokens) { results << tokens; });
    }

    void start() { signIn.start({QStringLiteral("users:read"), QStringLiteral("webhooks:write")}); }

    QByteArray asked(const char *name) const
    {
        return QUrlQuery(signIn.authorizationUrl()).queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
    }
    QByteArray state() const { return asked("state"); }
    QUrl redirectUri() const { return QUrl(QString::fromUtf8(asked("redirect_uri"))); }
    QUrl answer(const QByteArray &query) const { return QUrl::fromEncoded(asked("redirect_uri") + "?" + query); }
    QByteArray goodQuery() const { return "code=abc&state=" + state(); }

    /// Sends `pieces` one after the other and returns what came until the connection was closed.
    QByteArray browse(const QByteArrayList &pieces) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(redirectUri().port()));
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 1000))
            return "not connected";
        for (const QByteArray &piece : pieces) {
            socket.write(piece);
            socket.flush();
            QTest::qWait(pieces.size() > 1 ? 20 : 0);
        }
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 3000))
            return "still open";
        return answer + socket.readAll();
    }
    QByteArray host() const { return "Host: 127.0.0.1:" + QByteArray::number(redirectUri().port()) + "\r\n"; }
    QByteArray get(const QByteArray &query) const
    {
        return browse({"GET /callback?" + query + " HTTP/1.1\r\n" + host() + "\r\n"});
    }

    TokenServer server;
    qint64 clockOffset = 0;
    SignIn signIn;
    QList<Result<AccessTokens>> results;
};

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        printing = qInstallMessageHandler(keepAndPrint);
        QLoggingCategory::setFilterRules(QStringLiteral("qt.networkauth.*=true"));
        quietenNetworkAuth();
        quietenNetworkAuth();
    }

    void request_asksForTheScopesWithProofKeyAndState()
    {
        Attempt a;
        QSignalSpy ready(&a.signIn, &SignIn::authorizationReady);
        a.start();
        QCOMPARE(ready.size(), 1);
        QVERIFY(a.signIn.isUnderWay());
        QCOMPARE(a.signIn.authorizationUrl().path(), QStringLiteral("/oauth/authorize"));
        QCOMPARE(a.asked("response_type"), QByteArray("code"));
        QCOMPARE(a.asked("client_id"), QByteArray("client/+id"));
        QCOMPARE(a.asked("scope"), QByteArray("users:read webhooks:write"));
        QCOMPARE(a.asked("code_challenge_method"), QByteArray("S256"));
        QCOMPARE(a.asked("code_challenge").size(), 43);
        QCOMPARE(a.state().size(), 43);
        QVERIFY(a.redirectUri().port() > 0);
        QCOMPARE(a.redirectUri().host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(QUrlQuery(a.signIn.authorizationUrl()).queryItems().size(), 7);
    }

    void everyAttempt_hasAStateAndAChallengeOfItsOwn()
    {
        Attempt a;
        QSet<QByteArray> seen;
        for (int i = 0; i < 5; ++i) {
            a.start();
            seen << a.state() << a.asked("code_challenge");
        }
        QCOMPARE(seen.size(), 10);
        QVERIFY(a.results.isEmpty());
    }

    void goodAnswer_signsIn()
    {
        Attempt a;
        a.start();
        const QByteArray challenge = a.asked("code_challenge");
        const QByteArray redirect = a.asked("redirect_uri");
        const QByteArray page = a.get(a.goodQuery());
        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QVERIFY(page.contains("close this tab"));
        QVERIFY(page.contains("Content-Security-Policy: default-src 'none'"));
        QVERIFY(page.contains("Cache-Control: no-store"));
        QVERIFY(page.contains("Referrer-Policy: no-referrer"));
        QVERIFY(!page.contains("abc"));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
        const AccessTokens tokens = *a.results.first();
        QCOMPARE(tokens.accessToken, QByteArray("access-2"));
        QCOMPARE(tokens.refreshToken, QByteArray("refresh-2"));
        QCOMPARE(tokens.owner, QUrl(QStringLiteral("https://api.example.com/users/mara")));
        QCOMPARE(tokens.scopes, (QStringList{QStringLiteral("users:read"), QStringLiteral("scheduled_events:write")}));
        QVERIFY(!a.signIn.isUnderWay());
        QVERIFY(a.signIn.authorizationUrl().isEmpty());

        QCOMPARE(a.server.tokenPosts().size(), 1);
        auto form = a.server.tokenPosts().first().form;
        const QByteArray verifier = form.take("code_verifier");
        QCOMPARE(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                 challenge);
        const QMap<QByteArray, QByteArray> expected{{"grant_type", "authorization_code"},
                                                    {"code", "abc"},
                                                    {"client_id", "client/+id"},
                                                    {"redirect_uri", redirect}};
        QCOMPARE(form, expected);
    }

    void declined_isSaidAtOnce()
    {
        Attempt a;
        a.start();
        const QByteArray page = a.get("error=access_denied&state=" + a.state());
        QVERIFY(page.contains("declined"));
        QTRY_COMPARE_WITH_TIMEOUT(a.results.size(), 1, 1000);
        QCOMPARE(a.results.first().error().kind, Error::Kind::NotAllowed);
        QVERIFY(a.server.tokenPosts().isEmpty());
        a.start();
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 2);
        QVERIFY(a.results.last().has_value());
    }

    void forgedAnswers_areIgnoredAndTheRightOneStillCounts_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("wrong state") << QByteArray("code=evil&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("no state") << QByteArray("code=evil");
        QTest::newRow("empty state") << QByteArray("code=evil&state=");
        QTest::newRow("error without state") << QByteArray("error=access_denied");
        QTest::newRow("two states") << QByteArray("code=evil&state=x&state=STATE");
        QTest::newRow("two codes") << QByteArray("code=evil&state=STATE&code=abc");
        QTest::newRow("no code") << QByteArray("state=STATE");
        QTest::newRow("NUL") << QByteArray("code=a%00b&state=STATE");
        QTest::newRow("not UTF-8") << QByteArray("code=%ff%fe&state=STATE");
        QTest::newRow("nothing") << QByteArray();
    }

    void forgedAnswers_areIgnoredAndTheRightOneStillCounts()
    {
        QFETCH(QByteArray, query);
        Attempt a;
        a.start();
        query.replace("STATE", a.state());
        QVERIFY(a.get(query).startsWith("HTTP/1.1 400 "));
        QVERIFY(!a.signIn.deliver(a.answer(query)));
        QVERIFY(a.signIn.isUnderWay());
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
        QCOMPARE(a.server.tokenPosts().size(), 1);
        QCOMPARE(a.server.tokenPosts().first().form.value("code"), QByteArray("abc"));
    }

    void sameAnswerTwice_isExchangedOnce()
    {
        Attempt a;
        a.server.faults = {Fault::Slow};
        a.start();
        const QUrl url = a.answer(a.goodQuery());
        QVERIFY(a.signIn.deliver(url));
        QVERIFY(a.signIn.deliver(url));
        QVERIFY(a.get(a.goodQuery()).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.server.tokenPosts().size(), 1);
        QVERIFY(!a.signIn.deliver(url));
    }

    void oddCode_arrivesByteForByte()
    {
        Attempt a;
        a.start();
        a.get("code=a%2Bb%2Fc%3D%25d%26%20%C3%A9%2541&state=" + a.state());
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.server.tokenPosts().first().form.value("code"), QByteArray("a+b/c=%d& \xc3\xa9%41"));
    }

    void stoppedAttempt_ignoresWhatComesLate()
    {
        Attempt a;
        a.start();
        const QUrl url = a.answer(a.goodQuery());
        a.signIn.stop();
        QVERIFY(!a.signIn.isUnderWay());
        QVERIFY(!a.signIn.deliver(url));
        QTest::qWait(20);
        QVERIFY(a.results.isEmpty());
        QVERIFY(a.server.tokenPosts().isEmpty());
    }

    void attempt_endsAfterTenMinutes()
    {
        Attempt a;
        a.start();
        QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(a.signIn.endsAt()) - 600) <= 2);
        a.clockOffset = 590;
        QTest::qWait(50);
        QVERIFY(a.signIn.isUnderWay());
        a.clockOffset = 601;
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.results.first().error().kind, Error::Kind::TimedOut);
        QVERIFY(!a.signIn.isUnderWay());
    }

    void megabytesOfUrl_areRefusedAtOnce()
    {
        Attempt a;
        a.start();
        QElapsedTimer since;
        since.start();
        QVERIFY(!a.signIn.deliver(a.answer("code=" + QByteArray(1 << 20, 'a') + "&state=" + a.state())));
        QVERIFY(since.elapsed() < 100);
        const QByteArray answer = a.get("code=" + QByteArray(4 << 20, 'a'));
        QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 ")); // a reset may swallow the page
        QVERIFY(a.signIn.isUnderWay());
    }

    void receiver_takesHeadsInPieces()
    {
        Attempt a;
        a.start();
        const QByteArray query = a.goodQuery();
        const QByteArray page = a.browse({"GE", "T /callback?" + query.left(10), query.mid(10) + " HTTP/1.1\r\n",
                                          a.host(), "Accept: text/html\r\n\r", "\n"});
        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
    }

    void receiver_refusesWhatNoBrowserOfOursSends_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("POST") << QByteArray("POST /callback?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("405");
        QTest::newRow("HEAD") << QByteArray("HEAD /callback?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("405");
        QTest::newRow("path") << QByteArray("GET /other?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("longer path") << QByteArray("GET /callback2?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("icon") << QByteArray("GET /favicon.ico HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("foreign host") << QByteArray("GET /callback?QUERY HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                                      << QByteArray("400");
        QTest::newRow("no host") << QByteArray("GET /callback?QUERY HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("two hosts") << QByteArray("GET /callback?QUERY HTTP/1.1\r\nHOSTHOST\r\n") << QByteArray("400");
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
        QTest::newRow("raw bytes") << QByteArray("GET /callback?QUERY\xff HTTP/1.1\r\nHOST\r\n") << QByteArray("400");
    }

    void receiver_refusesWhatNoBrowserOfOursSends()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        Attempt a;
        a.start();
        request.replace("HOST", a.host()).replace("QUERY", a.goodQuery());
        QVERIFY(a.browse({request}).startsWith("HTTP/1.1 " + status + " "));
        QVERIFY(a.signIn.isUnderWay());
        QVERIFY(a.server.tokenPosts().isEmpty());
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
    }

    void receiver_hangsUpOnTheSlowAndOnTheMany()
    {
        Attempt a;
        a.start();
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 20; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress::LocalHost, quint16(a.redirectUri().port()));
        }
        const auto open = [&idle] {
            return std::count_if(idle.begin(), idle.end(),
                                 [](const auto &s) { return s->state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), 16);
        QTRY_COMPARE(open(), 0); // after their time
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
    }

    void takenPort_isSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Attempt a(QUrl(QStringLiteral("http://localhost:%1/cb").arg(other.serverPort())));
        a.start();
        QCOMPARE(a.results.size(), 1);
        QCOMPARE(a.results.first().error().kind, Error::Kind::Storage);
        QVERIFY(!a.signIn.isUnderWay());
        other.close();
        a.start();
        QCOMPARE(a.asked("redirect_uri"), "http://localhost:" + QByteArray::number(a.redirectUri().port()) + "/cb");
        const QByteArray host = "Host: localhost:" + QByteArray::number(a.redirectUri().port()) + "\r\n";
        a.browse({"GET /cb?" + a.goodQuery() + " HTTP/1.1\r\n" + host + "\r\n"});
        QTRY_COMPARE(a.results.size(), 2);
        QVERIFY(a.results.last().has_value());
    }

    void privateScheme_opensNoPortAndTakesWhatIsHandedOver()
    {
        Attempt a(QUrl(QStringLiteral("io.github.sundial-app:/signed-in")));
        a.start();
        QCOMPARE(a.asked("redirect_uri"), QByteArray("io.github.sundial-app:/signed-in"));
        QVERIFY(
            !a.signIn.deliver(QUrl(QStringLiteral("io.github.sundial-app:/other?") + QLatin1String(a.goodQuery()))));
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
        QCOMPARE(a.server.tokenPosts().first().form.value("redirect_uri"),
                 QByteArray("io.github.sundial-app:/signed-in"));
    }

    void unsafeAddresses_areRefused()
    {
        Attempt remote(QUrl(QStringLiteral("http://example.com/callback")));
        remote.start();
        QCOMPARE(remote.results.size(), 1);
        QCOMPARE(remote.results.first().error().kind, Error::Kind::Refused);
        SignIn plain(
            {.url = QUrl(QStringLiteral("http://example.com")), .clientId = QStringLiteral("x"), .redirectUri = {}},
            systemClock());
        QList<Result<AccessTokens>> results;
        connect(&plain, &SignIn::finished, this, [&results](const auto &tokens) { results << tokens; });
        plain.start({});
        QCOMPARE(results.size(), 1);
        QCOMPARE(results.first().error().kind, Error::Kind::Refused);
    }

    void badExchanges_endWithOnePost_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("closed") << int(Fault::CloseUnseen) << int(Error::Kind::Interrupted);
        QTest::newRow("answer lost") << int(Fault::LoseAnswer) << int(Error::Kind::Interrupted);
        QTest::newRow("cut") << int(Fault::CutBody) << int(Error::Kind::Interrupted);
        QTest::newRow("never") << int(Fault::Hang) << int(Error::Kind::Interrupted);
        QTest::newRow("page") << int(Fault::Html) << int(Error::Kind::Malformed);
        QTest::newRow("redirect") << int(Fault::Redirect) << int(Error::Kind::Refused);
        QTest::newRow("used code") << int(Fault::InvalidGrant) << int(Error::Kind::Refused);
        QTest::newRow("client") << int(Fault::InvalidClient) << int(Error::Kind::Refused);
        QTest::newRow("password") << int(Fault::BasicChallenge) << int(Error::Kind::Refused);
        QTest::newRow("busy") << int(Fault::Unavailable) << int(Error::Kind::ServerFailed);
    }

    void badExchanges_endWithOnePost()
    {
        QFETCH(int, fault);
        QFETCH(int, kind);
        Attempt a;
        TokenServer other;
        a.server.elsewhere = other.url();
        a.server.faults = {Fault(fault)};
        a.start();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(!a.results.first().has_value());
        QCOMPARE(int(a.results.first().error().kind), kind);
        QTest::qWait(20);
        QCOMPARE(a.server.tokenPosts().size(), 1);
        QVERIFY(other.tokenPosts().isEmpty());
        a.start();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 2);
        QVERIFY(a.results.last().has_value());
    }

    void deadServer_isOffline()
    {
        Attempt a;
        a.start();
        a.server.close();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.results.first().error().kind, Error::Kind::Offline);
    }

    void cancelWhileExchanging_worksAtOnce()
    {
        Attempt a;
        a.server.faults = {Fault::Hang};
        a.start();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.server.tokenPosts().size(), 1);
        a.signIn.stop();
        QVERIFY(!a.signIn.isUnderWay());
        QTest::qWait(500);
        QVERIFY(a.results.isEmpty());
    }

    void missingRefreshTokenAndScopes_areNoFault()
    {
        Attempt a;
        a.server.faults = {Fault::NoRefresh};
        a.server.scope.clear();
        a.start();
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first()->refreshToken.isEmpty());
        QVERIFY(a.results.first()->scopes.isEmpty());
        QVERIFY(!a.results.first()->isPersonal());
    }

    void signIn_canGoInTheMiddleOfAnything()
    {
        for (const Fault fault : {Fault::Hang, Fault::Slow, Fault::CloseUnseen, Fault::None}) {
            for (const int wait : {0, 1, 5, 20}) {
                TokenServer server;
                server.faults = {fault};
                auto signIn = std::make_unique<SignIn>(
                    AuthServer{.url = server.url(), .clientId = QStringLiteral("x"), .redirectUri = {}}, systemClock());
                signIn->start({});
                const QUrlQuery query(signIn->authorizationUrl());
                signIn->deliver(QUrl(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded)
                                     + QStringLiteral("?code=c&state=")
                                     + query.queryItemValue(QStringLiteral("state"))));
                QTest::qWait(wait);
                signIn.reset();
                QTest::qWait(5);
            }
        }
    }

    void signIn_canGoWhenItHasFinished()
    {
        TokenServer server;
        auto *signIn
            = new SignIn({.url = server.url(), .clientId = QStringLiteral("x"), .redirectUri = {}}, systemClock());
        QPointer<SignIn> alive(signIn);
        connect(signIn, &SignIn::finished, this, [signIn] { delete signIn; });
        signIn->start({});
        const QUrlQuery query(signIn->authorizationUrl());
        QVERIFY(
            signIn->deliver(QUrl(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded)
                                 + QStringLiteral("?code=c&state=") + query.queryItemValue(QStringLiteral("state")))));
        QTRY_VERIFY(!alive);
    }

    void logs_holdNoSecrets()
    {
        logged.clear();
        Attempt a;
        a.start();
        const QByteArray state = a.state();
        a.get("code=CANARY&state=" + state);
        QTRY_COMPARE(a.results.size(), 1);
        const QByteArray all = logged.join('\n');
        for (const QByteArray &secret :
             {QByteArray("CANARY"), state, QByteArray("access-2"), QByteArray("refresh-2"),
              QByteArray("/oauth/authorize"), a.server.tokenPosts().first().form.value("code_verifier")})
            QVERIFY2(!all.contains(secret), secret.constData());
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
