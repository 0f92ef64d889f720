// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "sessionwork.h"
#include "visibleascii.h"

Session::Session(AuthServer server, QString folder, TokenVault &vault, Clock clock, QObject *parent, AuthLimits limits)
    : QObject(parent)
    , d(new Private(*this, std::move(server), std::move(folder), vault, std::move(clock), limits))
{
}

Session::~Session() = default;

Session::State Session::state() const
{
    return d->state;
}

Error Session::problem() const
{
    return d->problem;
}

QStringList Session::scopes() const
{
    return d->tokens.scopes;
}

bool Session::isPersonal() const
{
    return !d->tokens.accessToken.isEmpty() && d->tokens.isPersonal();
}

bool Session::isKept() const
{
    return d->stored && d->vault.isPersistent();
}

bool Session::isUnkept() const
{
    const bool isMeantToLast = !d->account.isEmpty() && (isPersonal() || !d->tokens.refreshToken.isEmpty());
    return d->state == State::Active && isMeantToLast && !d->stored && d->vault.isPersistent();
}

void Session::open(const QString &account)
{
    d->letGo();
    d->account = account;
    d->setState(State::Opening);
    d->vault.read(account, d->scope.get(), [this](const auto &item) { d->opened(item); });
}

void Session::adopt(const QString &account, const AccessTokens &tokens, QObject *context,
                    std::function<void(const Result<Done> &)> then)
{
    const bool isClean = isVisibleAscii(tokens.accessToken)
        && (tokens.refreshToken.isEmpty() || (isVisibleAscii(tokens.refreshToken) && tokens.expiresAt.isValid()));
    if (!isClean) {
        answerLater<Done>(context, std::move(then),
                          Unexpected(Error{.kind = Error::Kind::Malformed,
                                           .message = QStringLiteral("A token has letters that no token has")}));
        return;
    }
    d->letGo();
    d->account = account;
    d->adoptionThen = guarded<Done>(context, std::move(then));
    if (tokens.refreshToken.isEmpty() && !tokens.isPersonal()) {
        d->adoptForNow(tokens);
        return;
    }
    d->setState(State::Opening);
    d->adoption = new Adoption(
        d->parts(), tokens, [this](const Adoption::Outcome &outcome) { d->adopted(outcome); }, this);
}

bool Session::stopAdopting(bool reopens)
{
    return d->stopAdopting(reopens);
}

void Session::useUnstored(const QByteArray &personalToken)
{
    d->letGo();
    d->account.clear();
    if (isVisibleAscii(personalToken)) {
        d->tokens = {.accessToken = personalToken};
        d->setState(State::Active);
    } else {
        d->end({.kind = Error::Kind::SignedOut, .message = QStringLiteral("The token has letters that no token has")});
    }
}

void Session::token(QObject *context, TokenThen then)
{
    renewedToken({}, context, std::move(then));
}

void Session::renewedToken(const QByteArray &refused, QObject *context, TokenThen then)
{
    d->ask({.refused = refused, .then = guarded<QByteArray>(context, std::move(then))});
}

void Session::signOut(const QString &account, QObject *context, std::function<void(const Result<Done> &)> then)
{
    d->signOut(account, guarded<Done>(context, std::move(then)));
}
