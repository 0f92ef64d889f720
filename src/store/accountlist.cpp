// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist.h"

#include "ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

Unexpected refused(const QString &message)
{
    return Unexpected(Error{.kind = Error::Kind::Storage, .message = message});
}

/// A key becomes the name of a folder: nothing in it may lead elsewhere.
bool isKey(const QString &key)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_-]{1,128}\\z"));
    return allowed.match(key).hasMatch();
}

bool isAccount(const KnownAccount &account)
{
    return isKey(account.key) && account.user.isValid() && !account.user.isRelative();
}

QJsonObject toJson(const KnownAccount &account)
{
    return {{QStringLiteral("key"), account.key},
            {QStringLiteral("user"), account.user.toString(QUrl::FullyEncoded)},
            {QStringLiteral("name"), account.name},
            {QStringLiteral("email"), account.email},
            {QStringLiteral("kept"), account.kept},
            {QStringLiteral("number"), account.number},
            {QStringLiteral("last_used"), account.lastUsed.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("leaving"), account.leaving}};
}

KnownAccount accountOf(const QJsonObject &json)
{
    return {.key = json.value(QLatin1String("key")).toString(),
            .user = QUrl(json.value(QLatin1String("user")).toString()),
            .name = json.value(QLatin1String("name")).toString(),
            .email = json.value(QLatin1String("email")).toString(),
            .kept = json.value(QLatin1String("kept")).toBool(),
            .number = std::max(0, json.value(QLatin1String("number")).toInt()),
            .lastUsed = QDateTime::fromString(json.value(QLatin1String("last_used")).toString(), Qt::ISODateWithMs),
            .leaving = json.value(QLatin1String("leaving")).toBool()};
}

void sortByUse(QList<KnownAccount> &accounts)
{
    std::stable_sort(accounts.begin(), accounts.end(),
                     [](const KnownAccount &a, const KnownAccount &b) { return a.lastUsed > b.lastUsed; });
}

/// The lowest that nobody has, so that colours come in their order and a removed account's is given again.
int freeNumber(const QList<KnownAccount> &accounts)
{
    QSet<int> taken;
    for (const KnownAccount &account : accounts)
        taken.insert(account.number);
    int number = 1;
    while (taken.contains(number))
        ++number;
    return number;
}

auto withKey(const QString &key)
{
    return [key](const KnownAccount &account) { return account.key == key; };
}

} // namespace

AccountList::AccountList(QString profileFolder)
    : m_folder(std::move(profileFolder))
{
}

Result<Done> AccountList::load()
{
    m_accounts.clear();
    m_readable = true;
    m_whole = true;
    // One that was set aside, without another in its place, is what a program that ended in the middle of it left.
    const bool isAside = !QFile::exists(file());
    QFile stored(isAside ? m_folder + QLatin1Char('/') + asides().value(0) : file());
    if (isAside && asides().isEmpty())
        return Done{};
    m_readable = stored.open(QIODevice::ReadOnly);
    if (!m_readable)
        return refused(QStringLiteral("The list of accounts cannot be read"));
    const QByteArray bytes = stored.read(mostBytes + 1);
    const QByteArray rest = stored.readAll();
    stored.close();
    const QJsonValue list = QJsonDocument::fromJson(bytes).object().value(QLatin1String("accounts"));
    bool whole = !isAside && list.isArray() && bytes.size() <= mostBytes;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries) {
        KnownAccount account = accountOf(entry.toObject());
        if (!isAccount(account) || find(account.key)) {
            whole = false;
            continue;
        }
        const bool isTaken = std::any_of(m_accounts.begin(), m_accounts.end(), [&](const KnownAccount &other) { return other.number == account.number; });
        if (account.number == 0 || isTaken)
            account.number = freeNumber(m_accounts);
        m_accounts.append(account);
    }
    sortByUse(m_accounts);
    // Copied and then replaced, so that at any moment there is a list.
    if (!whole && !isAside && !writeOwnerFile(asideName(file()), bytes + rest)) {
        m_readable = false;
        return refused(QStringLiteral("The damaged list of accounts could not be set aside"));
    }
    m_whole = whole;
    return whole ? Result<Done>(Done{}) : write(m_accounts);
}

