// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairkeeper.h"

#include "accesstokensjson.h"

#include <algorithm>
#include <utility>

PairKeeper::PairKeeper(RenewalParts parts, AccessTokens tokens, LockWait::Lock lock, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_tokens(std::move(tokens))
    , m_lock(std::move(lock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PairKeeper::tryAgain);
    connect(m_parts.vault, &TokenVault::lastCalled, this, &PairKeeper::tryAgain);
    m_timer.start(m_parts.limits.keepAgain);
}

void PairKeeper::tryAgain()
{
    if (m_trying)
        return;
    m_timer.stop();
    m_trying = m_parts.vault->hold();
    m_parts.vault->write(m_parts.account, toItemText(m_tokens), this, [this](const Result<Done> &done) {
        const TokenVault::Hold tried = std::exchange(m_trying, nullptr);
        if (!done) {
            m_tries = std::min(m_tries + 1, 6);
            m_timer.start(m_parts.limits.keepAgain * (1 << m_tries));
            return;
        }
        m_parts.journal.write({.phase = JournalEntry::Phase::Kept,
                               .generation = m_tokens.generation,
                               .sentAt = m_parts.journal.read().sentAt});
        m_lock.reset();
        emit kept();
    });
}
