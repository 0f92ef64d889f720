// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreview.h"
#include "cancelseveraldialog.h"
#include "cancelworld.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSqlQuery>

using sandbox::Fault;
using Queue = CancelQueue::State;

/// Canceling several meetings as it is seen: the question, the progress, and what came of it.
class TestCancelSeveral : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<CancelWorld>(3);
        QVERIFY(m_world->start());
        Program &program = *m_world->program;
        QTRY_VERIFY_WITH_TIMEOUT(namesAreKnown(), 20000);
        m_parts = std::make_unique<MainWindowParts>(MainWindowParts{program.account, program.meetings, program.eventTypes, program.links, program.cancels,
                                                                    program.held, program.availability, program.sync, m_world->clock.clock(), {}, {}});
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 700);
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void theQuestionNamesEverybodyAndSendsNothing()
    {
        QVERIFY(ask());
        QVERIFY(label("question")->text().startsWith(QLatin1String("Cancel 3 meetings on Thursday")));
        QVERIFY(label("promise")->text().contains(QLatin1String("Nothing is sent before you press the red button.")));
        QVERIFY(button("keep")->hasFocus());
        QTest::keyClick(button("keep"), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_world->sent(), 0);
    }

    void theReasonHasRoomForThreeLinesAboveItsChips()
    {
        QVERIFY(ask());
        QVERIFY(reason()->viewport()->height() >= 3 * reason()->fontMetrics().lineSpacing());
        const auto *chips = m_dialog->findChild<QWidget *>(QStringLiteral("chips"));
        QVERIFY(chips->y() > reason()->geometry().bottom());
        QVERIFY(chips->geometry().bottom() <= chips->parentWidget()->rect().bottom());
    }

    void rowsThatAreTakenOutAreNotSent()
    {
        QVERIFY(ask());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QVERIFY(label("question")->text().startsWith(QLatin1String("Cancel 2 meetings")));
        QCOMPARE(button("confirm")->text(), QStringLiteral("Cancel 2 meetings"));
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(queue().state(), Queue::Standing);
        QCOMPARE(m_world->sent(0), 1);
        QCOMPARE(m_world->sent(1), 0);
        QCOMPARE(m_world->sent(2), 1);
    }

    void theRightArrowShowsWhoGetsMail()
    {
        QVERIFY(ask());
        const int closed = list()->visualRect(list()->model()->index(0, 0)).height();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Right);
        QTRY_VERIFY(list()->visualRect(list()->model()->index(0, 0)).height() > closed);
        QTest::keyClick(list(), Qt::Key_Left);
        QTRY_COMPARE(list()->visualRect(list()->model()->index(0, 0)).height(), closed);
    }

    void everybodyGetsTheReasonWithTheirName()
    {
        QVERIFY(ask());
        reason()->setPlainText(QStringLiteral("Hello {name}, I am ill"));
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_COMPARE(m_world->sent(), 3);
        const QString name = m_world->program->meetings.details(m_world->booked[0])->invitees.first().name;
        QVERIFY(m_world->calendly->requests(m_world->cancellationOf(0)).first().body.contains(QStringLiteral("Hello %1, I am ill").arg(name).toUtf8()));
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("3 canceled"));
        QTest::mouseClick(button("done"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(queue().state(), Queue::Empty);
    }

    void whatFailedIsShownAndTriedAgain()
    {
        m_world->calendly->failNext(m_world->cancellationOf(1), 403);
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("2 canceled, 1 not canceled"));
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::mouseClick(button("retry"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("3 canceled"));
        QCOMPARE(m_world->sent(), 4);
    }

    void theListIsSavedWithWhatCameOfEach()
    {
        m_world->calendly->failNext(m_world->cancellationOf(1), 403);
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("2 canceled, 1 not canceled"));
        QTest::mouseClick(button("saveList"), Qt::LeftButton);
        auto *files = m_dialog->findChild<QFileDialog *>(QStringLiteral("saveListDialog"));
        QVERIFY(files);
        const QString path = m_world->profile.filePath(QStringLiteral("list.csv"));
        emit files->fileSelected(path);
        files->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith("\xEF\xBB\xBF") && lines[0].contains("Outcome"));
        QVERIFY(lines[1].contains(",Canceled,"));
        QVERIFY2(lines[2].contains(",Not canceled,Calendly does not allow it."), lines[2].constData());
        const auto details = m_world->program->meetings.details(m_world->booked[1]);
        QVERIFY(lines[2].contains(details->invitees.first().email.toUtf8()));
        QVERIFY(m_toasts->isVisible());
    }

    void whatIsUnknownIsLookedAtBeforeItIsTriedAgain()
    {
        m_world->calendly->failNext(m_world->cancellationOf(0), faultOf(Fault::Kind::Lost));
        m_world->calendly->failAlways(m_world->lookAt(0), faultOf(Fault::Kind::Drop));
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(label("headline")->text(), QStringLiteral("2 canceled, 1 not known"), 20000);
        m_world->calendly->clearFaults();
        QTest::mouseClick(button("check"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("3 canceled"));
        QCOMPARE(m_world->sent(0), 1);
    }

    void closingTheDialogStopsNothingAndLeavesAWayBack()
    {
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(300);
        m_world->calendly->failNext(m_world->cancellationOf(0), late);
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_COMPARE(m_world->sent(), 1);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_toasts->isVisible());
        QTRY_COMPARE(m_world->sent(), 3);
        QTRY_COMPARE(queue().settled(), 3);
    }

    void stoppingKeepsTheRestForLater()
    {
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTest::mouseClick(button("stop"), Qt::LeftButton);
        QTRY_VERIFY(button("goOn")->isVisible());
        QVERIFY(m_world->sent() < 3);
        QTest::mouseClick(button("goOn"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("3 canceled"));
        QCOMPARE(m_world->sent(), 3);
    }

    void addressesOfARunAreOfThoseThatAreCanceled()
    {
        QVERIFY(ask());
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTest::mouseClick(button("stop"), Qt::LeftButton);
        QTRY_VERIFY(button("goOn")->isVisible());
        QVERIFY(queue().count(CancelItem::State::Waiting) > 0);
        QCOMPARE(button("copyAddresses")->isVisible(), queue().count(CancelItem::State::Canceled) > 0);
        QTest::mouseClick(button("goOn"), Qt::LeftButton);
        QTRY_COMPARE(label("headline")->text(), QStringLiteral("3 canceled"));
        QSet<QString> people;
        for (const CancelItem &item : queue().items()) {
            const std::optional<MeetingDetails> details = m_parts->meetings.details(item.meeting);
            for (const Invitee &invitee : details->invitees)
                people.insert(invitee.email);
        }
        QVERIFY(!people.isEmpty());
        button("copyAddresses")->click();
        const QStringList copied = QGuiApplication::clipboard()->text().split(QStringLiteral(", "));
        QCOMPARE(QSet<QString>(copied.begin(), copied.end()), people);
    }

    void askingForLinksPutsTheFieldIntoTheReason()
    {
        QVERIFY(ask());
        auto *own = m_dialog->findChild<QCheckBox *>(QStringLiteral("ownLinks"));
        QTest::mouseClick(own, Qt::LeftButton, {}, QPoint(8, own->height() / 2));
        QCOMPARE(reason()->toPlainText(), QStringLiteral("{rebook link}"));
        QVERIFY(!label("linkHint")->text().isEmpty());
    }

    void aDayIsClosedWithWhatIsLeftOfIt()
    {
        CancelSeveralDialog::closeDay(*m_parts, *m_toasts, m_window.get(), m_world->clock.now().date().addDays(1));
        QVERIFY(dialogIsThere());
        QVERIFY(list()->model()->rowCount() >= 3);
        button("copyAddresses")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1Char('@')));
    }

    void whatIsBookedMeanwhileBelongsToTheDay()
    {
        closeTomorrow();
        const int before = list()->model()->rowCount();
        bookTomorrow();
        QTRY_COMPARE(list()->model()->rowCount(), before + 1);
        QCOMPARE(button("confirm")->text(), QStringLiteral("Cancel %1 meetings").arg(before + 1));
    }

    void aDayThatWasNotReadIsNotSaidToBeEmpty()
    {
        CancelSeveralDialog::closeDay(*m_parts, *m_toasts, m_window.get(), emptyDay());
        QVERIFY(dialogIsThere());
        QCOMPARE(label("question")->text(), QStringLiteral("This day has not been read from Calendly yet."));
        QVERIFY(m_world->program->syncState.addCovered({m_world->clock.now(), m_world->clock.now().addYears(3)}));
        emit m_parts->sync.changed();
        QCOMPARE(label("question")->text(), QStringLiteral("Nothing is left on this day."));
    }

    void aStoreThatCannotBeReadIsNotAnEmptyDay()
    {
        closeTomorrow();
        QSqlQuery(m_world->program->database.connection()).exec(QStringLiteral("DROP TABLE meetings"));
        emit m_parts->meetings.changed();
        QCOMPARE(label("question")->text(), QStringLiteral("What is left of this day could not be read on this computer."));
        QVERIFY(!button("confirm")->isEnabled());
    }

    void whatIsBookedDuringTheRunIsNamed()
    {
        closeTomorrow();
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("done")->isVisible(), 60000);
        QCOMPARE(label("note")->text(), QString());
        bookTomorrow();
        QTRY_VERIFY(label("note")->text().startsWith(QLatin1String("Booked on this day meanwhile, and not canceled: ")));
    }

    void whatAnotherRunHasIsNotSaidToBeOver()
    {
        QVERIFY(queue().hold(m_world->items().constFirst()));
        QVERIFY(ask());
        QVERIFY2(label("promise")->text().contains(QLatin1String("in another cancellation")), qPrintable(label("promise")->text()));
        QVERIFY(!label("promise")->text().contains(QLatin1String("over, or canceled")));
    }

    void namesThatDoNotComeAreGivenUp()
    {
        m_world->calendly->failAlways(QStringLiteral("GET /scheduled_events/*/invitees"), faultOf(Fault::Kind::Drop));
        bookTomorrow();
        closeTomorrow();
        QVERIFY(label("promise")->text().contains(QLatin1String("is still being read")));
        m_dialog->findChild<CancelReview *>()->setPatience(std::chrono::milliseconds(1));
        QTRY_VERIFY(label("promise")->text().contains(QLatin1String("could not be read")));
    }

    void aReasonThatIsTooLongOnceFilledCannotBeSent()
    {
        QVERIFY(ask());
        reason()->setPlainText(QString(9995, QLatin1Char('a')) + QStringLiteral("{event}"));
        QVERIFY(!button("confirm")->isEnabled());
        reason()->setPlainText(QStringLiteral("a"));
        QVERIFY(button("confirm")->isEnabled());
    }

    void whoTypesMeansTheReason()
    {
        QVERIFY(ask());
        button("confirm")->setFocus();
        for (const QChar letter : QStringLiteral("I am ill"))
            QTest::keyClick(m_dialog->focusWidget(), letter.toLatin1());
        QCOMPARE(reason()->toPlainText(), QStringLiteral("I am ill"));
        QCOMPARE(m_world->sent(), 0);
    }

