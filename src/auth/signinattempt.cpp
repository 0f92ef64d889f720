// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinattempt.h"

#include "loopback.h"
#include "porttaken.h"

namespace {

Unexpected failed(Error::Kind kind, const QString &message)
{
    return Unexpected(Error{.kind = kind, .message = message});
}

bool isLoopbackHttp(const QUrl &url)
{
    return url.scheme() == QLatin1String("http") && isLoopback(url);
}

/// A private scheme, or https where the system hands such links over; remote http would give the code away.
bool canBeRedirectedTo(const QUrl &url)
{
    return url.isValid() && !url.scheme().isEmpty() && !url.hasQuery() && !url.hasFragment()
        && (url.scheme() != QLatin1String("http") || isLoopback(url));
}

Result<AccessTokens> outcome(const TokenAnswer &answer)
{
    if (answer.outcome == TokenAnswer::Outcome::Ok)
        return answer.tokens;
    Error error = answer.error;
    if (answer.outcome == TokenAnswer::Outcome::Dead)
        error.kind = Error::Kind::Refused; // there was no sign-in yet that could have ended
    else if (error.kind == Error::Kind::TimedOut)
        error.kind = Error::Kind::Interrupted; // that kind is for a user who does not come back
    return Unexpected(error);
}

} // namespace

SignInAttempt::SignInAttempt(AuthServer server, Clock clock, AuthLimits limits, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_clock(std::move(clock))
    , m_limits(limits)
{
    connect(&m_check, &QTimer::timeout, this, [this] {
        if (!m_exchanging && m_clock() >= m_endsAt)
            finish(failed(Error::Kind::TimedOut, QStringLiteral("Nobody came back from the browser in time")));
    });
}

Result<QUrl> SignInAttempt::begin(const QStringList &scopes)
{
    if (m_server.url.scheme() != QLatin1String("https") && !isLoopbackHttp(m_server.url))
        return failed(Error::Kind::Refused, QStringLiteral("The address of the sign-in server is not safe"));
    const Result<QUrl> redirect = openRedirect();
    if (!redirect)
        return redirect;
    m_flow = new AuthorizationFlow(m_server, *redirect, m_clock, m_limits.tokenCall, this);
    connect(m_flow, &AuthorizationFlow::judged, this, [this](const TokenAnswer &answer) { finish(outcome(answer)); });
    connect(m_flow, &AuthorizationFlow::declined, this, [this](const Error &why) { finish(Unexpected(why)); });
    m_endsAt = m_clock().addSecs(m_limits.attempt.count());
    m_check.start(m_limits.attemptCheck);
    return m_flow->begin(scopes);
}

Result<QUrl> SignInAttempt::openRedirect()
{
    const QUrl wanted
        = m_server.redirectUri.isEmpty() ? QUrl(QStringLiteral("http://127.0.0.1/callback")) : m_server.redirectUri;
    if (!canBeRedirectedTo(wanted))
        return failed(Error::Kind::Refused, QStringLiteral("The redirect address cannot be used"));
    if (!isLoopbackHttp(wanted))
        return wanted;
    const auto take = [this](const QUrl &redirect) {
        switch (deliver(redirect)) {
        case AuthorizationFlow::Delivery::Taken:
            return LoopbackReceiver::Verdict::Taken;
        case AuthorizationFlow::Delivery::Declined:
            return LoopbackReceiver::Verdict::Declined;
        case AuthorizationFlow::Delivery::Ignored:
            break;
        }
        return LoopbackReceiver::Verdict::Ignored;
    };
    m_receiver = new LoopbackReceiver(wanted, take, m_limits.browserRequest, this);
    if (!m_receiver->listen())
        return Unexpected(portTaken(QStringLiteral("The port for the way back from the browser is taken")));
    return m_receiver->redirectUri();
}

AuthorizationFlow::Delivery SignInAttempt::deliver(const QUrl &redirect)
{
    const auto delivery = m_flow ? m_flow->deliver(redirect) : AuthorizationFlow::Delivery::Ignored;
    m_exchanging = m_exchanging || delivery == AuthorizationFlow::Delivery::Taken;
    return delivery;
}

void SignInAttempt::closePort()
{
    delete m_receiver;
    m_receiver = nullptr;
}

void SignInAttempt::finish(const Result<AccessTokens> &tokens)
{
    if (m_ended)
        return;
    m_ended = true;
    m_check.stop();
    emit ended(tokens);
}
