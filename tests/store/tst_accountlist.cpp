// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

class AccountListTest : public QObject
{
    Q_OBJECT

private slots:
    void accounts_comeBackLastUsedFirst();
    void file_isForItsOwnerOnly();
    void load_setsDamagedFileAside_data();
    void load_setsDamagedFileAside();
    void load_keepsGoodEntriesOfADamagedFile();
    void load_findsAListThatWasOnlySetAside();
    void load_givesANumberToEachAccount();
    void put_givesTheLowestFreeNumber();
    void use_movesToTheFront();
    void put_keepsTheOldListWhenTheDiskRefuses();
    void put_refusesKeysThatLeadElsewhere();
    void remove_forgetsTheAccount();
    void remove_takesTheListsThatWereSetAside();
    void folderOf_isOwnerOnlyAndStaysInside();

private:
    static KnownAccount accountOf(const char *key, const QDateTime &used);
    static constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
};

KnownAccount AccountListTest::accountOf(const char *key, const QDateTime &used)
{
    return {.key = QLatin1String(key),
            .user = QUrl(QStringLiteral("https://api.example.com/users/") + QLatin1String(key)),
            .name = QStringLiteral("Mara Lindqvist"),
            .email = QStringLiteral("mara@example.com"),
            .kept = true,
            .number = *key - 'A' + 1,
            .lastUsed = used};
}

void AccountListTest::accounts_comeBackLastUsedFirst()
{
    const QTemporaryDir folder;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1795000000123, Qt::UTC);
    AccountList list(folder.path());
    QVERIFY(list.load());
    QVERIFY(list.accounts().isEmpty());
    const KnownAccount older = accountOf("A", now.addDays(-1));
    const KnownAccount newer = accountOf("B", now);
    QVERIFY(list.put(newer));
    QVERIFY(list.put(older));
    AccountList again(folder.path());
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), (QList<KnownAccount>{newer, older}));
    QCOMPARE(again.find(QStringLiteral("A")), std::optional(older));
    QVERIFY(!again.find(QStringLiteral("C")));
    KnownAccount used = older;
    used.lastUsed = now.addDays(1);
    used.kept = false;
    QVERIFY(again.put(used));
    QCOMPARE(again.accounts(), (QList<KnownAccount>{used, newer}));
}

void AccountListTest::file_isForItsOwnerOnly()
{
    const QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("made/profile"));
    AccountList list(profile);
    QVERIFY(list.put(accountOf("A", QDateTime::currentDateTimeUtc())));
    QVERIFY(!(QFile::permissions(profile + QStringLiteral("/accounts.json")) & others));
    QVERIFY(!(QFile::permissions(profile) & others));
}

void AccountListTest::load_setsDamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"accounts\": [{\"key\": \"A\"");
    QTest::newRow("another shape") << QByteArray("[1, 2]");
    QTest::newRow("key that leads elsewhere")
        << QByteArray("{\"accounts\": [{\"key\": \"../x\", \"user\": \"https://api.example.com/users/A\"}]}");
    QTest::newRow("huge") << QByteArray("{\"accounts\": []}") + QByteArray(2 * 1024 * 1024, ' ');
}

void AccountListTest::load_setsDamagedFileAside()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    AccountList list(folder.path());
    QVERIFY(list.load());
    QVERIFY(list.accounts().isEmpty());
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("accounts.json.aside-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(QFileInfo(folder.filePath(aside.constFirst())).size(), content.size());
    QVERIFY(list.put(accountOf("A", QDateTime::currentDateTimeUtc())));
}

void AccountListTest::load_keepsGoodEntriesOfADamagedFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\"accounts\": [7, {\"key\": \"A\", \"user\": \"https://api.example.com/users/A\"}, {\"key\": \"B\"}]}");
    file.close();
    AccountList list(folder.path());
    QVERIFY(list.load());
    QCOMPARE(list.accounts().size(), 1);
    QCOMPARE(list.accounts().constFirst().key, QStringLiteral("A"));
    AccountList again(folder.path());
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), list.accounts());
}

void AccountListTest::load_findsAListThatWasOnlySetAside()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json.aside-20261118T090000000")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"accounts\": [7, {\"key\": \"A\", \"user\": \"https://api.example.com/users/A\"}]}");
    file.close();
    AccountList list(folder.path());
    QVERIFY(list.load());
    QVERIFY(!list.isWhole());
    QCOMPARE(list.accounts().size(), 1);
    QVERIFY(list.load());
    QVERIFY(list.isWhole());
    QCOMPARE(list.accounts().size(), 1);
}

void AccountListTest::put_keepsTheOldListWhenTheDiskRefuses()
{
    const QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("profile"));
    AccountList list(profile);
    const KnownAccount account = accountOf("A", QDateTime::fromMSecsSinceEpoch(1795000000000, Qt::UTC));
    QVERIFY(list.put(account));
    QVERIFY(QDir().rename(profile, folder.filePath(QStringLiteral("moved"))));
    QFile inTheWay(profile);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder was
    inTheWay.close();
    const Result<Done> failed = list.put(accountOf("B", QDateTime::currentDateTimeUtc()));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Storage);
    QCOMPARE(list.accounts(), QList<KnownAccount>{account});
}

