// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookagainaction.h"
#include "bookingapi.h"
#include "bookingdialog.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "bookingwatch.h"
#include "dialogfixture.h"
#include "opentimesdialog.h"
#include "personzones.h"
#include "personzonetable.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using sandbox::Fault;

namespace {

const QString booking = QStringLiteral("POST /invitees");
const QString asking = QStringLiteral("GET /event_type_available_times");

} // namespace

/// Booking somebody in the window, against a Calendly where others book as well.
class TestBookingDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
        Program &program = *m_fixture->world.program;
        m_api = std::make_unique<BookingApi>(program.client);
        m_table = std::make_unique<BookingTable>(program.database);
        m_bookings = std::make_unique<BookingService>(*m_api, program.meetingsApi, program.meetings, *m_table, program.account.writes(), m_fixture->world.clock.clock());
        m_zoneTable = std::make_unique<PersonZoneTable>(program.database);
        m_zones = std::make_unique<PersonZones>(*m_zoneTable);
        m_fixture->parts->bookings = m_bookings.get();
        m_fixture->parts->personZones = m_zones.get();
    }

    void cleanup()
    {
        delete m_dialog;
        qDeleteAll(m_fixture->window.findChildren<QDialog *>());
        m_bookings.reset();
        m_zones.reset();
        m_zoneTable.reset();
        m_table.reset();
        m_api.reset();
        m_fixture.reset();
    }

    void bookAgain_fillsInThePersonAndTheirAnswers()
    {
        const EventType type = m_fixture->type("30 min intro");
        BookAgainAction again(*m_fixture->parts, *m_fixture->toasts, &m_fixture->window, nullptr);
        QVERIFY(!again.isEnabled());
        again.setMeeting(MeetingDetails{.meeting = {},
                                        .invitees = {Invitee{.name = QStringLiteral("Bo Lind"),
                                                             .email = QStringLiteral("bo@example.org"),
                                                             .timezone = QStringLiteral("America/Lima"),
                                                             .answers = {{type.customQuestions.first().name, QStringLiteral("Prices")}}}},
                                        .inviteesKnown = true,
                                        .eventType = type});
        QVERIFY(again.isEnabled());
        again.trigger();
        auto *times = m_fixture->window.findChild<OpenTimesDialog *>();
        QVERIFY(times);
        auto *grid = times->findChild<QWidget *>(QStringLiteral("grid"));
        QTRY_VERIFY(grid->isVisible());
        QTest::keyClick(grid, Qt::Key_Return);
        QTRY_VERIFY((m_dialog = m_fixture->window.findChild<BookingDialog *>()));
        QCOMPARE(line("name")->text(), QStringLiteral("Bo Lind"));
        QCOMPARE(line("email")->text(), QStringLiteral("bo@example.org"));
        QCOMPARE(child<QWidget>("question0")->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("Prices"));
        QVERIFY2(text("time").contains(QLatin1String("Lima")), qPrintable(text("time")));
        QCOMPARE(sent(booking), 0);
    }

    void form_asksWhatTheEventTypeAsks()
    {
        open("30 min intro");
        button("book")->click();
        QVERIFY2(words().contains(QLatin1String("This is needed.")), qPrintable(words()));
        QVERIFY(words().contains(QLatin1String("The event type asks for this.")));
        QTRY_COMPARE(m_dialog->focusWidget(), line("name"));
        QCOMPARE(sent(booking), 0);
        QVERIFY2(words().contains(QLatin1String("What would you like to talk about?")), qPrintable(words()));
        QVERIFY(words().contains(QLatin1String("How did you find us? (optional)")));
    }

    void form_takesBackWhatIsMended()
    {
        open("30 min intro");
        button("book")->click();
        const auto needed = [this] { return words().count(QLatin1String("This is needed.")); };
        const auto before = needed();
        QVERIFY(before > 1);
        QTest::keyClicks(line("name"), QStringLiteral("Ana"));
        QCOMPARE(needed(), before - 1);
    }

    void deletedWhileAnAddressIsTyped_tellsNobody()
    {
        open("30 min intro");
        m_dialog->activateWindow();
        QTRY_VERIFY(m_dialog->isActiveWindow());
        line("email")->setFocus();
        QTest::keyClicks(line("email"), QStringLiteral("ana@example.org"));
        delete m_dialog;
        QCOMPARE(sent(booking), 0);
    }

    void booked_saysWhoGetsMailAndTellsIt()
    {
        open("30 min intro");
        fillIn();
        QVERIFY2(text("summary").contains(QLatin1String("mails Ana (ana@example.org), 1 guest")), qPrintable(text("summary")));
        QVERIFY(text("quota").contains(QLatin1String("100")));
        m_dialog->activateWindow();
        QTRY_VERIFY(m_dialog->isActiveWindow());
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(toastWords().contains(QLatin1String("Ana is booked")));
        QCOMPARE(sent(booking), 1);
        QCOMPARE(m_zones->zoneOf(QStringLiteral("ana@example.org")), QStringLiteral("Asia/Tokyo"));
    }

    void takenTime_offersTheNearestThreeAndKeepsWhatWasTyped()
    {
        open("30 min intro");
        fillIn();
        takeTheTime();
        button("book")->click();
        QTRY_VERIFY(child<QWidget>("gone")->isVisible());
        QCOMPARE(sent(booking), 0);
        const QList<QPushButton *> others = child<QWidget>("others")->findChildren<QPushButton *>();
        QCOMPARE(others.size(), 3);
        QCOMPARE(line("name")->text(), QStringLiteral("Ana"));
        const QString before = text("time");
        others.first()->click();
        QVERIFY(text("time") != before);
        button("book")->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(sent(booking), 1);
    }

    void timeTakenInTheLastMoment_isOfferedAnewToo()
    {
        open("30 min intro");
        fillIn();
        Fault taken = faultOf(Fault::Kind::Status, 409);
        m_fixture->world.calendly->failNext(booking, taken);
        button("book")->click();
        QTRY_VERIFY(child<QWidget>("gone")->isVisible());
        QVERIFY(button("book")->isEnabled());
    }

    void refusals_sayWhyAndLeadToTheBookingPage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("forbidden") << 403 << QStringLiteral("does not allow this booking, and nothing was booked. The booking page in the browser may still work. "
                                                            "Calendly says: You do not have permission");
        QTest::newRow("refused") << 400 << QStringLiteral("nothing was booked. It says: The supplied parameters are invalid.");
        QTest::newRow("quota") << 429 << QStringLiteral("no more bookings for now");
    }

    void refusals_sayWhyAndLeadToTheBookingPage()
    {
        QFETCH(const int, status);
        QFETCH(const QString, words);
        open("30 min intro");
        fillIn();
        m_fixture->world.calendly->failAlways(booking, faultOf(Fault::Kind::Status, status));
        line("email")->setFocus();
        button("book")->click();
        QTRY_VERIFY(child<QLabel>("problem")->isVisible());
        QVERIFY2(text("problem").contains(words), qPrintable(text("problem")));
        QVERIFY(button("openPage")->isVisible());
        QCOMPARE(sent(booking), 1);
        QVERIFY(m_dialog->focusWidget() && m_dialog->focusWidget()->isEnabled());
        QCOMPARE(m_dialog->focusWidget(), line("email"));
        QCOMPARE(line("name")->text(), QStringLiteral("Ana"));
    }

    void withoutNetwork_nothingIsSent()
    {
        open("30 min intro");
        fillIn();
        m_fixture->world.calendly->failAlways(asking, faultOf(Fault::Kind::Drop));
        button("book")->click();
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("problem")->isVisible(), 30000);
        QVERIFY(text("problem").startsWith(QLatin1String("Nothing was booked")));
        QCOMPARE(sent(booking), 0);
    }

    void knownPerson_isRecalledWithTheirZone()
    {
        QVERIFY(m_zones->setZone(QStringLiteral("ana@example.org"), QStringLiteral("America/Lima")));
        open("30 min intro");
        m_dialog->activateWindow();
        QTRY_VERIFY(m_dialog->isActiveWindow());
        line("email")->setFocus();
        QTest::keyClicks(line("email"), QStringLiteral("ana@example.org"));
        QTest::keyClick(line("email"), Qt::Key_Tab);
        QVERIFY2(text("time").contains(QLatin1String("Lima")), qPrintable(text("time")));
    }

    void unknownBooking_isToldAndLookedFor()
    {
        BookingWatch watch(*m_fixture->parts, *m_fixture->toasts, nullptr);
        leaveUnknown(m_fixture->world.clock.now().addDays(2));
        QVERIFY2(toastWords().contains(QLatin1String("It is not known whether this was booked: 30 min intro for Ana")), qPrintable(toastWords()));
        clickToast("Look now");
        QTRY_VERIFY2(toastWords().contains(QLatin1String("It was not booked")), qPrintable(toastWords()));
        QTRY_VERIFY(!toastWords().contains(QLatin1String("It is not known whether this was booked")));
        QCOMPARE(sent(booking), 0);
        QVERIFY(m_bookings->unknown().isEmpty());
    }

    void unknownBookingThatMayNotBeLookedFor_isSettledByTheUser()
    {
        BookingWatch watch(*m_fixture->parts, *m_fixture->toasts, nullptr);
        leaveUnknown(m_fixture->world.clock.now().addDays(2));
        m_fixture->world.calendly->failAlways(QStringLiteral("GET /scheduled_events"), faultOf(Fault::Kind::Status, 403));
        clickToast("Look now");
        QTRY_VERIFY2(toastWords().contains(QLatin1String("Sundial cannot look: Calendly shows the meetings of colleagues to owners and admins only.")), qPrintable(toastWords()));
        QCOMPARE(m_bookings->unknown().size(), 1);
        clickToast("I looked myself");
        QVERIFY2(toastWords().contains(QLatin1String("If it is not booked, you can book again")), qPrintable(toastWords()));
        QVERIFY(m_bookings->unknown().isEmpty() && m_table->open()->isEmpty());
        QCOMPARE(sent(booking), 0);
    }

    void noticesOfAnAccount_goWithIt()
    {
        BookingWatch watch(*m_fixture->parts, *m_fixture->toasts, nullptr);
        leaveUnknown(m_fixture->world.clock.now().addDays(2));
        QVERIFY(toastWords().contains(QLatin1String("It is not known whether this was booked")));
        QVERIFY(m_bookings->dismiss(m_bookings->unknown().constFirst().id)); // the other account knows nothing of it
        emit m_fixture->world.program->account.accountSwitched();
        QTRY_VERIFY2(!toastWords().contains(QLatin1String("It is not known whether this was booked")), qPrintable(toastWords()));
    }

    void unknownBookingWhoseTimeIsPast_isToldOnce()
    {
        BookingWatch watch(*m_fixture->parts, *m_fixture->toasts, nullptr);
        leaveUnknown(m_fixture->world.clock.now().addDays(-2));
        const QLatin1String last("It never became known whether this was booked: 30 min intro for Ana");
        // A clock may be wrong, so that nothing is given up before Calendly answered.
        QVERIFY(!toastWords().contains(last));
        QCOMPARE(m_bookings->unknown().size(), 1);
        m_fixture->world.program->sync.start();
        QTRY_VERIFY_WITH_TIMEOUT(toastWords().contains(last), 20000);
        QCOMPARE(toastWords().count(last), 1);
        QVERIFY(m_bookings->unknown().isEmpty() && m_table->open()->isEmpty());
        QCOMPARE(sent(booking), 0);
    }

