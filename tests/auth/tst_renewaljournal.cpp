// SPDX-License-Identifier: GPL-3.0-or-later
#include "renewaljournal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestRenewalJournal : public QObject
{
    Q_OBJECT

private slots:
    void entry_comesBackAsItWas()
    {
        const QTemporaryDir folder;
        const RenewalJournal journal(folder.filePath(QStringLiteral("new/deep")), QStringLiteral("mara@example.com"));
        QCOMPARE(journal.read(), JournalEntry());
        const JournalEntry entry{.phase = JournalEntry::Phase::Renewing,
                                 .generation = 7,
                                 .tries = 2,
                                 .sentAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0, 1, 250), Qt::UTC)};
        QVERIFY(journal.write(entry).has_value());
        QCOMPARE(journal.read(), entry);
    }

    void file_isTheOwnersAndDoesNotNameTheAccount()
    {
        const QTemporaryDir folder;
        const RenewalJournal journal(folder.path(), QStringLiteral("mara@example.com"));
        QVERIFY(journal.write({.phase = JournalEntry::Phase::Kept, .generation = 1}).has_value());
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(!files.first().fileName().contains(QLatin1String("mara")));
        QCOMPARE(files.first().permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void accounts_haveFilesOfTheirOwn()
    {
        const QTemporaryDir folder;
        const RenewalJournal one(folder.path(), QStringLiteral("1"));
        const RenewalJournal two(folder.path(), QStringLiteral("2"));
        QVERIFY(one.write({.phase = JournalEntry::Phase::Kept, .generation = 1}).has_value());
        QCOMPARE(two.read(), JournalEntry());
        QVERIFY(one.lockPath() != two.lockPath());
    }

    void write_failsWhereThereIsNoFolder()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const RenewalJournal journal(file.fileName() + QStringLiteral("/folder"), QStringLiteral("1"));
        const auto done = journal.write({.phase = JournalEntry::Phase::Kept, .generation = 1});
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().kind, Error::Kind::Storage);
    }

    void garbage_isNothing()
    {
        const QTemporaryDir folder;
        const RenewalJournal journal(folder.path(), QStringLiteral("1"));
        QFile file(journal.lockPath().chopped(5));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100000, '{'));
        file.close();
        QCOMPARE(journal.read(), JournalEntry());
    }

    void numbersThatNobodyCountedTo_areNotBelieved()
    {
        const QTemporaryDir folder;
        const RenewalJournal journal(folder.path(), QStringLiteral("1"));
        QFile file(journal.lockPath().chopped(5));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"phase\":\"kept\",\"generation\":2147483647}");
        QVERIFY(file.flush());
        QCOMPARE(journal.read(), JournalEntry());
        QVERIFY(file.resize(0) && file.seek(0));
        file.write("{\"phase\":\"renewing\",\"generation\":4,\"tries\":2147483647}");
        QVERIFY(file.flush());
        QCOMPARE(journal.read().generation, 4);
        QVERIFY(journal.read().tries < 2147483647);
    }
};

QTEST_GUILESS_MAIN(TestRenewalJournal)
#include "tst_renewaljournal.moc"
