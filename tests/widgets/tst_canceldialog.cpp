// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceldialog.h"
#include "cancelwatch.h"
#include "mainwindowparts.h"
#include "serviceworld.h"
#include "toasthost.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace {

const QString cancellation = QStringLiteral("POST /scheduled_events/*/cancellation");

} // namespace

class TestCancelDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_meeting = m_world->coming();
        QVERIFY(!m_meeting.isEmpty());
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        AgendaSetting setting;
        setting.now = m_world->clock.now();
        setting.zone = QTimeZone("Europe/Berlin");
        Program &program = *m_world->program;
        program.held.setOn(false);
        m_parts = std::make_unique<MainWindowParts>(MainWindowParts{program.account,
                                                                    program.meetings,
                                                                    program.eventTypes,
                                                                    program.links,
                                                                    program.cancels,
                                                                    program.held,
                                                                    program.availability,
                                                                    program.sync,
                                                                    m_world->clock.clock(),
                                                                    [this](const QString &key) { return m_kept.value(key); },
                                                                    [this](const QString &key, const QVariant &value) { m_kept.insert(key, value); }});
        new CancelWatch(*m_parts, *m_toasts, m_window.get());
        m_dialog = new CancelDialog(*service().details(m_meeting), setting, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_world.reset();
        m_kept.clear();
    }

    void keepingIsTheDefaultAndSendsNothing()
    {
        QTRY_VERIFY(button("keep")->hasFocus());
        QTest::keyClick(button("keep"), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(sent(), 0);
    }

    void enterOnTheRedButtonDoesNotCancel()
    {
        button("confirm")->setFocus();
        QTest::keyClick(button("confirm"), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(sent(), 0);
    }

    void controlEnterInTheReasonCancelsOnceWithTheReason()
    {
        QTest::keyClicks(reason(), QStringLiteral("Ill today"));
        QTest::keyClick(reason(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!button("confirm")->isEnabled());
        QTest::keyClick(reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(sent(), 1);
        QVERIFY(m_world->calendly->requests(cancellation).first().body.contains("Ill today"));
        QTRY_VERIFY(service().summary(m_meeting)->meeting.canceled);
        QVERIFY(m_toasts->isVisible());
    }

    void whatWasNotKnownIsTakenBackOnceItIs()
    {
        m_dialog->reject();
        QTRY_VERIFY(!m_dialog);
        CancelItem item{.meeting = m_meeting, .name = QStringLiteral("Intro"), .start = m_world->clock.now(), .state = CancelItem::State::Unknown};
        CancelQueue &queue = m_world->program->cancels;
        emit queue.singleEnded(item);
        QVERIFY(toastWords().contains(QLatin1String("It is not known")));
        item.state = CancelItem::State::Canceled;
        emit queue.lookedAgain(item);
        QVERIFY2(!toastWords().contains(QLatin1String("It is not known")), qPrintable(toastWords()));
        QVERIFY(toastWords().contains(QLatin1String("is canceled. Calendly mails everybody.")));
    }

    void whatWasToldGoesWithItsAccount()
    {
        m_dialog->reject();
        QTRY_VERIFY(!m_dialog);
        emit m_world->program->cancels.singleEnded(
            {.meeting = m_meeting, .name = QStringLiteral("Intro"), .start = m_world->clock.now(), .state = CancelItem::State::Failed});
        QVERIFY(!toastWords().isEmpty());
        emit m_world->program->account.accountSwitched();
        QTRY_VERIFY2(toastWords().isEmpty(), qPrintable(toastWords()));
    }

    void whatIsNoLongerStoredIsToldByItsName()
    {
        m_dialog->reject();
        QTRY_VERIFY(!m_dialog);
        emit m_world->program->cancels.singleEnded({.meeting = QUrl(QStringLiteral("https://api.example/scheduled_events/gone")),
                                                    .name = QStringLiteral("Gone intro"),
                                                    .start = m_world->clock.now(),
                                                    .state = CancelItem::State::Canceled});
        QVERIFY2(toastWords().contains(QLatin1String("Gone intro on 18 Nov, 10:00 is canceled.")), qPrintable(toastWords()));
    }

    void withoutALinkItsSentenceIsLeftOutAndThatIsSaid()
    {
        QVERIFY(!label("linkHint")->isVisible());
        reason()->setPlainText(QStringLiteral("I am ill. Please choose a new time: {rebook link}"));
        QVERIFY(label("linkHint")->isVisible());
        QVERIFY2(label("linkHint")->text().startsWith(QLatin1String("No link works for")), qPrintable(label("linkHint")->text()));
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        const QByteArray body = m_world->calendly->requests(cancellation).first().body;
        QVERIFY2(body.contains("I am ill.") && !body.contains("new time"), body.constData());
    }

    void whatIsNoFieldIsSaidBeforeItIsSent()
    {
        reason()->setPlainText(QStringLiteral("Hello {name}"));
        QVERIFY(!label("unknownFields")->isVisible());
        reason()->setPlainText(QStringLiteral("Hello {nmae}"));
        QVERIFY(label("unknownFields")->isVisible());
        QCOMPARE(label("unknownFields")->text(), QStringLiteral("{nmae} is no field: it is sent as it stands."));
    }

    void keepsTheReasonWhenCalendlyRefuses()
    {
        m_world->calendly->failNext(cancellation, 403);
        QTest::keyClicks(reason(), QStringLiteral("Ill today"));
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY(label("problem")->isVisible());
        QVERIFY(m_dialog && m_dialog->isVisible());
        QCOMPARE(reason()->toPlainText(), QStringLiteral("Ill today"));
        QVERIFY(button("confirm")->isEnabled());
    }

    void anAlreadyCanceledMeetingIsSuccess()
    {
        m_world->calendly.cancel(m_meeting);
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
    }

    void theCancellationOutlivesTheDialog()
    {
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QTRY_VERIFY(service().summary(m_meeting)->meeting.canceled);
        QTRY_VERIFY(m_toasts->isVisible());
    }

    void whoTypesMeansTheReasonAndNoBlankPressesTheRedButton()
    {
        button("confirm")->setFocus();
        for (const QChar letter : QStringLiteral("I am ill"))
            QTest::keyClick(m_dialog->focusWidget(), letter.toLatin1());
        QCOMPARE(reason()->toPlainText(), QStringLiteral("I am ill"));
        QCOMPARE(sent(), 0);
    }

    void anUnknownOutcomeIsLookedAtBeforeItCanBeSentAgain()
    {
        m_world->calendly->failNext(cancellation, faultOf(sandbox::Fault::Kind::Drop));
        m_world->calendly->failAlways(QStringLiteral("GET /scheduled_events/*"), faultOf(sandbox::Fault::Kind::Drop));
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("checkAgain")->isVisible(), 20000);
        QVERIFY(!button("confirm")->isEnabled());
        m_world->calendly->clearFaults();
        QTest::mouseClick(button("checkAgain"), Qt::LeftButton);
        QTRY_VERIFY(button("confirm")->isEnabled());
        QVERIFY(label("problem")->text().contains(QLatin1String("nothing was canceled")));
        QCOMPARE(sent(), 1);
        QVERIFY(m_world->program->cancels.items().isEmpty());
        QVERIFY(m_toasts->isHidden()); // the dialog says it
    }

    void aReasonThatIsTooLongCannotBeSent()
    {
        reason()->setPlainText(QString(10001, QLatin1Char('a')));
        QVERIFY(!button("confirm")->isEnabled());
        reason()->setPlainText(QString(10000, QLatin1Char('a')));
        QVERIFY(button("confirm")->isEnabled());
    }

    void aConfirmedCancellationIsHeldAndCanBeTakenBack()
    {
        HeldActions &held = m_world->program->held;
        held.setOn(true);
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(held.count(HeldAction::Kind::Cancellation), 1);
        QVERIFY(m_world->program->cancels.concerns(m_meeting));
        held.undoLast();
        QVERIFY(!m_world->program->cancels.concerns(m_meeting));
        QCOMPARE(sent(), 0);
    }

    void aHeldCancellationLeavesWhenItsTimeIsUp()
    {
        HeldActions &held = m_world->program->held;
        held.setOn(true);
        held.setDelay(std::chrono::milliseconds(30));
        QTRY_VERIFY(!label("count")->text().isEmpty()); // the dialog knows who is invited, a moment after the store
        QTest::keyClicks(reason(), QStringLiteral("Hello {name}, ill"));
        QTest::mouseClick(button("confirm"), Qt::LeftButton);
        QCOMPARE(sent(), 0);
        QTRY_COMPARE(sent(), 1);
        const QString name = service().details(m_meeting)->invitees.first().name;
        QVERIFY(m_world->calendly->requests(cancellation).first().body.contains(QStringLiteral("Hello %1, ill").arg(name).toUtf8()));
        QTRY_VERIFY(service().summary(m_meeting)->meeting.canceled);
        QVERIFY(held.isEmpty());
    }

    void aReasonIsSavedAndTakenAgain()
    {
        QTest::keyClicks(reason(), QStringLiteral("Power cut"));
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(QStringLiteral("saveThis")), Qt::LeftButton);
        QLineEdit *name = m_dialog->findChild<QLineEdit *>(QStringLiteral("reasonName"));
        QTest::keyClicks(name, QStringLiteral("No power"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        reason()->clear();
        const QList<QToolButton *> chips = m_dialog->findChildren<QToolButton *>();
        const auto chip = std::find_if(chips.begin(), chips.end(), [](const QToolButton *each) { return each->text() == QLatin1String("No power"); });
        QVERIFY(chip != chips.end());
        QTest::mouseClick(*chip, Qt::LeftButton);
        QCOMPARE(reason()->toPlainText(), QStringLiteral("Power cut"));
        QVERIFY((*chip)->isChecked());
        QCOMPARE(sent(), 0);
    }

private:
    QString toastWords() const
    {
        QString words;
        for (const QLabel *label : m_toasts->findChildren<QLabel *>()) {
            if (label->isVisible())
                words += label->text();
        }
        return words;
    }
    MeetingService &service() { return m_world->program->meetings; }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    QPlainTextEdit *reason() { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("reason")); }
    int sent() { return static_cast<int>(m_world->calendly->requests(cancellation).size()); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<CancelDialog> m_dialog;
    std::unique_ptr<MainWindowParts> m_parts;
    QHash<QString, QVariant> m_kept;
    QUrl m_meeting;
};

QTEST_MAIN(TestCancelDialog)
#include "tst_canceldialog.moc"
