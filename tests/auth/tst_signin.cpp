// SPDX-License-Identifier: GPL-3.0-or-later
#include "browserattempt.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSignalSpy>

namespace {

QByteArrayList logged;
QtMessageHandler printing = nullptr;

void keepAndPrint(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged << text.toUtf8();
    printing(type, context, text);
}

} // namespace

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
        BrowserAttempt a;
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
        BrowserAttempt a;
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
        BrowserAttempt a;
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
        BrowserAttempt a;
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

    void oddCode_arrivesByteForByte()
    {
        BrowserAttempt a;
        a.start();
        a.get("code=a%2Bb%2Fc%3D%25d%26%20%C3%A9%2541&state=" + a.state());
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.server.tokenPosts().first().form.value("code"), QByteArray("a+b/c=%d& \xc3\xa9%41"));
    }

    void attemptThatIsStoppedWhileThePairComes_givesItBack()
    {
        BrowserAttempt it;
        it.server.faults = {Fault::Slow};
        it.start();
        const quint16 port = quint16(it.redirectUri().port());
        it.get(it.goodQuery());
        QTRY_COMPARE(it.server.tokenPosts().size(), 1);
        it.signIn.stop();
        QVERIFY(!it.signIn.isUnderWay());
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress::LocalHost, port)); // the port is free for the next attempt
        QTRY_COMPARE(it.server.revocations().size(), 1);
        QCOMPARE(it.server.revocations().first().form.value("token"), it.server.refreshToken);
        QCOMPARE(it.server.revocations().first().form.value("client_id"), QByteArray("client/+id"));
        QVERIFY(it.results.isEmpty());
    }

    void attempt_endsAfterTenMinutes()
    {
        BrowserAttempt a;
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

    void privateScheme_opensNoPortAndTakesWhatIsHandedOver()
    {
        BrowserAttempt a(QUrl(QStringLiteral("io.github.sundial-app:/signed-in")));
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
        BrowserAttempt remote(QUrl(QStringLiteral("http://example.com/callback")));
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
        QTest::newRow("redirect") << int(Fault::Redirect) << int(Error::Kind::Malformed);
        QTest::newRow("used code") << int(Fault::InvalidGrant) << int(Error::Kind::Refused);
        QTest::newRow("client") << int(Fault::InvalidClient) << int(Error::Kind::Refused);
        QTest::newRow("password") << int(Fault::BasicChallenge) << int(Error::Kind::Refused);
        QTest::newRow("busy") << int(Fault::Unavailable) << int(Error::Kind::ServerFailed);
    }

    void badExchanges_endWithOnePost()
    {
        QFETCH(int, fault);
        QFETCH(int, kind);
        BrowserAttempt a;
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
        BrowserAttempt a;
        a.start();
        a.server.close();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.results.first().error().kind, Error::Kind::Offline);
    }

    void cancelWhileExchanging_worksAtOnce()
    {
        BrowserAttempt a;
        a.server.faults = {Fault::Hang};
        a.start();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.server.tokenPosts().size(), 1);
        a.signIn.stop();
        QVERIFY(!a.signIn.isUnderWay());
        QVERIFY(a.results.isEmpty());
        a.start();
        QVERIFY(a.signIn.deliver(a.answer(a.goodQuery())));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value()); // the new one's; the stopped one has said nothing
    }

    void missingRefreshTokenAndScopes_areNoFault()
    {
        BrowserAttempt a;
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
        BrowserAttempt a;
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