private:
    void open(const char *name)
    {
        m_type = m_fixture->type(name);
        m_start = {};
        m_fixture->world.program->eventTypes.openTimes(m_type.uri, 31, this, [this](const Result<QList<OpenTime>> &times) { m_start = times->at(4).start; });
        QTRY_VERIFY(m_start.isValid());
        m_fixture->world.calendly->clearRequests();
        m_dialog = new BookingDialog(m_type, m_start, {.timezone = QStringLiteral("Asia/Tokyo")}, *m_fixture->parts, *m_fixture->toasts, &m_fixture->window);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void fillIn()
    {
        line("name")->setText(QStringLiteral("Ana"));
        line("email")->setText(QStringLiteral("ana@example.org"));
        child<QPlainTextEdit>("guests")->setPlainText(QStringLiteral("guest@example.org"));
        child<QWidget>("question0")->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Everything"));
    }

    /// As at the next start after the program ended while Ana was being booked.
    void leaveUnknown(const QDateTime &start)
    {
        QVERIFY(m_table->add({.eventType = QUrl(QStringLiteral("https://api.example/event_types/x")),
                              .typeName = QStringLiteral("30 min intro"),
                              .othersHost = true,
                              .name = QStringLiteral("Ana"),
                              .email = QStringLiteral("ana@example.org"),
                              .start = start,
                              .sentAt = m_fixture->world.clock.now().addSecs(-120)})); // long enough for Calendly to be through with it
        m_bookings->reload();
    }

    void clickToast(const char *action)
    {
        for (QAbstractButton *each : m_fixture->toasts->findChildren<QAbstractButton *>()) {
            if (each->text() == QLatin1String(action))
                return each->click();
        }
        QFAIL(action);
    }

    /// Somebody else books it.
    void takeTheTime()
    {
        m_fixture->world.calendly.book(m_start);
        QVERIFY(m_start.isValid());
    }

    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    QLineEdit *line(const char *name) const { return child<QLineEdit>(name); }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    QString text(const char *name) const { return child<QLabel>(name)->text(); }
    QString words() const { return DialogFixture::wordsOf(m_dialog); }
    QString toastWords() const { return DialogFixture::wordsOf(m_fixture->toasts); }
    int sent(const QString &where) const { return m_fixture->sent(where); }

    std::unique_ptr<DialogFixture> m_fixture;
    std::unique_ptr<BookingApi> m_api;
    std::unique_ptr<BookingTable> m_table;
    std::unique_ptr<BookingService> m_bookings;
    std::unique_ptr<PersonZoneTable> m_zoneTable;
    std::unique_ptr<PersonZones> m_zones;
    QPointer<BookingDialog> m_dialog;
    EventType m_type;
    QDateTime m_start;
};

QTEST_MAIN(TestBookingDialog)
#include "tst_bookingdialog.moc"
