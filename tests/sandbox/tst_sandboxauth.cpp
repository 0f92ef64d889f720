// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"
#include "sandboxserver.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace {

const QString redirectUri = u"http://127.0.0.1:49152/callback"_s;
const QString verifier = u"a-verifier-of-at-least-forty-three-letters-0123456789"_s;
const QString clientId = u"sundial-demo"_s;
const QString authorizePath = u"/oauth/authorize"_s;
const QString tokenPath = u"/oauth/token"_s;
const QByteArray webBasic = "Basic " + QByteArray("sundial-web:sundial-web-secret").toBase64();

QString challenge()
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The request that a native program sends the browser with.
Fields authorization()
{
    return {
        {u"client_id"_s, clientId},         {u"response_type"_s, u"code"_s},         {u"redirect_uri"_s, redirectUri},
        {u"code_challenge"_s, challenge()}, {u"code_challenge_method"_s, u"S256"_s}, {u"state"_s, u"st+a/t=e &%"_s}};
}

Fields with(Fields fields, const QString &name, const QString &value)
{
    for (auto &field : fields) {
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    }
    fields.emplaceBack(name, value);
    return fields;
}

Fields without(Fields fields, const QString &name)
{
    fields.removeIf([&](const auto &field) { return field.first == name; });
    return fields;
}

QString fieldOfRedirect(const Answer &answer, const QString &name)
{
    const QUrl url = QUrl::fromEncoded(answer.header("Location"), QUrl::StrictMode);
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

QString error(const Answer &answer)
{
    return answer.text(u"error"_s);
}

} // namespace

class SandboxAuthTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_server = std::make_unique<SandboxServer>(SandboxOptions{.meetings = 0});
        QVERIFY(m_server->listen());
        m_browser = std::make_unique<SandboxClient>(m_server->authUrl(), QString());
    }

    void roundTrip_signsInAsThePersonChosen()
    {
        const Answer answer = exchange(allow(u"mara"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(answer.text(u"token_type"_s), u"Bearer"_s);
        QCOMPARE(answer.json().value(u"expires_in"_s).toInt(), 7200);
        QCOMPARE(answer.text(u"access_token"_s).count(u'.'), 2);
        QVERIFY(answer.json().value(u"created_at"_s).toInt() > 0);
        const Answer me = use(answer);
        QCOMPARE(me.status, 200);
        QCOMPARE(me.resource().value(u"uri"_s).toString(), answer.text(u"owner"_s));
        QCOMPARE(me.resource().value(u"slug"_s).toString(), u"mara"_s);
    }

    void redirect_echoesStateLetterForLetter()
    {
        QCOMPARE(fieldOfRedirect(decide(u"mara"_s, u"allow"_s), u"state"_s), u"st+a/t=e &%"_s);
    }

    void denial_comesBackAsError()
    {
        const Answer answer = decide(u"mara"_s, u"deny"_s);
        QCOMPARE(answer.status, 302);
        QCOMPARE(fieldOfRedirect(answer, u"error"_s), u"access_denied"_s);
        QCOMPARE(fieldOfRedirect(answer, u"state"_s), u"st+a/t=e &%"_s);
    }

    void singleScopes_canBeDeclined()
    {
        const Fields asked = with(authorization(), u"scope"_s, u"users:read event_types:read"_s);
        const Answer page = m_browser->get(authorizePath, asked);
        QCOMPARE(page.body.count("type=\"checkbox\""), 2);
        Fields form = hiddenInputs(page.body);
        form.emplaceBack(u"person"_s, u"mara"_s);
        form.emplaceBack(u"allowed"_s, u"event_types:read"_s);
        form.emplaceBack(u"allowed"_s, u"scheduled_events:write"_s); // never asked for
        form.emplaceBack(u"decision"_s, u"allow"_s);
        const Answer tokens = exchange(fieldOfRedirect(m_browser->postForm(authorizePath, form), u"code"_s));
        QCOMPARE(tokens.text(u"scope"_s), u"event_types:read"_s);
        const Answer me = use(tokens);
        QCOMPARE(me.status, 403);
        QCOMPARE(me.json().value(u"required_scopes"_s).toArray(), QJsonArray{u"users:read"_s});
    }

    void wrongClientOrRedirect_isAPageAndNoRedirect_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("client") << u"client_id"_s << u"stranger"_s;
        QTest::newRow("host") << u"redirect_uri"_s << u"http://example.org/callback"_s;
        QTest::newRow("https loopback") << u"redirect_uri"_s << u"https://127.0.0.1/callback"_s;
        QTest::newRow("look-alike") << u"redirect_uri"_s << u"http://127.0.0.1.example.org/"_s;
        QTest::newRow("user info") << u"redirect_uri"_s << u"http://a@127.0.0.1:1/"_s;
        QTest::newRow("fragment") << u"redirect_uri"_s << u"http://127.0.0.1:1/#x"_s;
        QTest::newRow("scheme") << u"redirect_uri"_s << u"com.example:/x"_s;
        QTest::newRow("none") << u"redirect_uri"_s << QString();
    }
    void wrongClientOrRedirect_isAPageAndNoRedirect()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Answer answer = m_browser->get(authorizePath, with(authorization(), name, value));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.header("Content-Type").startsWith("text/html"));
        QVERIFY(answer.header("Location").isEmpty());
    }

    void goodRedirects_areTaken_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("localhost") << u"http://localhost:1234"_s;
        QTest::newRow("address") << u"http://127.0.0.1:61000/a/b?c=d"_s;
        QTest::newRow("private scheme") << u"io.github.sundial-app:/auth"_s;
        QTest::newRow("private scheme, host") << u"io.github.sundial-app://auth/calendly"_s;
    }
    void goodRedirects_areTaken()
    {
        QFETCH(QString, uri);
        QCOMPARE(m_browser->get(authorizePath, with(authorization(), u"redirect_uri"_s, uri)).status, 200);
    }

    void wrongRequest_comesBackAsError_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const auto invalid = u"invalid_request"_s;
        QTest::newRow("type") << u"response_type"_s << u"token"_s << u"unsupported_response_type"_s;
        QTest::newRow("no challenge") << u"code_challenge"_s << QString() << invalid;
        QTest::newRow("short challenge") << u"code_challenge"_s << u"abc"_s << invalid;
        QTest::newRow("plain") << u"code_challenge_method"_s << u"plain"_s << invalid;
        QTest::newRow("no method") << u"code_challenge_method"_s << QString() << invalid;
        QTest::newRow("scope") << u"scope"_s << u"everything"_s << u"invalid_scope"_s;
    }
    void wrongRequest_comesBackAsError()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Answer answer = m_browser->get(authorizePath, with(authorization(), name, value));
        QCOMPARE(answer.status, 302);
        QTEST(fieldOfRedirect(answer, u"error"_s), "error");
        QCOMPARE(fieldOfRedirect(answer, u"state"_s), u"st+a/t=e &%"_s);
    }

    void repeatedParameter_comesBackAsError()
    {
        Fields asked = authorization();
        asked.emplaceBack(u"state"_s, u"second"_s);
        QCOMPARE(fieldOfRedirect(m_browser->get(authorizePath, asked), u"error"_s), u"invalid_request"_s);
    }

    void code_worksOnceAndEndsItsTokensWhenItComesAgain()
    {
        const QString code = allow(u"mara"_s);
        const Answer first = exchange(code);
        QCOMPARE(first.status, 200);
        const Answer second = exchange(code);
        QCOMPARE(second.status, 400);
        QCOMPARE(error(second), u"invalid_grant"_s);
        QCOMPARE(use(first).status, 401);
        QCOMPARE(error(refresh(first)), u"invalid_grant"_s);
    }

    void code_livesTenMinutes()
    {
        const QString code = allow(u"mara"_s);
        m_server->advance(10min);
        QCOMPARE(error(exchange(code)), u"invalid_grant"_s);
    }

    void wrongExchange_isRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto grant = u"invalid_grant"_s;
        QTest::newRow("verifier") << u"code_verifier"_s << u"other"_s << 400 << grant;
        QTest::newRow("no verifier") << u"code_verifier"_s << QString() << 400 << grant;
        QTest::newRow("redirect") << u"redirect_uri"_s << u"http://127.0.0.1:2/"_s << 400 << grant;
        QTest::newRow("no redirect") << u"redirect_uri"_s << QString() << 400 << u"invalid_request"_s;
        QTest::newRow("code") << u"code"_s << u"other"_s << 400 << grant;
        QTest::newRow("type") << u"grant_type"_s << u"password"_s << 400 << u"unsupported_grant_type"_s;
        QTest::newRow("no type") << u"grant_type"_s << QString() << 400 << u"invalid_request"_s;
        QTest::newRow("client") << u"client_id"_s << u"stranger"_s << 401 << u"invalid_client"_s;
        QTest::newRow("web client") << u"client_id"_s << u"sundial-web"_s << 401 << u"invalid_client"_s;
        QTest::newRow("secret") << u"client_secret"_s << u"x"_s << 401 << u"invalid_client"_s;
    }
    void wrongExchange_isRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Answer answer = m_browser->postForm(tokenPath, with(exchangeForm(allow(u"mara"_s)), name, value));
        QTEST(answer.status, "status");
        QTEST(error(answer), "error");
    }

    void tokenRequest_mustBeAForm()
    {
        const Answer answer = m_browser->post(tokenPath, {{u"grant_type"_s, u"refresh_token"_s}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(error(answer), u"invalid_request"_s);
    }

    void refresh_rotatesAndTheOldTokenEndsAllWhenItComesAgain()
    {
        const Answer first = exchange(allow(u"mara"_s));
        const Answer second = refresh(first);
        QCOMPARE(second.status, 200);
        QVERIFY(second.text(u"refresh_token"_s) != first.text(u"refresh_token"_s));
        QVERIFY(second.text(u"access_token"_s) != first.text(u"access_token"_s));
        QCOMPARE(use(second).status, 200);
        QCOMPARE(error(refresh(first)), u"invalid_grant"_s);
        QCOMPARE(use(second).status, 401);
        QCOMPARE(error(refresh(second)), u"invalid_grant"_s);
    }

    void accessToken_livesTwoHours()
    {
        const Answer tokens = exchange(allow(u"mara"_s));
        m_server->advance(2h - 1min);
        QCOMPARE(use(tokens).status, 200);
        m_server->advance(1min);
        const Answer expired = use(tokens);
        QCOMPARE(expired.status, 401);
        QCOMPARE(expired.text(u"title"_s), u"Unauthenticated"_s);
        QCOMPARE(use(refresh(tokens)).status, 200);
    }

    void expiredTokenFault_isMendedByARenewal()
    {
        const Answer tokens = exchange(allow(u"mara"_s));
        m_server->failNext(u"GET /users/me"_s, sandbox::Fault{.kind = sandbox::Fault::Kind::ExpiredToken});
        QCOMPARE(use(tokens).status, 401);
        QCOMPARE(use(tokens).status, 401);
        QCOMPARE(use(refresh(tokens)).status, 200);
    }

    void revokedGrantFault_makesTheRenewalFail()
    {
        const Answer tokens = exchange(allow(u"mara"_s));
        m_server->failNext(u"POST /oauth/token"_s, sandbox::Fault{.kind = sandbox::Fault::Kind::RevokedGrant});
        QCOMPARE(error(refresh(tokens)), u"invalid_grant"_s);
        QCOMPARE(use(tokens).status, 401);
    }

    void tokenRequests_areLimitedToEightAMinute()
    {
        Answer tokens = exchange(allow(u"mara"_s));
        for (int i = 0; i < 7; ++i) {
            tokens = refresh(tokens);
            QCOMPARE(tokens.status, 200);
        }
        const Answer refused = refresh(tokens);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.header("X-RateLimit-Reset").toInt() > 0);
        QCOMPARE(use(tokens).status, 200); // the refresh token was not used up, nothing was revoked
    }

    void revoke_endsTheGrantWithoutASecret()
    {
        const Answer tokens = exchange(allow(u"mara"_s));
        const Fields form{{u"client_id"_s, clientId}, {u"token"_s, tokens.text(u"refresh_token"_s)}};
        const Answer answer = m_browser->postForm(u"/oauth/revoke"_s, form);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json(), QJsonObject());
        QCOMPARE(use(tokens).status, 401);
        QCOMPARE(m_browser->postForm(u"/oauth/revoke"_s, without(form, u"token"_s)).status, 400);
        QCOMPARE(m_browser->postForm(u"/oauth/revoke"_s, with(form, u"client_id"_s, u"sundial-web"_s)).status, 403);
    }

    void webClient_usesBasicAndMayIntrospect()
    {
        const Fields asked
            = without(without(with(authorization(), u"client_id"_s, u"sundial-web"_s), u"code_challenge"_s),
                      u"code_challenge_method"_s);
        Fields form = hiddenInputs(m_browser->get(authorizePath, asked).body);
        form.emplaceBack(u"person"_s, u"mara"_s);
        form.emplaceBack(u"allowed"_s, u"users:read"_s);
        form.emplaceBack(u"decision"_s, u"allow"_s);
        const QString code = fieldOfRedirect(m_browser->postForm(authorizePath, form), u"code"_s);
        const Fields exchangeOfWeb = without(without(exchangeForm(code), u"client_id"_s), u"code_verifier"_s);
        const Answer tokens = m_browser->postForm(tokenPath, exchangeOfWeb, webBasic);
        QCOMPARE(tokens.status, 200);

        const Fields question{{u"token"_s, tokens.text(u"access_token"_s)}};
        const Answer known = m_browser->postForm(u"/oauth/introspect"_s, question, webBasic);
        QCOMPARE(known.json().value(u"active"_s).toBool(), true);
        QCOMPARE(known.text(u"scope"_s), u"users:read"_s);
        QCOMPARE(known.text(u"owner"_s), tokens.text(u"owner"_s));
        QVERIFY(known.json().value(u"exp"_s).toInt() > known.json().value(u"iat"_s).toInt());
        QCOMPARE(m_browser->postForm(u"/oauth/introspect"_s, with(question, u"client_id"_s, clientId)).status, 401);
        m_server->advance(2h);
        const Answer over = m_browser->postForm(u"/oauth/introspect"_s, question, webBasic);
        QCOMPARE(over.json(), (QJsonObject{{u"active"_s, false}}));
    }

    void wrongSecret_isRefused()
    {
        const QByteArray wrong = "Basic " + QByteArray("sundial-web:guess").toBase64();
        const Fields form{{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, u"x"_s}};
        const Answer answer = m_browser->postForm(tokenPath, form, wrong);
        QCOMPARE(answer.status, 401);
        QCOMPARE(error(answer), u"invalid_client"_s);
    }

    void consentPage_escapesWhatCameWithTheRequest()
    {
        const Answer page = m_browser->get(authorizePath, with(authorization(), u"state"_s, u"\"><script>"_s));
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("<script>"));
    }

