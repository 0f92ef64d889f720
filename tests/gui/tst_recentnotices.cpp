// SPDX-License-Identifier: GPL-3.0-or-later
#include "toasthost.h"
#include "windowfixture.h"

#include <QAction>
#include <QDialog>
#include <QPlainTextEdit>
#include <QTest>

/// Notices that went can be read again, by whom they were told to.
class TestRecentNotices : public QObject
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

    void whatWent_isListedWithItsTime_theNewestFirst()
    {
        ToastHost &toasts = m_fixture->window->toasts();
        toasts.dismiss(toasts.add({.text = QStringLiteral("Link copied")}));
        m_fixture->clock.advance(std::chrono::minutes(5));
        toasts.dismiss(toasts.add({.kind = Toast::Kind::Failed, .text = QStringLiteral("The label could not be saved.")}));
        toasts.dismiss(toasts.add({.text = QStringLiteral("Canceled in 6 s"), .isHeld = true}));
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("Help"), QStringLiteral("Recent notices…")));
        QDialog *dialog = hands().dialog("NoticesDialog");
        QVERIFY(dialog);
        const QStringList lines = WindowHands(*dialog).seen<QPlainTextEdit>("text")->toPlainText().split(u'\n');
        QVERIFY2(lines.at(0).contains(QLatin1String("10:05")) && lines.at(0).endsWith(QLatin1String("(trouble): The label could not be saved.")), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).contains(QLatin1String("10:00")) && lines.at(1).endsWith(QLatin1String(": Link copied")), qPrintable(lines.at(1)));
    }

    void anotherAccount_readsNothingOfThem()
    {
        m_fixture->window->toasts().add({.text = QStringLiteral("Meeting with Ana canceled")});
        const auto *entry = m_fixture->window->findChild<QAction *>(QStringLiteral("actionNotices"));
        QVERIFY(entry->isEnabled());
        emit m_fixture->composition->account().accountSwitched();
        QVERIFY(!entry->isEnabled());
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestRecentNotices)
#include "tst_recentnotices.moc"
