// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace {

const QString said = QStringLiteral("Sundial ended unexpectedly on 17 Nov at 15:05. What it was doing with Calendly is looked up again; nothing is sent twice.");

} // namespace

/// The start after a crash: it is said, with its report, until the user knows.
class TestCrashNotice : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void withoutACrash_nothingIsSaid()
    {
        QVERIFY(m_fixture->openReady());
        QVERIFY(startAgain());
        QVERIFY(isQuiet());
        QVERIFY(!isInMenu());
    }

    void aCrash_isSaidWithItsReport_untilThatWasSeen()
    {
        QVERIFY(m_fixture->openReady());
        leave(QStringLiteral("2026-11-17T14-05-33Z.txt"), QStringLiteral("Cause: SIGSEGV\n"));
        QVERIFY(startAgain());
        QTRY_VERIFY2(hands().hasToast(said), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY(hands().clickText(QStringLiteral("Show report")));
        QDialog *dialog = hands().dialog("CrashReportsDialog");
        QVERIFY(dialog);
        QCOMPARE(WindowHands(*dialog).seen<QPlainTextEdit>("text")->toPlainText(), QStringLiteral("Cause: SIGSEGV\n"));
        QVERIFY(!WindowHands(*dialog).seen("choice")); // between one there is nothing to choose
        QVERIFY(WindowHands(*dialog).click("copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Cause: SIGSEGV\n"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Crash report copied")));
        QVERIFY(startAgain());
        QVERIFY(isQuiet());
    }

    void closingTheNotice_isRemembered_andTheMenuLeadsToTheReport()
    {
        QVERIFY(m_fixture->openReady());
        leave(QStringLiteral("2026-11-17T14-05-33Z.txt"), QStringLiteral("the newer"));
        leave(QStringLiteral("2026-11-16T14-05-33Z.txt"), QStringLiteral("the older"));
        QVERIFY(startAgain());
        QTRY_VERIFY(hands().hasToast(said));
        hands().closeToasts();
        QVERIFY(startAgain());
        QVERIFY(isQuiet());
        QVERIFY(isInMenu());
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("Help"), QStringLiteral("Crash reports…")));
        QDialog *dialog = hands().dialog("CrashReportsDialog");
        QVERIFY(dialog);
        WindowHands there(*dialog);
        auto *choice = there.seen<QComboBox>("choice");
        QVERIFY(choice);
        QCOMPARE(choice->itemText(0), QStringLiteral("17 Nov, 15:05"));
        auto *text = there.seen<QPlainTextEdit>("text");
        QCOMPARE(text->toPlainText(), QStringLiteral("the newer"));
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(text->toPlainText(), QStringLiteral("the older"));
        QVERIFY(there.click("remove"));
        QCOMPARE(text->toPlainText(), QStringLiteral("the newer"));
        QVERIFY(there.click("remove"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Crash report deleted")));
        QVERIFY(QDir(CrashReports::folderIn(m_fixture->profile.path())).isEmpty());
        QVERIFY(!isInMenu());
    }

    void aNoticeThatWasOverlooked_comesAgain()
    {
        QVERIFY(m_fixture->openReady());
        leave(QStringLiteral("2026-11-17T14-05-33Z.txt"), QStringLiteral("a report"));
        for (int time = 0; time < 2; ++time) {
            QVERIFY(startAgain());
            QTRY_VERIFY(hands().hasToast(said));
        }
    }

    void withoutAnAccount_itIsSaidOnTheWelcomePage()
    {
        QVERIFY(m_fixture->startServer());
        leave(QStringLiteral("2026-11-17T14-05-33Z.txt"), QStringLiteral("a report"));
        QVERIFY(m_fixture->openWindow());
        QDialog *notice = hands().dialog("crashNotice");
        QVERIFY(notice);
        QVERIFY(hands().words("crashNotice").contains(QLatin1String("Sundial ended unexpectedly on 17 Nov at ")));
        QVERIFY(WindowHands(*notice).clickText(QStringLiteral("Show report")));
        QVERIFY(hands().dialog("CrashReportsDialog"));
        QVERIFY(startAgain());
        QVERIFY(isQuiet());
    }

    void aReportThatCannotBeDeleted_isSaidToBeThere()
    {
        QVERIFY(m_fixture->openReady());
        leave(QStringLiteral("2026-11-17T14-05-33Z.txt"), QStringLiteral("a report"));
        QVERIFY(startAgain());
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("Help"), QStringLiteral("Crash reports…")));
        QDialog *dialog = hands().dialog("CrashReportsDialog");
        QVERIFY(dialog);
        // A folder in its place is what not even root can remove as a file.
        const QString file = CrashReports::folderIn(m_fixture->profile.path()) + QStringLiteral("/2026-11-17T14-05-33Z.txt");
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
        QVERIFY(WindowHands(*dialog).click("remove"));
        QVERIFY(dialog->isVisible());
        QVERIFY(hands().words("CrashReportsDialog").contains(QLatin1String("could not be deleted; it is as it was.")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    bool isInMenu() const { return m_fixture->window->findChild<QAction *>(QStringLiteral("actionCrashReports"))->isVisible(); }

    bool startAgain()
    {
        m_fixture->quit();
        return m_fixture->openWindow();
    }

    /// What is queued at a start was said by now, and it was not this.
    bool isQuiet() const
    {
        QCoreApplication::processEvents();
        return !hands().hasToast(QStringLiteral("unexpectedly")) && !m_fixture->window->findChild<QDialog *>(QStringLiteral("crashNotice"));
    }

    void leave(const QString &name, const QString &text)
    {
        const QString folder = CrashReports::folderIn(m_fixture->profile.path());
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCrashNotice)
#include "tst_crashnotice.moc"