private:
    /// Clicks through the consent page as somebody does, all scopes ticked.
    Answer decide(const QString &slug, const QString &decision)
    {
        const Answer page = m_browser->get(authorizePath, authorization());
        Fields form = hiddenInputs(page.body);
        form.emplaceBack(u"person"_s, slug);
        static const QRegularExpression box(u"name=\"allowed\" value=\"([^\"]+)\""_s);
        auto boxes = box.globalMatch(QString::fromUtf8(page.body));
        while (boxes.hasNext())
            form.emplaceBack(u"allowed"_s, boxes.next().captured(1));
        form.emplaceBack(u"decision"_s, decision);
        return m_browser->postForm(authorizePath, form);
    }
    QString allow(const QString &slug) { return fieldOfRedirect(decide(slug, u"allow"_s), u"code"_s); }

    Fields exchangeForm(const QString &code) const
    {
        return {{u"grant_type"_s, u"authorization_code"_s},
                {u"client_id"_s, clientId},
                {u"code"_s, code},
                {u"code_verifier"_s, verifier},
                {u"redirect_uri"_s, redirectUri}};
    }
    Answer exchange(const QString &code) { return m_browser->postForm(tokenPath, exchangeForm(code)); }
    Answer refresh(const Answer &tokens)
    {
        return m_browser->postForm(tokenPath,
                                   {{u"grant_type"_s, u"refresh_token"_s},
                                    {u"client_id"_s, clientId},
                                    {u"refresh_token"_s, tokens.text(u"refresh_token"_s)}});
    }
    Answer use(const Answer &tokens)
    {
        SandboxClient program(m_server->apiUrl(), tokens.text(u"access_token"_s));
        return program.get(u"/users/me"_s);
    }

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<SandboxClient> m_browser;
};

QTEST_GUILESS_MAIN(SandboxAuthTest)
#include "tst_sandboxauth.moc"
