// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokens.h"
#include "authlimits.h"
#include "clock.h"
#include "result.h"
#include "tokenvault.h"

#include <QObject>

#include <functional>
#include <memory>

/// Where an account signs in.
struct AuthServer
{
    QUrl url; ///< "https://auth.calendly.com"
    QString clientId;
    QUrl redirectUri; ///< empty: loopback with a port that the system gives
};

/// One account's sign-in: gives valid tokens, renews them once at a time across threads and processes, and never loses
/// one (stored before it is used, a journal beside it). Only the user's word or a stored new pair ends a refresh token.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        None, ///< nobody signed in
        Opening, ///< the keychain has not answered yet
        Active,
        KeychainUnreachable, ///< there is a sign-in, but the keychain is locked or does not answer: try again
        Ended, ///< the server ended it, or a renewal was interrupted: sign in again
    };
    Q_ENUM(State)

    using TokenThen = std::function<void(const Result<QByteArray> &token)>;

    /// `folder` holds the journal and lock of renewals, no secrets. The vault is not owned.
    Session(AuthServer server, QString folder, TokenVault &vault, Clock clock, QObject *parent = nullptr,
            AuthLimits limits = {});
    ~Session() override;

    State state() const;
    Error problem() const; ///< why it is KeychainUnreachable or Ended
    QStringList scopes() const; ///< empty where unknown (personal access tokens)
    bool isPersonal() const;
    bool isKept() const; ///< false: lost when the program quits, e.g. without a keychain
    /// A sign-in that was to outlive the program and could not be stored so far.
    bool isUnkept() const;

    /// Reads the sign-in of `account` (its vault key) from the keychain; state() tells how it went.
    void open(const QString &account);

    /// Takes over a fresh sign-in and stores it under `account` before it is used. `then` tells whether it is kept;
    /// where it could not be stored the session works all the same until the program quits. What takes its place before
    /// that has it given back to the server.
    void adopt(const QString &account, const AccessTokens &tokens, QObject *context,
               std::function<void(const Result<Done> &)> then);

    /// Gives up what adopt() has not stored yet, and tells the server that nobody uses it; false where that is too late.
    /// Where it `reopens`, what was kept of the same account before stays and is opened again; else nobody is signed in.
    bool stopAdopting(bool reopens);

    /// Works with a personal access token that is never stored (SUNDIAL_TOKEN, the demo).
    void useUnstored(const QByteArray &personalToken);

    /// A token believed to be valid, renewed first where 10 minutes or less are left, or the last quarter of a life
    /// shorter than 40.
    void token(QObject *context, TokenThen then);
    /// After a 401 to `refused`: another token, from elsewhere or by one renewal; Error SignedOut when there is none.
    void renewedToken(const QByteArray &refused, QObject *context, TokenThen then);

    /// Forgets the sign-in here, then tells the server within 5 s (RFC 7009); a locked keyring asks to be unlocked first.
    /// That of `account` ends also where a token that is never stored was used in its place; empty: none is kept.
    /// `then` gets a Storage error when the sign-in may still be in the keychain; else it is gone from this computer, with
    /// NotAllowed where it was a personal token, which goes on working, and any other error: the server could not be told.
    void signOut(const QString &account, QObject *context, std::function<void(const Result<Done> &)> then);

signals:
    void stateChanged();
    /// A renewed sign-in could not be stored: it will be lost at the end of the program unless a later try succeeds.
    void keepingFailed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
