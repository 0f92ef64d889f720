// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist.h"
#include "fuzztargets.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

/// The list of accounts of a profile, as it lies on the disk.
void fuzzAccounts(const QByteArray &input)
{
    static const QTemporaryDir folder;
    const QDir profile(folder.path());
    const QStringList names = profile.entryList(QDir::Files);
    for (const QString &name : names) // those set aside before, too
        QFile::remove(profile.filePath(name));
    QFile file(profile.filePath(QStringLiteral("accounts.json")));
    mustHold(file.open(QIODevice::WriteOnly) && file.write(input) == input.size() && file.flush(), "the input can be laid down");
    file.close();

    AccountList list(folder.path());
    mustHold(bool(list.load()), "a damaged list is set aside, and what is left of it goes on");
    const QList<KnownAccount> accounts = list.accounts();
    QSet<QString> keys;
    QSet<int> numbers;
    for (const KnownAccount &account : accounts) {
        mustHold(!account.key.isEmpty() && account.key.size() <= 128 && !account.key.contains(QLatin1Char('/'))
                     && !account.key.contains(QLatin1Char('.')),
                 "a key names a folder below the profile");
        mustHold(account.number >= 1, "an account has a color");
        mustHold(!account.user.isEmpty() && !account.user.isRelative(), "an account has an address");
        keys.insert(account.key);
        numbers.insert(account.number);
    }
    mustHold(keys.size() == accounts.size() && numbers.size() == accounts.size(), "no two accounts share a key or a color");

    AccountList again(folder.path());
    mustHold(again.load() && again.accounts() == accounts, "the next start finds the same");
    // The one that was set aside is still there, whole.
    bool isKept = profile.entryList(QDir::Files).size() == 1;
    const QStringList after = profile.entryList(QDir::Files);
    for (const QString &name : after) {
        QFile one(profile.filePath(name));
        isKept = isKept || (one.open(QIODevice::ReadOnly) && one.readAll() == input);
    }
    mustHold(isKept, "nothing of a damaged list is lost");
}
