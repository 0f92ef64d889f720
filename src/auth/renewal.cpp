// SPDX-License-Identifier: GPL-3.0-or-later
#include "renewal.h"

#include "accesstokensjson.h"
#include "authorizationflow.h"
#include "revocation.h"

#include <algorithm>

namespace {

using Phase = JournalEntry::Phase;
using Kind = Renewal::Outcome::Kind;

Error failure(Error::Kind kind, const QString &message)
{
    return {.kind = kind, .message = message};
}

/// How often the refresh token of generation `mine` was sent without anybody knowing what came of it. A journal ahead
/// of the keychain means that the keychain was rolled back: then it was sent as well.
int openTries(const JournalEntry &entry, int mine)
{
    if (entry.phase == Phase::Renewing && entry.generation >= mine)
        return std::max(1, entry.tries);
    return entry.phase == Phase::Kept && entry.generation > mine ? 1 : 0;
}

} // namespace

Renewal::Renewal(RenewalParts parts, Wish wish, Then then, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_wish(std::move(wish))
    , m_then(std::move(then))
    , m_lock(m_wish.held)
    , m_base(m_wish.known)
{
    if (m_lock) {
        readStore();
        return;
    }
    new LockWait(
        m_parts.journal.lockPath(), m_parts.limits,
        [this](const Result<LockWait::Lock> &lock) {
            if (!lock)
                return finish({.kind = Kind::Failed, .error = lock.error()});
            m_lock = *lock;
            readStore();
        },
        this);
}

void Renewal::abandon()
{
    m_abandoned = true;
    disown();
}

void Renewal::readStore()
{
    m_parts.vault->read(m_parts.account, this, [this](const auto &item) { compare(item); });
}

void Renewal::compare(const Result<std::optional<QString>> &item)
{
    const Result<AccessTokens> found = !item ? Result<AccessTokens>(Unexpected(item.error()))
        : !*item ? Unexpected(failure(Error::Kind::Storage, QStringLiteral("The keychain does not show the sign-in")))
                 : fromItemText(**item);
    if (!found && !m_wish.unkept)
        return finish({.kind = Kind::Unreachable, .error = found.error()});
    if (found && found->generation > m_base.generation) {
        m_base = *found;
        const bool isGood
            = m_base.accessToken != m_wish.refused && m_base.renewAt(m_parts.limits.renewBefore) > m_parts.clock();
        if (isGood) // another process was faster
            return finish({.kind = Kind::Renewed, .tokens = m_base});
    }
    checkJournal();
}

void Renewal::checkJournal()
{
    m_before = m_parts.journal.read();
    const int mine = m_base.generation;
    const QDateTime now = m_parts.clock();
    if (isUnwanted() || (m_before.phase == Phase::Ended && m_before.generation >= mine))
        return finish(
            {.kind = Kind::Ended, .error = failure(Error::Kind::SignedOut, QStringLiteral("This sign-in has ended"))});
    const bool isTooSoon = m_before.sentAt.isValid() && m_before.sentAt <= now
        && now < m_before.sentAt.addMSecs(m_parts.limits.betweenRenewals.count());
    if (isTooSoon)
        return finish({.kind = Kind::Failed,
                       .error = failure(Error::Kind::ServerFailed, QStringLiteral("A renewal was tried just now"))});
    const int tries = openTries(m_before, mine);
    m_sent = {
        .phase = Phase::Renewing, .generation = std::max(m_before.generation, mine), .tries = tries + 1, .sentAt = now};
    // Not before the access token's end, since a replay may cost that one, too. Then nothing is left to lose, and it is tried,
    // with the gaps of a busy server, until the server says a word: a network that answers in its place ends no sign-in.
    if (tries > 0 && m_base.expiresAt > now && m_base.accessToken != m_wish.refused)
        return finish({.kind = Kind::Failed,
                       .error = failure(Error::Kind::Interrupted, QStringLiteral("The last renewal was interrupted"))});
    send();
}

void Renewal::send()
{
    if (const auto noted = m_parts.journal.write(m_sent); !noted)
        return finish({.kind = Kind::Failed, .error = noted.error()});
    auto *flow = new AuthorizationFlow(m_parts.server, m_parts.server.redirectUri, m_parts.clock,
                                       m_parts.limits.tokenCall, this);
    connect(flow, &AuthorizationFlow::judged, this, &Renewal::judge);
    m_hasSent = true;
    m_hold = m_parts.vault->hold();
    flow->renew(m_base.refreshToken);
}

void Renewal::judge(const TokenAnswer &answer)
{
    switch (answer.outcome) {
    case TokenAnswer::Outcome::Ok:
        return store(answer.tokens);
    case TokenAnswer::Outcome::Dead:
        return end();
    case TokenAnswer::Outcome::Misconfigured:
        restoreJournal(true);
        return finish({.kind = Kind::Ended, .error = answer.error});
    case TokenAnswer::Outcome::Later:
    case TokenAnswer::Outcome::NotSent: {
        const bool wasSent = answer.outcome == TokenAnswer::Outcome::Later;
        restoreJournal(wasSent);
        return finish({.kind = Kind::Failed, .error = answer.error, .wasSent = wasSent});
    }
    case TokenAnswer::Outcome::Unknown:
        return finish({.kind = Kind::Failed, .error = answer.error, .wasSent = true});
    }
}

/// The refresh token was not used: the journal says what it said before. Where that fails it stays on the safe side.
void Renewal::restoreJournal(bool wasSent)
{
    if (isUnwanted())
        return;
    JournalEntry entry = m_before;
    if (entry.phase == Phase::None || entry.generation < m_base.generation)
        entry = {.phase = Phase::Kept, .generation = m_base.generation};
    if (wasSent)
        entry.sentAt = m_sent.sentAt;
    m_parts.journal.write(entry);
}

void Renewal::store(AccessTokens tokens)
{
    tokens.generation = m_sent.generation + 1;
    if (tokens.refreshToken.isEmpty()) // then the old one stays good (RFC 6749, 6)
        tokens.refreshToken = m_base.refreshToken;
    if (tokens.owner.isEmpty())
        tokens.owner = m_base.owner;
    if (tokens.organization.isEmpty())
        tokens.organization = m_base.organization;
    if (tokens.scopes.isEmpty())
        tokens.scopes = m_base.scopes;
    if (isUnwanted())
        return giveBack(tokens.refreshToken);
    m_parts.vault->write(m_parts.account, toItemText(tokens), this,
                         [this, tokens](const Result<Done> &done) { stored(tokens, done); });
}

void Renewal::stored(const AccessTokens &tokens, const Result<Done> &done)
{
    if (isUnwanted()) { // signed out while it was being written
        m_parts.vault->remove(m_parts.account, this,
                              [this, tokens](const Result<Done> &) { giveBack(tokens.refreshToken); });
        return;
    }
    if (!done)
        return finish({.kind = Kind::Unkept, .tokens = tokens, .error = done.error(), .lock = m_lock});
    // Where this fails the journal is late, which the generation in the keychain tells.
    m_parts.journal.write({.phase = Phase::Kept, .generation = tokens.generation, .sentAt = m_sent.sentAt});
    finish({.kind = Kind::Renewed, .tokens = tokens});
}

/// Signed out meanwhile, here or by another process. A later sign-in has a higher generation than the sign-out.
bool Renewal::isUnwanted() const
{
    if (m_abandoned)
        return true;
    const JournalEntry entry = m_parts.journal.read();
    return entry.phase == Phase::SignedOut && entry.generation >= m_base.generation;
}

void Renewal::giveBack(const QByteArray &refreshToken)
{
    new Revocation(
        m_parts.server, refreshToken, m_parts.limits.revocation, [hold = m_parts.vault->hold()](const auto &) {},
        parent());
    finish({.kind = Kind::Ended, .error = failure(Error::Kind::SignedOut, QStringLiteral("This sign-in has ended"))});
}

void Renewal::end()
{
    if (!isUnwanted())
        m_parts.journal.write(
            {.phase = Phase::Ended, .generation = m_sent.generation, .tries = m_sent.tries, .sentAt = m_sent.sentAt});
    const bool isInterrupted = m_sent.tries > 1;
    finish({.kind = Kind::Ended,
            .error = isInterrupted ? failure(Error::Kind::Interrupted, QStringLiteral("The last renewal was interrupted"))
                                   : failure(Error::Kind::SignedOut, QStringLiteral("The server ended this sign-in"))});
}

void Renewal::finish(Outcome outcome)
{
    m_lock.reset();
    m_wish.held.reset();
    deleteLater();
    const TokenVault::Hold hold = std::exchange(m_hold, nullptr);
    if (const Then then = std::exchange(m_then, nullptr))
        then(outcome);
}
