// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// An account that has been signed in on this profile: what may stand outside the keychain.
struct KnownAccount
{
    QString key; ///< folder name and part of the keychain key: the last segment of the user URI, checked
    QUrl user;
    QString name;
    QString email;
    bool kept = false; ///< a sign-in was stored in the keychain
    int number = 0; ///< from 1, stays with the account, and gives it its colour; put() finds one for 0
    QDateTime lastUsed; ///< when its window was last shown
    bool leaving = false; ///< signing out has begun; where it is not finished, the next start does
    bool operator==(const KnownAccount &) const = default;
};

/// The accounts of a profile, in a small file written whole (accounts.json, owner-only). It says "there is a sign-in"
/// when a locked keyring looks empty.
class AccountList
{
public:
    explicit AccountList(QString profileFolder);

    /// A damaged file is set aside, and the list starts with what can still be read of it. A file that cannot be read
    /// at all is an error, and nothing is written over it.
    Result<Done> load();
    bool isWhole() const { return m_whole; } ///< false where the last load() set a damaged file aside, or found only that
    QList<KnownAccount> accounts() const; ///< last used first, without those that are leaving
    QStringList leaving() const; ///< their keys
    std::optional<KnownAccount> find(const QString &key) const;
    Result<Done> put(const KnownAccount &account);
    Result<Done> use(const QString &key, const QDateTime &now); ///< its window is shown; nothing happens to one that is not listed
    Result<Done> leave(const QString &key); ///< signing out begins; nothing happens to one that is not listed
    Result<Done> remove(const QString &key); ///< with it go the lists that were set aside

    /// accounts/<key>, whether it is there or not; empty when `key` cannot be a folder name.
    QString folderOf(const QString &key) const;
    /// The same, made for its owner only where it is not there yet.
    Result<QString> makeFolderOf(const QString &key) const;

private:
    Result<Done> write(const QList<KnownAccount> &accounts);
    QStringList asides() const;
    bool removeAsides() const;
    QString file() const;

    QString m_folder;
    bool m_readable = true;
    bool m_whole = true;
    QList<KnownAccount> m_accounts;
};
