// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QTest>

using namespace std::chrono_literals;

/// A clock that is minutes away from Calendly's makes people late: it is said.
class TestClockNotice : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
        hands().closeToasts();
    }

    void cleanup() { m_fixture.reset(); }

    void aClockThatIsApart_isSaidOnceAtTheSecondLook_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("behind");
        QTest::addColumn<QString>("words");
        QTest::newRow("ahead") << std::chrono::milliseconds(10min) << QStringLiteral("clock is 10 min ahead of Calendly’s");
        QTest::newRow("behind") << std::chrono::milliseconds(-3h) << QStringLiteral("clock is 3 h behind Calendly’s");
    }

    void aClockThatIsApart_isSaidOnceAtTheSecondLook()
    {
        QFETCH(const std::chrono::milliseconds, behind);
        QFETCH(const QString, words);
        m_fixture->calendly.setBehind(behind);
        QVERIFY(look());
        QCOMPARE(notices(), QStringList());
        QVERIFY(look());
        QCOMPARE(notices().size(), 1);
        QVERIFY2(notices().first().contains(words), qPrintable(notices().first()));
        QVERIFY(look());
        QCOMPARE(notices().size(), 1);
    }

    void oneThatIsSetRight_isSaidAgainOnlyWhenItIsApartAgain()
    {
        m_fixture->calendly.setBehind(10min);
        QVERIFY(look());
        m_fixture->calendly.setBehind(0ms);
        QVERIFY(look());
        m_fixture->calendly.setBehind(10min);
        QVERIFY(look());
        QCOMPARE(notices(), QStringList());
    }

    void secondsAreNotSaid()
    {
        m_fixture->calendly.setBehind(100s);
        QVERIFY(look());
        QVERIFY(look());
        QCOMPARE(notices(), QStringList());
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    QStringList notices() const
    {
        QStringList texts;
        for (const QString &toast : hands().toasts())
            texts.append(toast.simplified());
        return texts.filter(QStringLiteral("clock"));
    }

    /// F5, until everything was read.
    bool look()
    {
        const SyncService &sync = m_fixture->composition->sync();
        const QDateTime before = sync.lastSync();
        m_fixture->clock.advance(1s);
        hands().press(Qt::Key_F5);
        return WindowHands::waitFor([&] { return sync.lastSync() != before; }) && m_fixture->isUpToDate();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestClockNotice)
#include "tst_clocknotice.moc"
