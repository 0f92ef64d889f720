// SPDX-License-Identifier: GPL-3.0-or-later
#include "signout.h"

#include "accesstokensjson.h"
#include "revocation.h"

#include <algorithm>

using Phase = JournalEntry::Phase;

SignOut::SignOut(RenewalParts parts, const Wish &wish, Then then, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_then(std::move(then))
    , m_hold(m_parts.vault->hold())
    , m_isKnown(!wish.known.accessToken.isEmpty())
{
    const JournalEntry before = m_parts.journal.read();
    m_hasJournal = before.phase != Phase::None;
    const bool isBegun = m_parts.left.accounts().contains(m_parts.account); // and was not finished
    m_isExpected = wish.isHidden || isBegun || (m_hasJournal && before.phase != Phase::SignedOut);
    // First the mark, so that neither a renewal that comes back nor the next start brings the sign-in to life again:
    // not even the one generation that may be on its way now.
    m_end = std::max(wish.known.generation, before.generation) + 1;
    m_parts.journal.write({.phase = Phase::SignedOut, .generation = m_end});
    m_parts.left.begin(m_parts.account);
    // A locked keyring asks to be unlocked when it is read; asked to remove, it says that it did and keeps the item.
    m_parts.vault->read(m_parts.account, this, [this](const auto &item) { found(item); });
    giveBack(wish.known); // at once: somebody may be asked to unlock the keyring, and not be there
}

void SignOut::found(const Result<std::optional<QString>> &item)
{
    const bool isNothing = item && !*item;
    if (isNothing && m_isExpected && m_parts.vault->isPersistent()) {
        m_removed = Unexpected(Error{.kind = Error::Kind::Storage,
                                     .message = QStringLiteral("The keychain is locked or does not hold the sign-in")});
    } else if (!isNothing) {
        const auto tokens = item ? fromItemText(**item) : Result<AccessTokens>(Unexpected(item.error()));
        if (tokens && m_hasJournal && tokens->generation > m_end) // of a later sign-in
            return finishWhenAllIsDone();
        if (tokens)
            giveBack(*tokens);
        else if (!m_isKnown)
            m_told = Unexpected(Error{.kind = Error::Kind::Malformed,
                                      .message = QStringLiteral("The sign-in could not be read, so the server knows nothing")});
    }
    m_parts.vault->remove(m_parts.account, this, [this](const Result<Done> &done) { removed(done); });
}

void SignOut::removed(const Result<Done> &done)
{
    if (m_removed)
        m_removed = done;
    finishWhenAllIsDone();
}

void SignOut::giveBack(const AccessTokens &tokens)
{
    if (!tokens.accessToken.isEmpty() && tokens.isPersonal()) // only its owner can end it, on the web
        m_told = Unexpected(Error{.kind = Error::Kind::NotAllowed, .message = QStringLiteral("No program can end a personal access token")});
    else
        revoke(tokens.refreshToken);
}

void SignOut::revoke(const QByteArray &refreshToken)
{
    if (refreshToken.isEmpty() || m_revoked.contains(refreshToken))
        return;
    m_revoked << refreshToken;
    ++m_open;
    new Revocation(
        m_parts.server, refreshToken, m_parts.limits.revocation,
        [this](const Result<Done> &told) {
            if (m_told)
                m_told = told;
            finishWhenAllIsDone();
        },
        this);
}

void SignOut::finishWhenAllIsDone()
{
    if (--m_open > 0)
        return;
    deleteLater();
    if (m_removed)
        m_parts.left.drop(m_parts.account);
    else
        m_parts.left.fail(m_parts.account);
    m_then(m_removed ? m_told : m_removed); // what is still here is worse than what the server does not know
}
