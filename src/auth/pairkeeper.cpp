// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairkeeper.h"

#include "accesstokensjson.h"
#include "adoption.h"

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
    if (m_lock)
        return store();
    new LockWait(
        m_parts.journal.lockPath(), m_parts.limits,
        [this](const Result<LockWait::Lock> &lock) {
            if (!lock)
                return again();
            m_lock = *lock;
            number();
        },
        this);
}

void PairKeeper::number()
{
    m_parts.vault->read(m_parts.account, this, [this](const Result<std::optional<QString>> &item) {
        m_tokens.generation = Adoption::generationAbove(m_parts.journal, item);
        store();
    });
}

void PairKeeper::again()
{
    const TokenVault::Hold tried = std::exchange(m_trying, nullptr);
    m_tries = std::min(m_tries + 1, 6);
    m_timer.start(m_parts.limits.keepAgain * (1 << m_tries));
}

void PairKeeper::store()
{
    m_parts.vault->write(m_parts.account, toItemText(m_tokens), this, [this](const Result<Done> &done) {
        if (!done)
            return again();
        const TokenVault::Hold tried = std::exchange(m_trying, nullptr);
        m_parts.journal.write({.phase = JournalEntry::Phase::Kept,
                               .generation = m_tokens.generation,
                               .sentAt = m_parts.journal.read().sentAt});
        m_lock.reset();
        emit kept();
    });
}
