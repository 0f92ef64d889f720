// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

/// The command palette: everything that can be done, by its name.
class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
    }

    void cleanup() { m_fixture.reset(); }

    void aCommandIsDoneByItsName()
    {
        type(QStringLiteral(">availab"));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(hands().seen("list", "AvailabilityPage"));
    }

    void everyActionOfTheMenusIsThereWithItsKeys()
    {
        type(QStringLiteral(">join running"));
        QCOMPARE(rows().size(), 1);
        QVERIFY(rows().first().contains(QLatin1String("Ctrl+J")));
    }

    void anActionOfAnotherPageShowsThatPageFirst()
    {
        hands().press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("list", "AvailabilityPage"));
        type(QStringLiteral(">past meet"));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(hands().seen("list", "SchedulePage"));
    }

    void anEventTypeCopiesASingleUseLink()
    {
        QGuiApplication::clipboard()->clear();
        type(QStringLiteral("30 min int"));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("/d/")));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /scheduling_links")), 1);
    }

    void aMeetingIsShownOnItsCard()
    {
        type(QStringLiteral("kenji"));
        QVERIFY(!rows().filter(QStringLiteral("Kenji Watanabe")).isEmpty());
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QDialog *palette() const { return hands().dialog("CommandPalette"); }
    QLineEdit *field() const { return palette()->findChild<QLineEdit *>(); }
    QStringList rows() const { return hands().rows(*palette()->findChild<QListView *>()); }
    void type(const QString &text)
    {
        hands().press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette());
        QTest::keyClicks(field(), text);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
