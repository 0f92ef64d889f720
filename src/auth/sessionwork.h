// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adoption.h"
#include "callback.h"
#include "pairkeeper.h"
#include "renewal.h"
#include "renewalpace.h"

#include <QPointer>

/// How a session goes from state to state.
class Session::Private
{
public:
    /// Somebody who waits for a token that is not `refused`.
    struct Waiter
    {
        QByteArray refused;
        Callback<QByteArray> then;
    };

    Private(Session &session, AuthServer authServer, QString journalFolder, TokenVault &tokenVault, Clock now,
            AuthLimits authLimits);
    ~Private();

    RenewalParts parts() const;
    void setState(State now, const Error &why = {});
    void end(const Error &why);
    /// Drops the present sign-in from memory and everything that would come back to it. A renewal under way goes on for
    /// the sake of what it stores.
    void letGo();

    void opened(const Result<std::optional<QString>> &item);
    void adopted(const Adoption::Outcome &outcome);
    /// Takes over a sign-in that lasts as long as its access token.
    void adoptForNow(const AccessTokens &fresh);
    bool stopAdopting(bool reopens);
    void ask(const Waiter &waiter);
    void signOut(const QString &whose, Callback<Done> then);

    Session &q;
    AuthServer server;
    QString folder;
    TokenVault &vault;
    Clock clock;
    AuthLimits limits;

    State state = State::None;
    Error problem;
    QString account;
    AccessTokens tokens;
    bool stored = false; ///< in the vault, whatever that is
    std::unique_ptr<QObject> scope; ///< answers to what was asked for this sign-in come only while it lives
    QPointer<Adoption> adoption;
    Callback<Done> adoptionThen;

private:
    bool isUsable(const QByteArray &refused) const;
    bool isFresh(const QByteArray &refused) const;
    Error signedOut() const;
    void askOAuth(const Waiter &waiter);
    void askPersonal(const Waiter &waiter);
    void renew(const Waiter &waiter);
    void waitForRenewal(const Waiter &waiter);
    void renewed(const Renewal::Outcome &outcome);
    /// Tells the server that nobody uses this pair.
    void giveBack(const AccessTokens &unwanted);
    void keepTrying(const LockWait::Lock &lock);
    void settle(const Error &otherwise);
    void serveWaiters();

    /// How long a renewal has been waiting without having sent anything.
    enum class HeldUp { No, Shortly, Long };
    void noteHeldUp(std::chrono::milliseconds after, HeldUp how);

    QPointer<Renewal> m_renewal;
    HeldUp m_heldUp = HeldUp::No;
    std::unique_ptr<PairKeeper> m_keeper;
    RenewalPace m_pace;
    QList<Waiter> m_waiters;
};
