// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "renewal.h"

/// Holds on to a good pair that the keychain refused: keeps the lock, so that no other process uses the old one, and
/// tries again with growing gaps, and for the last time when the program ends. Where a fresh sign-in did not even get the
/// lock, each try begins with that, and the pair is numbered when it is there.
class PairKeeper : public QObject
{
    Q_OBJECT

public:
    /// `lock` is null where it could not be had.
    PairKeeper(RenewalParts parts, AccessTokens tokens, LockWait::Lock lock, QObject *parent);

    LockWait::Lock lock() const { return m_lock; }
    const AccessTokens &tokens() const { return m_tokens; }

signals:
    /// The pair is stored and the lock given back.
    void kept();

private:
    void tryAgain();
    void number();
    void store();
    void again();

    RenewalParts m_parts;
    AccessTokens m_tokens;
    LockWait::Lock m_lock;
    QTimer m_timer;
    TokenVault::Hold m_trying; ///< while a try is under way
    int m_tries = 0;
};
