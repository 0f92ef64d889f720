// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"
#include "retention.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// For how long meetings are kept, as it is chosen and remembered.
class RetentionTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsKept_unlessSomebodyChose()
    {
        Preferences preferences(m_folder.path());
        const Retention retention(preferences, m_clock);
        QCOMPARE(retention.months(), 0);
        QVERIFY(retention.horizon().isNull());
    }

    void aChoiceIsToldOnce_andRemembered()
    {
        {
            Preferences preferences(m_folder.path());
            Retention retention(preferences, m_clock);
            const QSignalSpy changed(&retention, &Retention::changed);
            retention.setMonths(6);
            retention.setMonths(6);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(retention.horizon(), QDateTime(QDate(2026, 5, 18), QTime(9, 0), Qt::UTC));
        }
        Preferences preferences(m_folder.path());
        Retention retention(preferences, m_clock);
        QCOMPARE(retention.months(), 6);
        retention.setMonths(0);
        QVERIFY(retention.horizon().isNull());
    }

    void whatIsNoChoice_changesNothing()
    {
        Preferences preferences(m_folder.path());
        Retention retention(preferences, m_clock);
        retention.setMonths(12);
        const QSignalSpy changed(&retention, &Retention::changed);
        for (const int odd : {-1, 2, 7, 1200})
            retention.setMonths(odd);
        QCOMPARE(retention.months(), 12);
        QCOMPARE(changed.size(), 0);
    }

    void anOddValueKeepsEverything_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"", "2", "-6", "06", "6.0", "6 months", "0x6", "true", "1, 3", "@Invalid()", "@ByteArray(1)x", "\"1", "99999999999999999999", "\xff\xfe"})
            QTest::addRow("%s", value) << QByteArray(value);
    }

    void anOddValueKeepsEverything()
    {
        QFETCH(const QByteArray, value);
        QFile file(m_folder.filePath(QStringLiteral("sundial.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("[privacy]\nforgetAfterMonths=" + value + "\n");
        file.close();
        Preferences preferences(m_folder.path());
        const Retention retention(preferences, m_clock);
        QCOMPARE(retention.months(), 0);
        QVERIFY(retention.horizon().isNull());
    }

    void aFileThatIsNone_keepsEverything()
    {
        QFile file(m_folder.filePath(QStringLiteral("sundial.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray("\0[privacy\nforgetAfterMonths=1", 29));
        file.close();
        Preferences preferences(m_folder.path());
        QCOMPARE(Retention(preferences, m_clock).months(), 0);
    }

    void cleanup() { QFile::remove(m_folder.filePath(QStringLiteral("sundial.ini"))); }

private:
    QTemporaryDir m_folder;
    const Clock m_clock = [] { return QDateTime(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC); };
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
