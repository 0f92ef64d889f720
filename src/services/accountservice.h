// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "organization.h"
#include "result.h"
#include "storerescue.h"
#include "user.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class PendingWrites;
struct AccountParts;

/// Whose schedule is shown, and what came of a sign-in.
struct Account
{
    QString key; ///< stable; names the folder in the profile and the keychain item
    User user;
    Organization organization;
    bool kept = true; ///< false: the sign-in ends with the program
    bool personalToken = false;
    QStringList scopes; ///< granted; empty where Calendly does not say
    bool operator==(const Account &) const = default;
};

/// What a token allows, found out by asking for one row of each kind.
struct Permission
{
    enum class State { Granted, Missing, Unknown };

    QString scope; ///< Calendly's name, e.g. "scheduled_events:read"
    State state = State::Unknown;
    bool operator==(const Permission &) const = default;
};

/// A token that was tried and works.
struct CheckedToken
{
    User user;
    Organization organization; ///< uri only where it could not be read
    QList<Permission> permissions;
};

/// Signing in and out of one account, and whose data is shown. Several accounts have one of these each.
class AccountService : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut, ///< nobody: show the welcome page
        Opening, ///< the keychain has not answered; what is stored can be shown
        Ready,
        SignInEnded, ///< what is stored can be shown; signing in again is needed: problem() says why
        KeychainUnreachable, ///< likewise; retryKeychain() tries again
    };
    Q_ENUM(State)

    /// What of an account this computer could not read or write.
    enum class StorageTrouble {
        List, ///< which accounts there are: nobody can be signed in from what is kept
        DamagedList, ///< which accounts there are, in part or all: it was set aside, and what is stored of them is found at the next sign-in
        Store, ///< the account's store: nothing of it is shown, and nothing is kept in it
        ReadOnly, ///< the account's store is shown, but nothing can be kept in it
        Remembering, ///< who is signed in: the next start may not know
    };
    Q_ENUM(StorageTrouble)

    explicit AccountService(AccountParts parts, QObject *parent = nullptr);
    ~AccountService() override;

    State state() const;
    Error problem() const; ///< also why it is not known yet whose the sign-in is; Error{} where nothing is wrong
    std::optional<Account> account() const; ///< nothing only when SignedOut or never seen

    PendingWrites &writes() const; ///< asked for in the account's name and not done

    QList<StorageTrouble> storageTroubles() const; ///< those that last
    StoreRescue rescue() const; ///< what the open account's store went through when it was opened

    /// Opens the account used last, or works with `token` alone (SUNDIAL_TOKEN, the demo), which is never stored.
    void openLast();
    void open(const QString &key); ///< another one of the list, which openLast() has read
    void openWithToken(const QByteArray &token);

    /// Tries a pasted personal access token with Calendly; nothing is stored yet.
    void checkToken(const QString &token, QObject *context, std::function<void(const Result<CheckedToken> &)> then);
    /// Stores the token that was checked last and opens its account.
    void addCheckedToken(QObject *context, std::function<void(const Result<Account> &)> then);

    /// What the sign-in of the open account allows: as Calendly said when it was made, else found out with requests that
    /// change nothing.
    void readPermissions(QObject *context, std::function<void(const Result<QList<Permission>> &)> then);

    /// Signing in with the browser: start, then browserSignInFinished() comes once, unless stopped. Asks for what everyday
    /// work takes, for what the account was granted before, and for `furtherScopes`.
    void startBrowserSignIn(const QStringList &furtherScopes = {});
    void stopBrowserSignIn();
    bool isBrowserSignInUnderWay() const;
    QUrl authorizationUrl() const; ///< empty until authorizationReady(); never logged
    QDateTime browserSignInEndsAt() const;
    /// A redirect from the system or pasted by the user; false when it does not belong to the attempt under way.
    bool deliverRedirect(const QUrl &redirect);

    void retryKeychain();

    /// Ends the sign-in, removes the keychain item and everything stored of the account. `then` gets sentences for the user
    /// with Storage, when some of that is still on this computer, and with NotAllowed, when a personal access token goes on
    /// working; with any other error Calendly could not be told. But for Storage nothing is left on this computer.
    void signOut(QObject *context, std::function<void(const Result<Done> &)> then);

    /// False on machines without a keychain: a sign-in then ends with the program. Finding that out takes a moment
    /// after the start, so it is asked anew each time that it is shown.
    bool keepsSignIns() const;
    /// The sign-in was to be kept and could not be written: it ends when the program quits, unless a later try succeeds.
    bool isUnkept() const;
    /// Sign-ins that were ended here and may still be in the keychain; each start tries again to take them out.
    int leftSignIns() const;
    /// Without a keychain the user may have the sign-in kept in a file that only they can read.
    bool isFileOffered() const;
    bool isInFile() const;
    Result<Done> keepInFile(bool wanted);
    void followKeeping(); ///< where the sign-in is kept is known now, or differs
    void tellMoved(const QString &key); ///< a sign-in moved from a file into the keychain

signals:
    /// Anything of state(), account() or problem() changed.
    void changed();
    /// The store now holds another account's data (or none).
    void accountSwitched();
    void authorizationReady(const QUrl &url);
    void browserSignInFinished(const Result<Account> &account);
    /// The sign-in could not be written to the keychain; it will be lost when the program quits.
    void keepingFailed();
    /// The keychain has not answered for a while: it may be asking for its password.
    void keychainAwaited();
    /// The sign-in was in a file until now, and is in the keychain.
    void movedToKeychain();
    /// A store that could not be used was set aside and is filled anew: rescue() tells.
    void storeRescued();
    /// New among storageTroubles(): once, until it has worked again.
    void storageTroubled(AccountService::StorageTrouble trouble);

private:
    class Private;
    std::unique_ptr<Private> d;
};
