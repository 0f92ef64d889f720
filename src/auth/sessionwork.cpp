// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionwork.h"

#include "accesstokensjson.h"
#include "revocation.h"
#include "signout.h"

using Phase = JournalEntry::Phase;

Session::Private::Private(Session &session, AuthServer authServer, QString journalFolder, TokenVault &tokenVault,
                          Clock now, AuthLimits authLimits)
    : q(session)
    , server(std::move(authServer))
    , folder(std::move(journalFolder))
    , vault(tokenVault)
    , clock(std::move(now))
    , limits(authLimits)
    , scope(std::make_unique<QObject>())
    , m_pace(authLimits)
{
}

Session::Private::~Private()
{
    // Children of the session, which is half gone: their callbacks must not find this any more.
    delete m_renewal;
    delete adoption;
}

RenewalParts Session::Private::parts() const
{
    return {server, &vault, account, RenewalJournal(folder, account), LeftSignIns(folder), clock, limits};
}

void Session::Private::setState(State now, const Error &why)
{
    state = now;
    problem = why;
    emit q.stateChanged();
}

void Session::Private::end(const Error &why)
{
    setState(State::Ended, why);
}

void Session::Private::letGo()
{
    scope = std::make_unique<QObject>();
    if (m_renewal)
        m_renewal->disown();
    m_renewal = nullptr;
    if (adoption)
        giveBack(std::exchange(adoption, nullptr)->abandon());
    m_keeper.reset();
    m_pace = RenewalPace(limits);
    tokens = {};
    stored = false;
    const Error stopped{.kind = Error::Kind::Stopped, .message = QStringLiteral("Another sign-in took its place")};
    settle(stopped);
    if (const auto then = std::exchange(adoptionThen, nullptr))
        then(Unexpected(stopped));
}

void Session::Private::giveBack(const AccessTokens &unwanted)
{
    if (!unwanted.refreshToken.isEmpty())
        new Revocation(
            server, unwanted.refreshToken, limits.revocation, [hold = vault.hold()](const auto &) {}, &q);
}

void Session::Private::opened(const Result<std::optional<QString>> &item)
{
    const JournalEntry entry = parts().journal.read();
    const bool isGone = item && !*item;
    if (isGone && (entry.phase == Phase::SignedOut || !vault.isPersistent())) {
        setState(State::None); // memory that holds nothing is not a locked keyring
    } else if (!item || isGone) { // a locked keyring says that there is nothing, too
        const Error hidden{.kind = Error::Kind::Storage,
                           .message = QStringLiteral("The keychain is locked or does not hold the sign-in")};
        setState(State::KeychainUnreachable, item ? hidden : item.error());
    } else if (const auto found = fromItemText(**item); !found && vault.isInFile()) {
        setState(State::KeychainUnreachable, found.error()); // the server ended nothing: the file is damaged
    } else if (!found) {
        end(found.error());
    } else if (entry.phase == Phase::SignedOut && entry.generation >= found->generation) {
        vault.remove(account, scope.get(), [](const auto &) {}); // the sign-out was interrupted
        setState(State::None);
    } else if (entry.phase == Phase::Ended && entry.generation >= found->generation) {
        const bool isInterrupted = entry.tries > 1;
        end({.kind = isInterrupted ? Error::Kind::Interrupted : Error::Kind::SignedOut,
             .message = isInterrupted ? QStringLiteral("The last renewal was interrupted")
                                      : QStringLiteral("The server ended this sign-in")});
    } else {
        tokens = *found;
        stored = true;
        setState(State::Active);
    }
    serveWaiters();
}

void Session::Private::adopted(const Adoption::Outcome &outcome)
{
    tokens = outcome.tokens;
    stored = bool(outcome.kept);
    if (!outcome.kept)
        keepTrying(outcome.lock);
    const auto then = std::exchange(adoptionThen, nullptr);
    setState(State::Active);
    serveWaiters();
    then(outcome.kept);
}

