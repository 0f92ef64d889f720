// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountstore.h"

#include "database.h"
#include "storefiles.h"
#include "syncstatetable.h"
#include "whilealive.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

QString accountKeyOf(const QUrl &user)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_-]{1,64}\\z"));
    const QString key = user.path(QUrl::FullyEncoded).section(QLatin1Char('/'), -1);
    return plain.match(key).hasMatch() ? key : QString();
}

namespace {

/// A QDir without a name is the working directory, and behind a link lies what may be anybody's: neither is emptied.
bool removeFolder(const QString &folder)
{
    if (folder.isEmpty() || QFileInfo(folder).isSymLink())
        return false;
    return QDir(folder).removeRecursively();
}

} // namespace

AccountStore::AccountStore(AccountList &accounts, Database &database, SyncStateTable &state, Clock clock)
    : m_accounts(accounts)
    , m_database(database)
    , m_state(state)
    , m_clock(std::move(clock))
{
}

std::optional<KnownAccount> AccountStore::lastUsed() const
{
    const QList<KnownAccount> accounts = m_accounts.accounts();
    return accounts.isEmpty() ? std::nullopt : std::optional(accounts.first());
}

Result<AccountStore::Opened> AccountStore::open(const QString &key, const QUrl &owner)
{
    Opened opened;
    opened.switched = m_open != key || !m_database.isOpen();
    if (opened.switched) {
        m_open.clear();
        m_database.close(); // where the next one cannot be opened, nothing may be taken for its own
        const Result<QString> folder = m_accounts.makeFolderOf(key);
        if (!folder)
            return Unexpected(folder.error());
        const Result<StoreRescue> database = m_database.open(*folder + QLatin1String("/store.sqlite"));
        if (!database)
            return Unexpected(database.error());
        opened.rescue = *database;
        m_open = key;
    }
    const std::optional<User> stored = m_state.user();
    if (owner.isEmpty() || !stored || stored->uri == owner)
        return opened;
    // Their key is the same, so it may be the same person under an address of another form: what only this computer knows is
    // not deleted, but set aside and taken over as from a store that cannot be read.
    const QString file = m_database.file();
    m_open.clear();
    m_database.close();
    markDamaged(file);
    if (!isMarkedDamaged(file)) // it would be opened again, and become the new owner's
        return Unexpected(failure(Error::Kind::Storage, QStringLiteral("The store of another address could not be set aside")));
    const Result<StoreRescue> database = m_database.open(file);
    if (!database)
        return Unexpected(database.error());
    m_open = key;
    opened.switched = true;
    opened.rescue = *database;
    opened.rescue.otherAddress = true;
    return opened;
}

Result<StoreRescue> AccountStore::startAnew()
{
    const Result<StoreRescue> opened = m_database.startAnew();
    if (!opened)
        m_open.clear();
    return opened;
}

Account AccountStore::known(const KnownAccount &listed) const
{
    Account account = known(listed.key, listed.user);
    account.kept = listed.kept;
    if (account.user.name.isEmpty())
        account.user.name = listed.name;
    if (account.user.email.isEmpty())
        account.user.email = listed.email;
    return account;
}

Account AccountStore::known(const QString &key, const QUrl &owner) const
{
    Account account;
    account.key = key;
    account.user.uri = owner;
    if (m_open != key)
        return account;
    if (const std::optional<User> user = m_state.user(); user && (owner.isEmpty() || user->uri == owner))
        account.user = *user;
    account.organization.uri = account.user.organization;
    if (const std::optional<Organization> organization = m_state.organization();
        organization && organization->uri == account.user.organization)
        account.organization = *organization;
    return account;
}

Result<Done> AccountStore::remember(const Account &account)
{
    KnownAccount listed;
    listed.key = account.key;
    listed.user = account.user.uri;
    listed.name = account.user.name;
    listed.email = account.user.email;
    // A run with a token of its own leaves the sign-in in the keychain as it is; only signing out ends that.
    const std::optional<KnownAccount> before = m_accounts.find(account.key);
    listed.kept = account.kept || (before && before->kept);
    listed.number = before ? before->number : 0;
    listed.lastUsed = before ? before->lastUsed : m_clock();
    if (const Result<Done> written = m_accounts.put(listed); !written)
        return written;
    if (m_open != account.key)
        return Done{};
    if (m_state.user() != account.user) {
        if (const Result<Done> written = m_state.setUser(account.user); !written)
            return written;
    }
    if (m_state.organization() == account.organization)
        return Done{};
    return m_state.setOrganization(account.organization);
}

Result<Done> AccountStore::erase(const QString &key)
{
    Result<Done> result = Done{};
    if (m_open == key && m_database.isOpen())
        result = m_database.erase();
    m_open.clear();
    const bool isGone = removeFolder(m_accounts.folderOf(key));
    const Result<Done> unlisted = m_accounts.remove(key);
    if (!result)
        return result;
    if (!isGone)
        return Unexpected(failure(Error::Kind::Storage, QStringLiteral("The account's folder could not be removed")));
    return unlisted;
}
