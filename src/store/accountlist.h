// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QList>
#include <QString>
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
    QDateTime lastUsed;
    bool operator==(const KnownAccount &) const = default;
};

/// The accounts of a profile, in a small file written whole (accounts.json, owner-only). It says "there is a sign-in"
/// when a locked keyring looks empty.
class AccountList
{
public:
    explicit AccountList(QString profileFolder);

    Result<Done> load(); ///< a damaged file is set aside and the list starts empty
    QList<KnownAccount> accounts() const; ///< last used first
    std::optional<KnownAccount> find(const QString &key) const;
    Result<Done> put(const KnownAccount &account);
    Result<Done> remove(const QString &key);

    QString folderOf(const QString &key) const; ///< accounts/<key>, made owner-only on first use

private:
    QString m_folder;
    QList<KnownAccount> m_accounts;
};
