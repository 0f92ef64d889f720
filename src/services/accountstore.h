// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountlist.h"
#include "accountservice.h"
#include "clock.h"
#include "storerescue.h"

class Database;
class SyncStateTable;

/// The last segment of a user URI, by which an account's folder and keychain item are named; empty where it is anything
/// but 1 to 64 plain letters, digits, "_" and "-", since it becomes part of a path.
QString accountKeyOf(const QUrl &user);

/// The stores of a profile's accounts, of which one at a time is open.
class AccountStore
{
public:
    AccountStore(AccountList &accounts, Database &database, SyncStateTable &state, Clock clock);

    struct Opened
    {
        bool switched = true; ///< another account's data, or none, was there before
        StoreRescue rescue;
    };

    std::optional<KnownAccount> lastUsed() const;
    /// Opens the store of `key`; where that fails, none is open. One that belongs to another user than `owner` (empty: nobody known) is emptied: the
    /// same key on another server is another account.
    Result<Opened> open(const QString &key, const QUrl &owner);
    /// The open store turned out to be damaged: sets it aside and opens a new one, filled from it. With an error none is open.
    Result<StoreRescue> startAnew();
    /// What is known of an account without asking: from the open store, else from the list.
    Account known(const KnownAccount &listed) const;
    Account known(const QString &key, const QUrl &owner) const;
    Result<Done> remember(const Account &account);
    /// Removes everything that is stored of `key`.
    Result<Done> erase(const QString &key);

private:
    AccountList &m_accounts;
    Database &m_database;
    SyncStateTable &m_state;
    Clock m_clock;
    QString m_open;
};
