// SPDX-License-Identifier: GPL-3.0-or-later
#include "adoption.h"

#include "accesstokensjson.h"

#include <algorithm>

Adoption::Adoption(RenewalParts parts, AccessTokens tokens, Then then, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_tokens(std::move(tokens))
    , m_then(std::move(then))
{
    m_tokens.generation = m_parts.journal.read().generation + 1;
    new LockWait(
        m_parts.journal.lockPath(), m_parts.limits,
        [this](const Result<LockWait::Lock> &lock) {
            if (!lock)
                return finish(Unexpected(lock.error()));
            m_lock = *lock;
            number();
        },
        this);
}

AccessTokens Adoption::abandon(Leaving leaving)
{
    m_abandoned = true;
    m_leaving = leaving;
    m_then = nullptr;
    return m_tokens;
}

void Adoption::number()
{
    if (m_abandoned)
        return finish(Done{});
    m_parts.vault->read(m_parts.account, this, [this](const Result<std::optional<QString>> &item) {
        if (item && *item)
            m_before = **item;
        m_tokens.generation = generationAbove(m_parts.journal, item);
        store();
    });
}

int Adoption::generationAbove(const RenewalJournal &journal, const Result<std::optional<QString>> &item)
{
    int last = journal.read().generation;
    if (item && *item) {
        if (const auto found = fromItemText(**item))
            last = std::max(last, found->generation);
    }
    return last + 1;
}

void Adoption::store()
{
    if (m_abandoned)
        return finish(Done{});
    m_parts.vault->write(m_parts.account, toItemText(m_tokens), this, [this](const Result<Done> &done) {
        if (m_abandoned) // a write that waited for the keyring is not given up
            return undo();
        if (done)
            m_parts.left.drop(m_parts.account);
        if (done) // where this fails, the higher generation in the keychain tells the same
            m_parts.journal.write({.phase = JournalEntry::Phase::Kept, .generation = m_tokens.generation});
        finish(done);
    });
}

void Adoption::undo()
{
    const auto end = [this](const Result<Done> &) { finish(Done{}); };
    if (m_leaving == Leaving::WhatWasThere && m_before)
        m_parts.vault->write(m_parts.account, *m_before, this, end);
    else
        m_parts.vault->remove(m_parts.account, this, end);
}

void Adoption::finish(const Result<Done> &kept)
{
    if (kept)
        m_lock.reset();
    deleteLater();
    if (const Then then = std::exchange(m_then, nullptr))
        then({m_tokens, kept, std::exchange(m_lock, nullptr)});
}