void Session::Private::adoptForNow(const AccessTokens &fresh)
{
    tokens = fresh;
    const auto then = std::exchange(adoptionThen, nullptr);
    setState(State::Active);
    then(Unexpected(Error{.kind = Error::Kind::Storage,
                          .message = QStringLiteral("The server gave a sign-in that cannot be renewed")}));
}

bool Session::Private::stopAdopting(bool reopens)
{
    if (!adoption)
        return false;
    const QPointer<Adoption> left = std::exchange(adoption, nullptr);
    giveBack(left->abandon(reopens ? Adoption::Leaving::WhatWasThere : Adoption::Leaving::Nothing));
    letGo();
    if (reopens) // not before what was there is there again
        connect(left, &QObject::destroyed, scope.get(), [this] { q.open(account); });
    else
        account.clear();
    setState(reopens ? State::Opening : State::None);
    return true;
}

Error Session::Private::signedOut() const
{
    return {.kind = Error::Kind::SignedOut,
            .message = problem.message.isEmpty() ? QStringLiteral("Nobody is signed in") : problem.message};
}

/// The server would take it, as far as one can tell from here.
bool Session::Private::isUsable(const QByteArray &refused) const
{
    return tokens.accessToken != refused && tokens.expiresAt > clock();
}

bool Session::Private::isFresh(const QByteArray &refused) const
{
    return tokens.accessToken != refused && tokens.renewAt(limits.renewBefore) > clock();
}

void Session::Private::ask(const Waiter &waiter)
{
    switch (state) {
    case State::None:
    case State::Ended:
        return waiter.then(Unexpected(signedOut()));
    case State::KeychainUnreachable:
        return waiter.then(Unexpected(problem));
    case State::Opening:
        m_waiters << waiter;
        return;
    case State::Active:
        return tokens.isPersonal() ? askPersonal(waiter) : askOAuth(waiter);
    }
}

void Session::Private::askPersonal(const Waiter &waiter)
{
    if (tokens.accessToken != waiter.refused)
        return waiter.then(tokens.accessToken);
    end({.kind = Error::Kind::SignedOut, .message = QStringLiteral("The server does not accept this token any more")});
    waiter.then(Unexpected(signedOut()));
}

void Session::Private::askOAuth(const Waiter &waiter)
{
    if (isFresh(waiter.refused))
        return waiter.then(tokens.accessToken);
    if (m_renewal)
        return waitForRenewal(waiter);
    if (tokens.refreshToken.isEmpty()) {
        if (isUsable(waiter.refused))
            return waiter.then(tokens.accessToken);
        end({.kind = Error::Kind::SignedOut, .message = QStringLiteral("The sign-in has reached its end")});
        return waiter.then(Unexpected(signedOut()));
    }
    if (m_pace.mayTry())
        return renew(waiter);
    // A pair that was just made and looks old means a clock that jumped, so the server has the last word.
    if (isUsable(waiter.refused) || (m_pace.hasJustSucceeded() && tokens.accessToken != waiter.refused))
        return waiter.then(tokens.accessToken);
    if (!m_pace.hasJustSucceeded())
        return waiter.then(Unexpected(m_pace.lastFailure()));
    end({.kind = Error::Kind::SignedOut,
         .message = QStringLiteral("The server does not accept even a renewed sign-in")});
    waiter.then(Unexpected(signedOut()));
}

void Session::Private::renew(const Waiter &waiter)
{
    m_waiters << waiter;
    const Renewal::Wish wish{.known = tokens,
                             .refused = waiter.refused,
                             .unkept = !stored,
                             .held = m_keeper ? m_keeper->lock() : nullptr};
    const bool wasTrying = m_keeper != nullptr;
    m_keeper.reset();
    m_renewal = new Renewal(
        parts(), wish,
        [this, wasTrying, held = wish.held](const Renewal::Outcome &outcome) {
            m_renewal = nullptr;
            if (wasTrying && (outcome.kind == Renewal::Outcome::Kind::Failed || outcome.kind == Renewal::Outcome::Kind::Unreachable))
                keepTrying(held);
            renewed(outcome);
        },
        &q);
    m_heldUp = HeldUp::No;
    noteHeldUp(limits.presentTokenAfter, HeldUp::Shortly);
    noteHeldUp(limits.keychainAnswer, HeldUp::Long);
}

