// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "leftsignins.h"
#include "lockwait.h"
#include "renewaljournal.h"
#include "session.h"
#include "tokenjudge.h"

class AuthorizationFlow;

/// What one account's renewals work with.
struct RenewalParts
{
    AuthServer server;
    TokenVault *vault; ///< not owned, never null
    QString account;
    RenewalJournal journal;
    LeftSignIns left;
    Clock clock;
    AuthLimits limits;
};

/// One renewal of a refresh token that can be used once: lock, look whether another process was faster, note in the
/// journal, post once, store, and only then hand out. Goes on when nobody waits for it any more, and deletes itself.
class Renewal : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        enum class Kind {
            Renewed, ///< `tokens` are stored
            Unkept, ///< `tokens` are good but could not be stored; `lock` must be held until they are
            Failed, ///< nothing changed; the present access token may be used to its end
            Unreachable, ///< the keychain did not show the sign-in; nothing was sent
            Ended, ///< the sign-in is over
        };
        Kind kind = Kind::Failed;
        AccessTokens tokens;
        Error error;
        LockWait::Lock lock;
        bool wasSent = false; ///< with Failed: the server may have seen a call
    };
    using Then = std::function<void(const Outcome &)>;

    /// `refused` is an access token that the server does not take any more, or empty. `unkept` says that `known` is not
    /// in the keychain; `held` is the lock where that is held already.
    struct Wish
    {
        AccessTokens known;
        QByteArray refused;
        bool unkept = false;
        LockWait::Lock held;
    };

    /// `then` is called once, later; it may delete everything.
    Renewal(RenewalParts parts, Wish wish, Then then, QObject *parent);

    /// False as long as it waits for the lock or the keychain: nothing was used yet.
    bool hasSent() const { return m_hasSent; }

    /// Nobody is told any more; what comes is stored all the same.
    void disown() { m_then = nullptr; }
    /// Nobody is told any more, and a pair that still comes is not stored but revoked.
    void abandon();

private:
    void readStore();
    void compare(const Result<std::optional<QString>> &item);
    void checkJournal();
    void send();
    void judge(const TokenAnswer &answer);
    void restoreJournal(bool wasSent);
    void store(AccessTokens tokens);
    void stored(const AccessTokens &tokens, const Result<Done> &done);
    bool isUnwanted() const;
    void giveBack(const QByteArray &refreshToken);
    void end();
    void finish(Outcome outcome);

    RenewalParts m_parts;
    Wish m_wish;
    Then m_then;
    LockWait::Lock m_lock;
    AccessTokens m_base; ///< what the renewal starts from
    JournalEntry m_before; ///< the journal as it was
    JournalEntry m_sent; ///< the journal as it is while the outcome is open
    bool m_hasSent = false;
    TokenVault::Hold m_hold; ///< from sending to the end: without the answer the sign-in may be lost
    bool m_abandoned = false;
};
