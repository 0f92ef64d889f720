// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreports.h"
#include "preferences.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// What becomes of the reports that crashes left in a profile.
class TestCrashReports : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_profile->path()).mkdir(QStringLiteral("crash")));
    }

    void theLastFiveStay_theNewestFirst()
    {
        for (int day = 1; day <= 7; ++day)
            leave(QStringLiteral("2026-11-0%1T09-00-00Z.txt").arg(day));
        leave(QStringLiteral("2026-11-07T09-00-00Z_2.txt"));
        const Start start(*m_profile);
        const QStringList kept{QStringLiteral("2026-11-07T09-00-00Z_2.txt"), QStringLiteral("2026-11-07T09-00-00Z.txt"),
                               QStringLiteral("2026-11-06T09-00-00Z.txt"), QStringLiteral("2026-11-05T09-00-00Z.txt"),
                               QStringLiteral("2026-11-04T09-00-00Z.txt")};
        QCOMPARE(start.names(), kept);
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 5);
        QCOMPARE(start.crashes.reports().at(2).when, QDateTime(QDate(2026, 11, 6), QTime(9, 0), Qt::UTC));
    }

    void whatIsNoReport_isLeftAlone()
    {
        const QStringList others{QStringLiteral("notes.txt"), QStringLiteral("2026-13-07T09-00-00Z.txt"), QStringLiteral("2026-11-07T09-00-00Z.txt~")};
        for (const QString &other : others)
            leave(other);
        QVERIFY(QFile::link(m_profile->filePath(QStringLiteral("elsewhere")), folder() + QStringLiteral("/2026-11-07T09-00-00Z.txt")));
        const Start start(*m_profile);
        QVERIFY(start.names().isEmpty());
        for (const QString &other : others)
            QVERIFY2(QFile::exists(folder() + QLatin1Char('/') + other), qPrintable(other));
    }

    void theUserIsToldOnce_andAgainOfTheNextCrash()
    {
        leave(QStringLiteral("2026-11-07T09-00-00Z.txt"));
        {
            Start start(*m_profile);
            QVERIFY(start.crashes.takeUntold());
            QVERIFY(!start.crashes.takeUntold()); // another window of the same run
        }
        {
            Start start(*m_profile);
            QVERIFY(start.crashes.takeUntold()); // it was overlooked
            start.crashes.setTold();
        }
        QVERIFY(!Start(*m_profile).crashes.takeUntold());
        leave(QStringLiteral("2026-11-08T09-00-00Z.txt"));
        QVERIFY(Start(*m_profile).crashes.takeUntold());
    }

    void removing_takesTheFileAway_andIsToldAround()
    {
        leave(QStringLiteral("2026-11-07T09-00-00Z.txt"));
        Start start(*m_profile);
        QSignalSpy changed(&start.crashes, &CrashReports::changed);
        const CrashReport report = start.crashes.reports().first();
        QCOMPARE(CrashReports::text(report), QStringLiteral("2026-11-07T09-00-00Z.txt"));
        QVERIFY(start.crashes.remove(report));
        QCOMPARE(changed.size(), 1);
        QVERIFY(start.names().isEmpty());
        QVERIFY(CrashReports::text(report).isEmpty());
    }

private:
    /// A start of the program.
    struct Start
    {
        explicit Start(const QTemporaryDir &profile) : preferences(profile.path()), crashes(profile.path(), preferences) { }

        QStringList names() const
        {
            QStringList found;
            const QList<CrashReport> reports = crashes.reports();
            for (const CrashReport &report : reports)
                found.append(QFileInfo(report.file).fileName());
            return found;
        }

        Preferences preferences;
        CrashReports crashes;
    };

    QString folder() const { return CrashReports::folderIn(m_profile->path()); }

    /// A report that holds its own name.
    void leave(const QString &name)
    {
        QFile file(folder() + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_profile;
};

QTEST_GUILESS_MAIN(TestCrashReports)
#include "tst_crashreports.moc"