private:
    CancelQueue &queue() { return m_world->queue(); }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    QListView *list()
    {
        const QList<QListView *> lists = m_dialog->findChildren<QListView *>(QStringLiteral("meetings"));
        return lists.last();
    }
    QPlainTextEdit *reason() { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("reason")); }

    bool namesAreKnown()
    {
        m_world->program->meetings.showing(m_world->booked);
        return std::all_of(m_world->booked.begin(), m_world->booked.end(), [this](const QUrl &meeting) {
            const auto details = m_world->program->meetings.details(meeting);
            return details && details->inviteesKnown;
        });
    }

    bool ask()
    {
        CancelSeveralDialog::cancelMeetings(*m_parts, *m_toasts, m_window.get(), m_world->booked);
        return dialogIsThere();
    }

    void closeTomorrow()
    {
        CancelSeveralDialog::closeDay(*m_parts, *m_toasts, m_window.get(), m_world->clock.now().date().addDays(1));
        QVERIFY(dialogIsThere());
    }

    /// Somebody books, and a sync reads it.
    void bookTomorrow()
    {
        m_world->calendly.book(m_world->clock.now().addDays(1).addSecs(9000));
        QVERIFY(m_world->load(10));
    }

    QDate emptyDay() const { return m_world->clock.now().date().addDays(500); }

    bool dialogIsThere()
    {
        m_dialog = m_window->findChild<CancelSeveralDialog *>();
        return m_dialog && QTest::qWaitForWindowActive(m_dialog);
    }

    std::unique_ptr<CancelWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<CancelSeveralDialog> m_dialog;
};

QTEST_MAIN(TestCancelSeveral)
#include "tst_cancelseveral.moc"