/// A keyring that asks the user for its password does not answer before they do, and nothing else is to wait for that.
void Session::Private::waitForRenewal(const Waiter &waiter)
{
    const bool isHeldUp = m_heldUp != HeldUp::No && !m_renewal->hasSent();
    if (isHeldUp && isUsable(waiter.refused))
        waiter.then(tokens.accessToken);
    else if (isHeldUp && m_heldUp == HeldUp::Long)
        waiter.then(Unexpected(
            Error{.kind = Error::Kind::Storage, .message = QStringLiteral("The keychain has not answered yet")}));
    else
        m_waiters << waiter;
}

void Session::Private::noteHeldUp(std::chrono::milliseconds after, HeldUp how)
{
    QTimer::singleShot(after, m_renewal, [this, renewal = m_renewal.data(), how] {
        if (m_renewal != renewal) // another sign-in took its place
            return;
        m_heldUp = how;
        serveWaiters();
    });
}

void Session::Private::renewed(const Renewal::Outcome &outcome)
{
    switch (outcome.kind) {
    case Renewal::Outcome::Kind::Renewed:
    case Renewal::Outcome::Kind::Unkept: {
        tokens = outcome.tokens;
        m_pace.succeeded();
        stored = outcome.kind == Renewal::Outcome::Kind::Renewed;
        if (!stored) {
            keepTrying(outcome.lock);
            emit q.keepingFailed();
        }
        break;
    }
    case Renewal::Outcome::Kind::Failed:
        m_pace.failed(outcome.error, outcome.wasSent);
        break;
    case Renewal::Outcome::Kind::Unreachable:
        m_pace.failed(outcome.error, false);
        if (!isUsable({}))
            setState(State::KeychainUnreachable, outcome.error);
        break;
    case Renewal::Outcome::Kind::Ended:
        end(outcome.error);
        break;
    }
    settle(outcome.kind == Renewal::Outcome::Kind::Ended ? signedOut() : outcome.error);
}

void Session::Private::keepTrying(const LockWait::Lock &lock)
{
    m_keeper = std::make_unique<PairKeeper>(parts(), tokens, lock, nullptr);
    connect(m_keeper.get(), &PairKeeper::kept, &q, [this] {
        tokens.generation = m_keeper->tokens().generation;
        m_keeper.release()->deleteLater(); // it is still speaking
        stored = true;
        emit q.stateChanged();
    });
}

/// Answers all who wait: with the token where there is one that they can use, else with why not.
void Session::Private::settle(const Error &otherwise)
{
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (state == State::Active && isUsable(waiter.refused))
            waiter.then(tokens.accessToken);
        else
            waiter.then(Unexpected(otherwise));
    }
}

void Session::Private::serveWaiters()
{
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters)
        ask(waiter);
}

void Session::Private::signOut(const QString &whose, Callback<Done> then)
{
    const bool isOpen = whose == account; // else another token was used in place of what is kept
    const SignOut::Wish wish{.known = !isOpen ? AccessTokens()
                                 : adoption   ? std::exchange(adoption, nullptr)->abandon()
                                              : tokens,
                             .isHidden = isOpen && state == State::KeychainUnreachable};
    const bool isKept = !whose.isEmpty() && !(isOpen && state == State::None);
    if (m_renewal)
        m_renewal->abandon();
    letGo();
    account = whose;
    if (isKept)
        new SignOut(parts(), wish, then, &q);
    account.clear();
    setState(State::None);
    if (!isKept)
        then(Done{});
}