QList<KnownAccount> AccountList::accounts() const
{
    QList<KnownAccount> staying = m_accounts;
    staying.removeIf([](const KnownAccount &account) { return account.leaving; });
    return staying;
}

QStringList AccountList::leaving() const
{
    QStringList keys;
    for (const KnownAccount &account : m_accounts) {
        if (account.leaving)
            keys.append(account.key);
    }
    return keys;
}

std::optional<KnownAccount> AccountList::find(const QString &key) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), withKey(key));
    if (found == m_accounts.end())
        return std::nullopt;
    return *found;
}

Result<Done> AccountList::put(const KnownAccount &account)
{
    if (!isAccount(account))
        return refused(QStringLiteral("The account has no usable name for its folder"));
    QList<KnownAccount> accounts = m_accounts;
    accounts.removeIf(withKey(account.key));
    KnownAccount numbered = account;
    if (numbered.number == 0)
        numbered.number = freeNumber(accounts);
    accounts.prepend(numbered);
    sortByUse(accounts);
    return write(accounts);
}

Result<Done> AccountList::use(const QString &key, const QDateTime &now)
{
    std::optional<KnownAccount> account = find(key);
    if (!account)
        return Done{};
    account->lastUsed = now;
    return put(*account);
}

Result<Done> AccountList::leave(const QString &key)
{
    std::optional<KnownAccount> account = find(key);
    if (!account)
        return Done{};
    account->leaving = true;
    return put(*account);
}

Result<Done> AccountList::remove(const QString &key)
{
    QList<KnownAccount> accounts = m_accounts;
    accounts.removeIf(withKey(key));
    const Result<Done> written = write(accounts);
    if (!removeAsides() && written)
        return refused(QStringLiteral("A list of accounts that was set aside could not be deleted"));
    return written;
}

/// Those that were set aside, the newest first.
QStringList AccountList::asides() const
{
    return QDir(m_folder).entryList({QFileInfo(file()).fileName() + QStringLiteral(".aside-*")}, QDir::Files | QDir::Hidden | QDir::System,
                                    QDir::Name | QDir::Reversed);
}

/// They may name the account that goes, in what could not be read of them, too.
bool AccountList::removeAsides() const
{
    QDir folder(m_folder);
    const QStringList found = asides();
    return std::count_if(found.begin(), found.end(), [&folder](const QString &aside) { return !folder.remove(aside); }) == 0;
}

QString AccountList::folderOf(const QString &key) const
{
    if (!isKey(key))
        return {};
    return m_folder + QStringLiteral("/accounts/") + key;
}

Result<QString> AccountList::makeFolderOf(const QString &key) const
{
    const QString own = folderOf(key);
    if (own.isEmpty())
        return refused(QStringLiteral("The account has no usable name for its folder"));
    for (const QString &folder : {m_folder, m_folder + QStringLiteral("/accounts"), own}) {
        if (const Result<Done> made = makeOwnerFolder(folder); !made)
            return Unexpected(made.error());
    }
    return own;
}

/// What is in memory follows the file: a list that could not be written is not taken over.
Result<Done> AccountList::write(const QList<KnownAccount> &accounts)
{
    if (!m_readable)
        return refused(QStringLiteral("The list of accounts cannot be read, so nothing is written over it"));
    QJsonArray entries;
    for (const KnownAccount &account : accounts)
        entries.append(toJson(account));
    const QJsonObject list{{QStringLiteral("version"), 1}, {QStringLiteral("accounts"), entries}};
    const Result<Done> folder = makeOwnerFolder(m_folder);
    const Result<Done> written = folder ? writeOwnerFile(file(), QJsonDocument(list).toJson()) : folder;
    if (written)
        m_accounts = accounts;
    return written;
}

QString AccountList::file() const
{
    return m_folder + QStringLiteral("/accounts.json");
}
