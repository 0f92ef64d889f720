// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "renewal.h"

/// Ends a sign-in for good: marks the journal, takes the item out of the keychain, and tells the server what is not
/// wanted any more (RFC 7009). What the keychain does not let go of is noted for the next start. Deletes itself.
class SignOut : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<Done> &)>;

    struct Wish
    {
        AccessTokens known; ///< what is in memory; may be empty
        bool isHidden = false; ///< the keychain did not show the sign-in when it was opened
    };

    /// `then` is called once, later. Storage: the item may still be in the keychain; NotAllowed: it was a personal access
    /// token, which goes on working; any other error: the server could not be told.
    SignOut(RenewalParts parts, const Wish &wish, Then then, QObject *parent);

private:
    void found(const Result<std::optional<QString>> &item);
    void removed(const Result<Done> &done);
    void giveBack(const AccessTokens &tokens);
    void revoke(const QByteArray &refreshToken);
    void finishWhenAllIsDone();

    RenewalParts m_parts;
    Then m_then;
    TokenVault::Hold m_hold; ///< a program that ends waits for this
    bool m_isExpected = false; ///< an item was written, so a keychain without it is locked
    bool m_isKnown; ///< what the server must be told
    bool m_hasJournal = false; ///< so the mark is not below what is to be ended
    int m_end = 0; ///< the last generation that ends
    QList<QByteArray> m_revoked;
    int m_open = 1; ///< what has not come back: the keychain, and revocations
    Result<Done> m_removed = Done{};
    Result<Done> m_told = Done{};
};
