// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist.h"
#include "fulldisk.h"
#include "preferences.h"
#include "renewaljournal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// What must not be lost when the disk is full: the mark of a renewal, and which accounts there are.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void journal_keepsTheOldEntryAndSaysSo()
    {
        const QTemporaryDir folder;
        const RenewalJournal journal(folder.path(), QStringLiteral("mara"));
        const JournalEntry old{.phase = JournalEntry::Phase::Kept, .generation = 1};
        const JournalEntry next{.phase = JournalEntry::Phase::Renewing, .generation = 1, .tries = 1};
        QVERIFY(journal.write(old));
        Result<Done> written = Done{};
        {
            const FullDisk disk(8);
            QVERIFY(disk.isFull());
            written = journal.write(next);
        }
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QCOMPARE(journal.read(), old);
        QCOMPARE(filesIn(folder), 1);
        QVERIFY(journal.write(next));
        QCOMPARE(journal.read(), next);
    }

    void accountList_keepsTheOldListAndSaysSo()
    {
        const QTemporaryDir folder;
        AccountList list(folder.path());
        QVERIFY(list.put(accountOf("A")));
        Result<Done> written = Done{};
        {
            const FullDisk disk(8);
            QVERIFY(disk.isFull());
            written = list.put(accountOf("B"));
        }
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QCOMPARE(list.accounts(), QList<KnownAccount>{accountOf("A")});
        AccountList again(folder.path());
        QVERIFY(again.load());
        QCOMPARE(again.accounts(), list.accounts());
        QCOMPARE(filesIn(folder), 1);
        QVERIFY(again.put(accountOf("B")));
        QCOMPARE(again.accounts().size(), 2);
    }

    void preferences_keepTheOldFile()
    {
        const QTemporaryDir folder;
        const QString key = QStringLiteral("cancel/reasons");
        Preferences(folder.path()).setValue(key, QStringLiteral("an old word"));
        QVERIFY(contentOf(folder).contains("an old word"));
        int told = 0;
        {
            const FullDisk disk(8);
            QVERIFY(disk.isFull());
            Preferences preferences(folder.path());
            preferences.whenRefused([&told] { ++told; });
            preferences.setValue(key, QStringLiteral("a new word"));
            QCOMPARE(preferences.value(key).toString(), QStringLiteral("a new word")); // for this run
            QTRY_COMPARE(told, 1);
            QCOMPARE(preferences.value(key).toString(), QStringLiteral("a new word"));
        }
        QCOMPARE(told, 1);
        QVERIFY(contentOf(folder).contains("an old word"));
    }

    void preferences_areWrittenWhenThereIsRoomAgain()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.path(), std::chrono::milliseconds(20));
        int told = 0;
        preferences.whenRefused([&told] { ++told; });
        for (const int time : {1, 2}) {
            const QByteArray word = "word " + QByteArray::number(time);
            {
                const FullDisk disk(8);
                QVERIFY(disk.isFull());
                preferences.setValue(QStringLiteral("cancel/reasons"), QString::fromLatin1(word));
                QTRY_COMPARE(told, time); // anew, since it had worked again
            }
            QTRY_VERIFY(contentOf(folder).contains(word));
        }
    }

private:
    static QByteArray contentOf(const QTemporaryDir &folder)
    {
        QFile file(folder.filePath(QStringLiteral("sundial.ini")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static qsizetype filesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size();
    }

    static KnownAccount accountOf(const char *key)
    {
        return {.key = QLatin1String(key),
                .user = QUrl(QStringLiteral("https://api.example.com/users/") + QLatin1String(key)),
                .name = QStringLiteral("Mara Lindqvist"),
                .number = 1,
                .lastUsed = QDateTime::fromMSecsSinceEpoch(1795000000000, Qt::UTC)};
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
