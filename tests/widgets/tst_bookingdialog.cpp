// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingapi.h"
#include "bookingdialog.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "bookingwatch.h"
#include "personzones.h"
#include "personzonetable.h"
#include "serviceworld.h"
#include "stylesheet.h"
#include "toasthost.h"
#include "widgetresources.h"
#include "windowparts.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

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
    void initTestCase()
    {
        initResources();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setPalette(themePalette(false));
    }

    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        Program &program = *m_world->program;
        m_api = std::make_unique<BookingApi>(program.client);
        m_table = std::make_unique<BookingTable>(program.database);
        m_bookings = std::make_unique<BookingService>(*m_api, program.meetingsApi, program.meetings, *m_table, m_world->clock.clock());
        m_zoneTable = std::make_unique<PersonZoneTable>(program.database);
        m_zones = std::make_unique<PersonZones>(*m_zoneTable);
        bool read = false;
        program.eventTypes.refresh(m_world->calendly.person(), this, [&](const Result<Done> &) { read = true; });
        QTRY_VERIFY(read);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_toasts = new ToastHost(m_window.get());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_parts->bookings = m_bookings.get();
        m_parts->personZones = m_zones.get();
    }

    void cleanup()
    {
        m_dialog.clear();
        m_window.reset();
        m_parts.reset();
        m_bookings.reset();
        m_world.reset();
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
        m_world->calendly->failNext(booking, taken);
        button("book")->click();
        QTRY_VERIFY(child<QWidget>("gone")->isVisible());
        QVERIFY(button("book")->isEnabled());
    }

    void planAndQuota_leadToTheBookingPage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("plan") << 403 << QStringLiteral("plan or role");
        QTest::newRow("quota") << 429 << QStringLiteral("no more bookings for now");
    }

    void planAndQuota_leadToTheBookingPage()
    {
        QFETCH(const int, status);
        QFETCH(const QString, words);
        open("30 min intro");
        fillIn();
        m_world->calendly->failAlways(booking, faultOf(Fault::Kind::Status, status));
        button("book")->click();
        QTRY_VERIFY(child<QLabel>("problem")->isVisible());
        QVERIFY2(text("problem").contains(words), qPrintable(text("problem")));
        QVERIFY(button("openPage")->isVisible());
        QCOMPARE(sent(booking), 1);
        QCOMPARE(line("name")->text(), QStringLiteral("Ana"));
    }

    void withoutNetwork_nothingIsSent()
    {
        open("30 min intro");
        fillIn();
        m_world->calendly->failAlways(asking, faultOf(Fault::Kind::Drop));
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
        BookingWatch watch(*m_parts, *m_toasts, nullptr);
        QVERIFY(m_table->add({.eventType = QUrl(QStringLiteral("https://api.example/event_types/x")),
                              .typeName = QStringLiteral("30 min intro"),
                              .name = QStringLiteral("Ana"),
                              .email = QStringLiteral("ana@example.org"),
                              .start = m_world->clock.now().addDays(2),
                              .sentAt = m_world->clock.now()}));
        m_bookings->reload(); // as at the next start
        QVERIFY2(toastWords().contains(QLatin1String("It is not known whether this was booked: 30 min intro for Ana")), qPrintable(toastWords()));
        QAbstractButton *look = nullptr;
        for (QAbstractButton *each : m_toasts->findChildren<QAbstractButton *>()) {
            if (each->text() == QLatin1String("Look now"))
                look = each;
        }
        QVERIFY(look);
        look->click();
        QTRY_VERIFY2(toastWords().contains(QLatin1String("It was not booked")), qPrintable(toastWords()));
        QCOMPARE(sent(booking), 0);
        QVERIFY(m_bookings->unknown().isEmpty());
    }

private:
    void open(const char *name)
    {
        for (const EventType &type : m_world->program->eventTypes.eventTypes()) {
            if (type.name == QLatin1String(name))
                m_type = type;
        }
        m_start = {};
        m_world->program->eventTypes.openTimes(m_type.uri, 31, this, [this](const Result<QList<OpenTime>> &times) { m_start = times->at(4).start; });
        QTRY_VERIFY(m_start.isValid());
        m_world->calendly->clearRequests();
        m_dialog = new BookingDialog(m_type, m_start, {.timezone = QStringLiteral("Asia/Tokyo")}, *m_parts, *m_toasts, m_window.get());
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

    /// Somebody else books it.
    void takeTheTime()
    {
        m_world->calendly.book(m_start);
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
    QString words() const { return wordsOf(m_dialog); }
    QString toastWords() const { return wordsOf(m_toasts); }
    static QString wordsOf(const QWidget *widget)
    {
        QStringList all;
        for (const QLabel *label : widget->findChildren<QLabel *>())
            all.append(label->text());
        return all.join(QLatin1Char('\n'));
    }
    int sent(const QString &where) const { return static_cast<int>(m_world->calendly->requests(where).size()); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<BookingApi> m_api;
    std::unique_ptr<BookingTable> m_table;
    std::unique_ptr<BookingService> m_bookings;
    std::unique_ptr<PersonZoneTable> m_zoneTable;
    std::unique_ptr<PersonZones> m_zones;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<MainWindowParts> m_parts;
    ToastHost *m_toasts = nullptr;
    QPointer<BookingDialog> m_dialog;
    EventType m_type;
    QDateTime m_start;
};

QTEST_MAIN(TestBookingDialog)
#include "tst_bookingdialog.moc"
