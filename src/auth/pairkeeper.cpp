// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairkeeper.h"

#include "accesstokensjson.h"

#include <algorithm>

PairKeeper::PairKeeper(RenewalParts parts, AccessTokens tokens, LockWait::Lock lock, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_tokens(std::move(tokens))
    , m_lock(std::move(lock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PairKeeper::tryAgain);
    m_timer.start(m_parts.limits.keepAgain);
}

void PairKeeper::tryAgain()
{
    m_parts.vault->write(m_parts.account, toItemText(m_tokens), this, [this](const Result<Done> &done) {
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
