// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountmark.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

class AccountList;
class AccountService;
class CancelQueue;
class EventTypeService;
class HeldActions;
class LinkService;
class MeetingService;
class SyncService;

/// What works for one account of this run. All outlive its place among the open ones.
struct OpenAccount
{
    AccountService &account;
    MeetingService &meetings;
    LinkService &links;
    SyncService &sync;
    CancelQueue &cancels;
    HeldActions &held;
    EventTypeService &eventTypes;
};

/// How an account is told from the others.
struct AccountLook
{
    /// What keeps it from going on by itself.
    enum class Need { None, SignIn, Keychain, Cancellations };

    QString key;
    QString person;
    QString email;
    QString organization; ///< may be empty
    AccountMark mark; ///< a name that no other open account has, and its colour
    Need need = Need::None;
    bool operator==(const AccountLook &) const = default;
};

/// The accounts that are signed in side by side, each with services, a store and a window of its own (FEATURES A5). Here
/// they know of each other: who else is open, and what somebody wants to see of another one.
class OpenAccounts : public QObject
{
    Q_OBJECT

public:
    /// `list` outlives it.
    explicit OpenAccounts(const AccountList &list, QObject *parent = nullptr);

    void add(const OpenAccount &account);

    /// Those that somebody is signed in to, in the order in which they were added to the profile.
    QList<AccountLook> looks() const;
    std::optional<AccountLook> look(const AccountService &account) const; ///< nothing while nobody is signed in to it
    bool areSeveral() const { return signedIn().size() > 1; }
    /// Whose window shows, or would show, `key`; null where it is not open.
    const OpenAccount *find(const QString &key) const;
    std::vector<OpenAccount> beside(const AccountService &own) const; ///< the others that somebody is signed in to
    /// Another account of this run is that of `key`.
    bool isOpenBeside(const AccountService &own, const QString &key) const;
    /// The key of another account in which something that was confirmed is not done; empty where there is none.
    QString busyBeside(const AccountService &own) const;
    /// The user quits although something of `account` is not done: no longer counts for busyBeside(), or does again.
    void setLeftBehind(const AccountService &account, bool isLeft);

    void show(const QString &key, const QUrl &meeting = {}); ///< its window takes the place of the one that is shown
    void close(const QString &key); ///< its window is shown, and closes once nothing is under way there
    void addAnother(); ///< a sign-in to one more
    void leaveSignIn(); ///< back to where addAnother() was chosen

signals:
    void changed(); ///< anything of looks()
    /// What is stored of `account` changed.
    void meetingsChanged(const AccountService *account);
    void eventTypesChanged(const AccountService *account);
    void showWanted(const QString &key, const QUrl &meeting);
    void closeWanted(const QString &key);
    void addWanted();
    void leaveWanted();

private:
    QList<const OpenAccount *> signedIn() const;

    const AccountList &m_list;
    std::vector<OpenAccount> m_accounts;
    QSet<const AccountService *> m_leftBehind;
};