void AccountListTest::load_givesANumberToEachAccount()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "accounts": [
        {"key": "A", "user": "https://api.example.com/users/A", "number": 2, "last_used": "2026-11-18T09:00:00Z"},
        {"key": "B", "user": "https://api.example.com/users/B", "number": 2, "last_used": "2026-11-18T08:00:00Z"},
        {"key": "C", "user": "https://api.example.com/users/C", "last_used": "2026-11-18T07:00:00Z"}]})");
    file.close();
    AccountList list(folder.path());
    QVERIFY(list.load());
    QList<int> numbers;
    for (const KnownAccount &account : list.accounts())
        numbers << account.number;
    QCOMPARE(numbers, (QList<int>{2, 1, 3}));
}

void AccountListTest::put_givesTheLowestFreeNumber()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1795000000123, Qt::UTC);
    for (const char *key : {"A", "B", "C"}) {
        KnownAccount account = accountOf(key, now);
        account.number = 0;
        QVERIFY(list.put(account));
        QCOMPARE(list.find(account.key)->number, *key - 'A' + 1);
    }
    QVERIFY(list.remove(QStringLiteral("B")));
    KnownAccount account = accountOf("D", now);
    account.number = 0;
    QVERIFY(list.put(account));
    QCOMPARE(list.find(account.key)->number, 2);
}

void AccountListTest::use_movesToTheFront()
{
    const QTemporaryDir folder;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1795000000123, Qt::UTC);
    AccountList list(folder.path());
    QVERIFY(list.put(accountOf("A", now)));
    QVERIFY(list.put(accountOf("B", now.addDays(-1))));
    QVERIFY(list.use(QStringLiteral("B"), now.addDays(1)));
    QVERIFY(list.use(QStringLiteral("unknown"), now.addDays(2)));
    QCOMPARE(list.accounts().constFirst().key, QStringLiteral("B"));
    AccountList again(folder.path());
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), list.accounts());
    QCOMPARE(again.accounts().size(), 2);
}

void AccountListTest::put_refusesKeysThatLeadElsewhere()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    for (const char *key : {"", ".", "..", "a/b", "a\\b", "a\n", "A:B"})
        QVERIFY2(!list.put(accountOf(key, QDateTime::currentDateTimeUtc())), key);
    KnownAccount nobody = accountOf("A", QDateTime::currentDateTimeUtc());
    nobody.user = {};
    QVERIFY(!list.put(nobody));
}

void AccountListTest::remove_forgetsTheAccount()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    QVERIFY(list.put(accountOf("A", QDateTime::currentDateTimeUtc())));
    QVERIFY(list.remove(QStringLiteral("A")));
    AccountList again(folder.path());
    QVERIFY(again.load());
    QVERIFY(again.accounts().isEmpty());
    QVERIFY(again.remove(QStringLiteral("A")));
}

void AccountListTest::remove_takesTheListsThatWereSetAside()
{
    const QTemporaryDir folder;
    const auto asides = [&folder] { return QDir(folder.path()).entryList({QStringLiteral("accounts.json.aside-*")}, QDir::Files).size(); };
    AccountList list(folder.path());
    for (const int time : {1, 2}) {
        QFile file(folder.filePath(QStringLiteral("accounts.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"accounts\": [{\"name\": \"Mara Lindqvist\"}]}") > 0);
        file.close();
        QVERIFY(list.load());
        QCOMPARE(asides(), time);
    }
    QVERIFY(list.put(accountOf("A", QDateTime::currentDateTimeUtc())));
    QCOMPARE(asides(), 2);
    QVERIFY(list.remove(QStringLiteral("A")));
    QCOMPARE(asides(), 0);
}

void AccountListTest::folderOf_isOwnerOnlyAndStaysInside()
{
    const QTemporaryDir folder;
    const AccountList list(folder.path());
    QVERIFY(!QFileInfo::exists(list.folderOf(QStringLiteral("A"))));
    const QString own = list.makeFolderOf(QStringLiteral("A")).value_or(QString());
    QCOMPARE(own, list.folderOf(QStringLiteral("A")));
    QCOMPARE(own, folder.filePath(QStringLiteral("accounts/A")));
    QVERIFY(QFileInfo(own).isDir());
    QVERIFY(!(QFile::permissions(own) & others));
    QVERIFY(list.folderOf(QStringLiteral("../A")).isEmpty());
    QVERIFY(list.folderOf({}).isEmpty());
    QVERIFY(!list.makeFolderOf(QStringLiteral("../A")));
}

QTEST_GUILESS_MAIN(AccountListTest)
#include "tst_accountlist.moc"
