// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>

namespace {

const QString cancellation = QStringLiteral("POST /scheduled_events/*/cancellation");
const QString marking = QStringLiteral("POST /invitee_no_shows");

} // namespace

/// What keeps a cancellation from being an accident: a moment to take it back, and nothing lost when the program ends.
class TestCancelSafely : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->holdsFirst = true;
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void aConfirmedCancellationIsTakenBackByKey()
    {
        QVERIFY(cancelOne());
        QVERIFY(hands().hasToast(QStringLiteral("is canceled in")));
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        hands().press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!hands().hasToast(QStringLiteral("is canceled in")));
        QVERIFY(m_fixture->composition->held().isEmpty());
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void afterItsTimeItLeavesAndSaysWhatCameOfIt()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        QVERIFY(cancelOne());
        QTRY_COMPARE(m_fixture->sent(cancellation), 1);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("is canceled. Calendly mails everybody.")));
    }

    void quittingMeanwhileAsks()
    {
        QVERIFY(cancelOne());
        m_fixture->window->close();
        QPointer<QDialog> question = hands().dialog("closingQuestion");
        QVERIFY(question);
        QVERIFY(m_fixture->window->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!question);
        QVERIFY(m_fixture->window->isVisible());
        QCOMPARE(m_fixture->composition->held().count(HeldAction::Kind::Cancellation), 1);
    }

    void quittingCanSendIt()
    {
        QVERIFY(cancelOne());
        m_fixture->window->close();
        QVERIFY(answer(QStringLiteral("Send now")));
        QTRY_COMPARE(m_fixture->sent(cancellation), 1);
        QTRY_VERIFY(!m_fixture->window->isVisible());
    }

    void whatCouldNotBeSentAtQuittingKeepsTheWindow()
    {
        QVERIFY(cancelOne());
        m_fixture->calendly->failNext(cancellation, 403);
        m_fixture->window->close();
        QVERIFY(answer(QStringLiteral("Send now")));
        QTRY_COMPARE(m_fixture->sent(cancellation), 1);
        QTRY_VERIFY(!m_fixture->composition->cancels().isSendingSingle());
        QTRY_VERIFY2(hands().hasToast(QStringLiteral("not canceled")) , qPrintable(hands().toasts().join(QLatin1Char('\n'))));
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(hands().clickText(QStringLiteral("Try again…")));
        QVERIFY(hands().dialog("CancelDialog"));
    }

    void quittingCanTakeItBack()
    {
        QVERIFY(cancelOne());
        m_fixture->window->close();
        QVERIFY(answer(QStringLiteral("Keep the meeting")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void nothingLeavesWhileItIsAskedWhetherToSendIt()
    {
        m_fixture->composition->held().setDelay(std::chrono::seconds(2));
        QVERIFY(cancelOne());
        m_fixture->window->close();
        QSignalSpy ticks(&m_fixture->composition->held(), &HeldActions::changed);
        QTRY_VERIFY(ticks.size() >= 3); // one in a second
        QCOMPARE(m_fixture->sent(cancellation), 0);
        QVERIFY(answer(QStringLiteral("Keep the meeting")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void whatWasHeldWhenTheProgramEndedIsSaidAtTheNextStart()
    {
        QVERIFY(cancelOne());
        m_fixture->quit();
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY(hands().text("bannerText").contains(QLatin1String("Canceling was not finished: 0 of 1 meetings done, 1 not sent.")));
        QCOMPARE(m_fixture->sent(cancellation), 0);
        QVERIFY(hands().click("bannerAction"));
        QPointer<QDialog> dialog = hands().dialog("CancelSeveralDialog");
        QVERIFY(dialog);
        QVERIFY(WindowHands(*dialog).click("leaveRest"));
        QVERIFY(WindowHands(*dialog).click("done"));
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY(!hands().seen("bannerText"));
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void selectedRowsAreCanceledTogether()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTest::keyClick(m_fixture->list(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        QPointer<QDialog> dialog = hands().dialog("CancelSeveralDialog");
        QVERIFY(dialog);
        QVERIFY(WindowHands(*dialog).text("question").startsWith(QLatin1String("Cancel 2 meetings")));
        QCOMPARE(m_fixture->sent(cancellation), 0);
        QVERIFY(WindowHands(*dialog).click("confirm"));
        QVERIFY(WindowHands::waitFor([this] { return m_fixture->sent(cancellation) == 2; }, 20000));
    }

    void controlEnterCommitsWhereverTheFocusIs_data()
    {
        QTest::addColumn<QByteArray>("place");
        for (const char *place : {"keep", "confirm", "all", "copyAddresses", "meetings", "reason", "fields", "ownLinks"})
            QTest::newRow(place) << QByteArray(place);
    }
    void controlEnterCommitsWhereverTheFocusIs()
    {
        QFETCH(QByteArray, place);
        QPointer<QDialog> dialog = askAboutTwo();
        QVERIFY(dialog);
        auto *widget = WindowHands(*dialog).seen(place.constData());
        QVERIFY(widget);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        widget->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(QApplication::focusWidget(), widget);
        WindowHands(*dialog).press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(WindowHands::waitFor([this] { return m_fixture->sent(cancellation) == 2; }, 20000));
    }

    void signingOutDuringARunSaysWhatIsDoneAndAsks()
    {
        sandbox::Fault late = faultOf(sandbox::Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(1500);
        m_fixture->calendly->failNext(cancellation, late);
        QPointer<QDialog> dialog = askAboutTwo();
        QVERIFY(dialog);
        QVERIFY(WindowHands(*dialog).click("confirm"));
        QTRY_COMPARE(m_fixture->sent(cancellation), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(signOut("Of 2 meetings that are to be canceled, 0 are done and 2 are not.", "Stop and sign out"));
        // The answer of the one that is under way is waited for, and the other one is not sent.
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("WelcomePage"), 20000);
        QCOMPARE(m_fixture->sent(cancellation), 1);
    }

    void signingOutTakesBackWhatIsHeldAndSaysSo()
    {
        QVERIFY(cancelOne());
        QVERIFY(signOut("A cancellation has not been sent yet. It is taken back, and the meeting stands.", "Sign out"));
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("WelcomePage"), 20000);
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void resultsOfARunThatNobodyLookedAtCanStillBeSeen()
    {
        QPointer<QDialog> dialog = askAboutTwo();
        QVERIFY(dialog);
        QVERIFY(WindowHands(*dialog).click("confirm"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(hands().hasToast(QStringLiteral("2 meetings are canceled")), 20000);
        QVERIFY(hands().clickText(QStringLiteral("Show")));
        QPointer<QDialog> results = hands().dialog("CancelSeveralDialog");
        QVERIFY(results);
        QVERIFY(WindowHands(*results).isUsable("copyAddresses"));
        QVERIFY(WindowHands(*results).click("done"));
        QTRY_VERIFY(!results);
        QVERIFY(m_fixture->composition->cancels().items().isEmpty());
    }

    void severalMissedMeetingsAreMarkedTogether()
    {
        const QStringList names{QStringLiteral("Pietro Sala"), QStringLiteral("Renate Voss")};
        for (qsizetype i = 0; i < names.size(); ++i)
            m_fixture->bookAs(names.at(i), m_fixture->clock.now().addSecs(-600 - 60 * i));
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(names.at(0)) && m_fixture->listShows(names.at(1)));
        QVERIFY(hands().clickRow(*m_fixture->list(), names.at(1)));
        QTest::keyClick(m_fixture->list(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(m_fixture->window->findChild<QAction *>(QStringLiteral("noShow"))->text(), QStringLiteral("&No-show for 2, on or off"));
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked 2 people as no-show")));
        QCOMPARE(m_fixture->sent(marking), 2);
    }

    void aNoShowWaitsAndIsTakenBackByTheSameKey()
    {
        QVERIFY(holdNoShow());
        QTRY_VERIFY(toggleName().startsWith(QLatin1String("Nothing is sent yet")));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(!hands().hasToast(QStringLiteral("is marked as no-show in")));
        QTRY_VERIFY(toggleName().startsWith(QLatin1String("Mark ")));
        QVERIFY(m_fixture->composition->held().isEmpty());
        QCOMPARE(m_fixture->sent(marking), 0);
    }

    void aNoShowLeavesAfterItsTime()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        QVERIFY(holdNoShow());
        QTRY_COMPARE(m_fixture->sent(marking), 1);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked Pietro Sala as no-show")));
    }

    void quittingAsksAboutANoShowToo()
    {
        QVERIFY(holdNoShow());
        m_fixture->window->close();
        QVERIFY(hands().dialog("closingQuestion"));
        QCOMPARE(qobject_cast<QMessageBox *>(hands().dialog("closingQuestion"))->text(), QStringLiteral("A no-show mark has not been sent yet."));
        QVERIFY(answer(QStringLiteral("Send now")));
        QTRY_COMPARE(m_fixture->sent(marking), 1);
        QTRY_VERIFY(!m_fixture->window->isVisible());
    }

    void signingOutTakesANoShowBack()
    {
        QVERIFY(holdNoShow());
        QVERIFY(signOut("A no-show mark has not been sent yet. It is taken back.", "Sign out"));
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("WelcomePage"), 20000);
        QCOMPARE(m_fixture->sent(marking), 0);
    }

    void aCrashBetweenRequestAndAnswerIsToldAtTheNextStart()
    {
        m_fixture->composition->held().setOn(false);
        m_fixture->calendly->failNext(cancellation, faultOf(sandbox::Fault::Kind::Hang));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        QPointer<QDialog> dialog = hands().dialog("CancelDialog");
        QVERIFY(dialog);
        QVERIFY(WindowHands(*dialog).click("confirm"));
        QTRY_COMPARE(m_fixture->sent(cancellation), 1);
        m_fixture->quit();
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY(hands().text("bannerText").contains(QLatin1String("Canceling was not finished: 0 of 1 meetings done, 1 not known.")));
        QCOMPARE(m_fixture->sent(cancellation), 1);
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    /// Presses N on a meeting that has begun.
    bool holdNoShow() const
    {
        if (m_fixture->selectBegun(QStringLiteral("Pietro Sala")).isEmpty()
            || !WindowHands::waitFor([this] { return hands().seen("noShowToggle", "card"); }))
            return false;
        hands().press(Qt::Key_N);
        return WindowHands::waitFor([this] { return hands().hasToast(QStringLiteral("is marked as no-show in")) || m_fixture->sent(marking) > 0; });
    }

    QString toggleName() const
    {
        const QWidget *toggle = hands().seen("noShowToggle", "card");
        return toggle ? toggle->accessibleName() : QString();
    }

    QDialog *askAboutTwo() const
    {
        if (!hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")))
            return nullptr;
        QTest::keyClick(m_fixture->list(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        return hands().dialog("CancelSeveralDialog");
    }

    /// Asks to sign out; the question has to say `sentence`.
    bool signOut(const char *sentence, const char *button) const
    {
        m_fixture->window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_fixture->window.get()))
            return false;
        m_fixture->window->findChild<QAction *>(QStringLiteral("actionSignOut"))->trigger();
        auto *question = qobject_cast<QMessageBox *>(hands().dialog("signOutQuestion"));
        return question && question->informativeText().contains(QLatin1String(sentence)) && WindowHands(*question).clickText(QLatin1String(button));
    }

    bool cancelOne()
    {
        if (!hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")))
            return false;
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        QPointer<QDialog> dialog = hands().dialog("CancelDialog");
        return dialog && WindowHands(*dialog).click("confirm") && WindowHands::waitFor([&dialog] { return !dialog; });
    }

    bool answer(const QString &text)
    {
        QDialog *question = hands().dialog("closingQuestion");
        return question && WindowHands(*question).clickText(text);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCancelSafely)
#include "tst_cancelsafely.moc"
