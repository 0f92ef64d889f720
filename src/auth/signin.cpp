// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin.h"

#include "revocation.h"
#include "signinattempt.h"

#include <QLoggingCategory>

namespace {

QLoggingCategory::CategoryFilter otherFilter = nullptr;

void keepQuiet(QLoggingCategory *category)
{
    if (otherFilter)
        otherFilter(category);
    if (qstrncmp(category->categoryName(), "qt.networkauth", 14) != 0)
        return;
    for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg})
        category->setEnabled(type, false);
}

} // namespace

void quietenNetworkAuth()
{
    // A filter and not rules: rules can be switched on again from the environment.
    const auto before = QLoggingCategory::installFilter(keepQuiet);
    if (before != keepQuiet)
        otherFilter = before;
}

class SignIn::Private
{
public:
    AuthServer server;
    Clock clock;
    AuthLimits limits;
    std::unique_ptr<SignInAttempt> attempt;
    QUrl url;
};

SignIn::SignIn(AuthServer server, Clock clock, QObject *parent, AuthLimits limits)
    : QObject(parent)
    , d(new Private{std::move(server), std::move(clock), limits, {}, {}})
{
}

SignIn::~SignIn() = default;

void SignIn::start(const QStringList &scopes)
{
    stop();
    d->attempt = std::make_unique<SignInAttempt>(d->server, d->clock, d->limits);
    connect(d->attempt.get(), &SignInAttempt::ended, this, [this](const Result<AccessTokens> &tokens) {
        d->attempt.release()->deleteLater(); // it is still speaking
        d->url.clear();
        emit finished(tokens);
    });
    const Result<QUrl> url = d->attempt->begin(scopes);
    if (!url) {
        stop();
        emit finished(Unexpected(url.error()));
        return;
    }
    d->url = *url;
    emit authorizationReady(d->url);
}

void SignIn::stop()
{
    d->url.clear();
    if (!d->attempt || !d->attempt->isExchanging()) {
        d->attempt.reset();
        return;
    }
    SignInAttempt *left = d->attempt.release();
    left->setParent(this);
    left->closePort();
    disconnect(left, nullptr, this, nullptr);
    connect(left, &SignInAttempt::ended, this, [this, left](const Result<AccessTokens> &tokens) {
        left->deleteLater();
        if (tokens)
            giveBack(*tokens);
    });
}

void SignIn::giveBack(const AccessTokens &unwanted)
{
    if (!unwanted.refreshToken.isEmpty())
        new Revocation(d->server, unwanted.refreshToken, d->limits.revocation, {}, this);
}

bool SignIn::isUnderWay() const
{
    return d->attempt != nullptr;
}

QUrl SignIn::authorizationUrl() const
{
    return d->url;
}

QDateTime SignIn::endsAt() const
{
    return d->attempt ? d->attempt->endsAt() : QDateTime();
}

bool SignIn::deliver(const QUrl &redirect)
{
    return d->attempt && d->attempt->deliver(redirect) != AuthorizationFlow::Delivery::Ignored;
}
