// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "renewal.h"

#include <optional>

/// Stores a fresh sign-in, one generation above all that was there. Deletes itself.
class Adoption : public QObject
{
    Q_OBJECT

public:
    /// `kept` with the tokens as they were numbered; `lock` with !kept where it could be taken: to be held until the
    /// pair is stored.
    struct Outcome
    {
        AccessTokens tokens;
        Result<Done> kept;
        LockWait::Lock lock;
    };
    using Then = std::function<void(const Outcome &)>;

    /// The generation above all that was there: in the journal, and in what the keychain holds. To be asked under the lock.
    static int generationAbove(const RenewalJournal &journal, const Result<std::optional<QString>> &item);

    /// `then` is called once, later; it may delete everything.
    Adoption(RenewalParts parts, AccessTokens tokens, Then then, QObject *parent);

    enum class Leaving {
        Nothing, ///< what is stored all the same is taken out again
        WhatWasThere, ///< and what it has replaced is put back
    };
    /// Nobody is told any more. Answers with the pair, which the server must be told about.
    AccessTokens abandon(Leaving leaving = Leaving::Nothing);

private:
    void number();
    void store();
    void undo();
    void finish(const Result<Done> &kept);

    RenewalParts m_parts;
    AccessTokens m_tokens;
    Then m_then;
    LockWait::Lock m_lock;
    bool m_abandoned = false;
    Leaving m_leaving = Leaving::Nothing;
    std::optional<QString> m_before; ///< what was stored
};
