// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRegularExpression>

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

    void theCardOfAMeetingIsShownByItsName()
    {
        hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(!hands().seen("card"));
        type(QStringLiteral(">show card"));
        QVERIFY(rows().first().contains(QLatin1String("Space")));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(hands().seen("card"));
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

    void diagnosticsAreShownThenCopied_andTellNobody()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::NotJson});
        m_fixture->composition->sync().refresh();
        QTRY_COMPARE(m_fixture->composition->sync().state(), SyncService::State::Failed);
        type(QStringLiteral(">copy diagnostics"));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(hands().dialog("DiagnosticsDialog"));
        WindowHands dialog(*hands().dialog("DiagnosticsDialog"));
        const QString text = dialog.seen<QPlainTextEdit>("text")->toPlainText();
        for (const char *told : {"Qt: ", "SQLite: ", "meetings: ", "State: Ready", "a personal access token", "Problem: malformed answer (HTTP 200)",
                                 "GET /scheduled_events/{id}/invitees: 200, ", "Screen: "})
            QVERIFY2(text.contains(QLatin1String(told)), told);
        expectNobodyIn(text);
        QVERIFY(dialog.click("copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Diagnostics copied")));
    }

private:
    /// Neither a secret, nor anybody's name or address, nor an id or a place on this computer.
    void expectNobodyIn(const QString &text)
    {
        static const QRegularExpression address(QStringLiteral("\\w@\\w|%40"));
        static const QRegularExpression id(QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}|[A-Z0-9]{16}"));
        QVERIFY(!text.contains(address));
        QVERIFY(!text.contains(id));
        QStringList secrets{m_fixture->calendly.token(), m_fixture->profile.path(), QDir::homePath(), QSysInfo::machineHostName(), m_fixture->calendly.url().authority()};
        const World &world = m_fixture->calendly->world();
        for (const WorldUser &user : world.users())
            secrets += {user.name, user.email, user.slug};
        for (const WorldInvitee &invitee : world.invitees())
            secrets += {invitee.name, invitee.email};
        secrets.removeDuplicates();
        for (const QString &secret : std::as_const(secrets))
            QVERIFY2(secret.size() < 4 || !text.contains(secret), qPrintable(secret));
    }

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
