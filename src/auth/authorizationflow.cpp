// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorizationflow.h"

#include "tokenreplyhandler.h"

namespace {

constexpr qint64 longestTokenAnswer = 256 * 1024;

QUrl endpoint(const QUrl &server, const QString &name)
{
    QUrl url = server;
    url.setPath(QStringLiteral("/oauth/") + name);
    return url;
}

QString encoded(const QByteArray &text)
{
    return QString::fromLatin1(text.toPercentEncoding());
}

Error declineReason(const QByteArray &word)
{
    if (word == "access_denied")
        return {.kind = Error::Kind::NotAllowed, .message = QStringLiteral("The sign-in was declined")};
    if (word == "server_error" || word == "temporarily_unavailable")
        return {.kind = Error::Kind::ServerFailed, .message = QStringLiteral("The sign-in server has a problem")};
    return {.kind = Error::Kind::Refused, .message = QStringLiteral("The server does not accept this sign-in request")};
}

} // namespace

AuthorizationFlow::AuthorizationFlow(const AuthServer &server, const QUrl &redirectUri, Clock clock,
                                     std::chrono::milliseconds tokenCall, QObject *parent)
    : QOAuth2AuthorizationCodeFlow(parent)
    , m_network(new GuardedNetworkManager({.idle = tokenCall, .total = tokenCall, .bodyBytes = longestTokenAnswer}))
    , m_handler(new TokenReplyHandler(redirectUri, std::move(clock), this))
    , m_redirectUri(redirectUri)
{
    setNetworkAccessManager(m_network);
    setClientIdentifier(server.clientId);
    setAuthorizationUrl(endpoint(server.url, QStringLiteral("authorize")));
    const QUrl tokens = endpoint(server.url, QStringLiteral("token"));
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    setTokenUrl(tokens);
#else
    setAccessTokenUrl(tokens);
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    setPkceMethod(PkceMethod::None); // ours is put in below, the same way for every version
#endif
    setReplyHandler(m_handler);
    setModifyParametersFunction([this](Stage stage, Parameters *parameters) { setParameters(stage, parameters); });
    connect(m_handler, &TokenReplyHandler::judged, this, &AuthorizationFlow::judged);
}

AuthorizationFlow::~AuthorizationFlow()
{
    delete m_network; // with its replies: Qt 6.4 has them call the handler without looking whether it still lives
}

QUrl AuthorizationFlow::begin(const QStringList &scopes)
{
    m_scopes = scopes;
    m_pkce = freshPkce();
    m_state = randomText(32); // Qt 6.4's own can be foretold
    setState(QString::fromLatin1(m_state));
    QUrl url;
    const auto catching
        = connect(this, &QAbstractOAuth::authorizeWithBrowser, this, [&url](const QUrl &made) { url = made; }); // clazy:exclude=lambda-in-connect
    grant();
    disconnect(catching); // before what it refers to goes
    return url;
}

void AuthorizationFlow::setParameters(Stage stage, Parameters *parameters) const
{
    // Encoded here because Qt encodes some values, some not, and differently from version to version; replaced because
    // newer versions bring some of them along.
    parameters->replace(QStringLiteral("client_id"), encoded(clientIdentifier().toUtf8()));
    parameters->remove(QStringLiteral("client_secret"));
    const QString redirect = encoded(m_handler->callback().toLatin1());
    switch (stage) {
    case Stage::RequestingAuthorization:
        parameters->replace(QStringLiteral("redirect_uri"), redirect);
        setAuthorizationParameters(parameters);
        break;
    case Stage::RequestingAccessToken:
        parameters->replace(QStringLiteral("redirect_uri"), redirect);
        parameters->replace(QStringLiteral("code"), encoded(m_code));
        parameters->replace(QStringLiteral("code_verifier"), QString::fromLatin1(m_pkce.verifier));
        break;
    case Stage::RefreshingAccessToken:
        parameters->remove(QStringLiteral("redirect_uri"));
        parameters->replace(QStringLiteral("refresh_token"), encoded(m_refreshToken));
        break;
    case Stage::RequestingTemporaryCredentials:
        break;
    }
}

void AuthorizationFlow::setAuthorizationParameters(Parameters *parameters) const
{
    parameters->replace(QStringLiteral("code_challenge"), QString::fromLatin1(m_pkce.challenge));
    parameters->replace(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
    if (m_scopes.isEmpty())
        parameters->remove(QStringLiteral("scope"));
    else
        parameters->replace(QStringLiteral("scope"), encoded(m_scopes.join(u' ').toUtf8()));
}

AuthorizationFlow::Delivery AuthorizationFlow::deliver(const QUrl &redirect)
{
    const auto answer = readRedirect(redirect, m_redirectUri);
    if (!answer || m_state.isEmpty() || !sameInConstantTime(answer->state, m_state))
        return Delivery::Ignored; // errors, too: whoever does not know the state cannot end the attempt
    if (!m_code.isEmpty())
        return Delivery::Taken;
    if (m_over)
        return Delivery::Declined;
    if (!answer->error.isEmpty()) {
        m_over = true;
        const ::Error why = declineReason(answer->error);
        QMetaObject::invokeMethod(
            this, [this, why] { emit declined(why); }, Qt::QueuedConnection);
        return Delivery::Declined;
    }
    if (answer->code.isEmpty())
        return Delivery::Ignored;
    m_code = answer->code;
    emit m_handler->callbackReceived(
        {{QStringLiteral("code"), QString::fromUtf8(m_code)}, {QStringLiteral("state"), QString::fromLatin1(m_state)}});
    disconnect(m_network, &QNetworkAccessManager::authenticationRequired, nullptr, nullptr);
    return Delivery::Taken;
}

void AuthorizationFlow::renew(const QByteArray &refreshToken)
{
    m_refreshToken = refreshToken;
    setRefreshToken(QString::fromLatin1(refreshToken));
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    refreshTokens();
#else
    refreshAccessToken();
#endif
    disconnect(m_network, &QNetworkAccessManager::authenticationRequired, nullptr, nullptr); // would post once more
}
