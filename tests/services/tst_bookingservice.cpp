// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingapi.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "pendingwrites.h"
#include "serviceworld.h"
#include "waiting.h"

#include <QJsonDocument>
#include <QTest>

using sandbox::Fault;
using namespace std::chrono_literals;

namespace {

const QString booking = QStringLiteral("POST /invitees");
const QString listing = QStringLiteral("GET /scheduled_events");

} // namespace

/// Booking for somebody, against a Calendly that may lose the request, the answer, or its temper. However it goes, nobody
/// is booked twice.
class TestBookingService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_looks = {.after = {}, .longest = 20ms}; // only who asks looks
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        makeService();
        QVERIFY(readType());
        m_outcome.reset();
        m_world->calendly->clearRequests();
    }

    void cleanup()
    {
        m_service.reset();
        m_table.reset();
        m_api.reset();
        m_world.reset();
    }

    void booked_isStoredAndCounted()
    {
        book();
        QVERIFY(m_world->program->account.writes().contains(PendingWrites::Kind::Booking));
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QTRY_VERIFY(m_world->program->account.writes().isEmpty());
        QCOMPARE(bookings(), 1);
        QTRY_VERIFY(m_world->program->meetings.summary(**m_outcome));
        QCOMPARE(m_service->countToday(), 1);
        QVERIFY(m_service->unknown().isEmpty());
        QVERIFY2(m_table->open()->isEmpty(), "the person is not kept");
    }

    void lostAnswer_isLookedForAndCountsAsBooked()
    {
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Lost));
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(bookings(), 1);
        QCOMPARE(sent(booking), 1);
    }

    void lostRequest_isSaidToHaveBookedNothingOnceThatIsSeen()
    {
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Drop));
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY2(outcomeUnknown(m_outcome->error()), "a server goes on with what it has");
        QCOMPARE(looked(), BookingService::Look::NotBooked);
        QCOMPARE(bookings(), 0);
        QCOMPARE(sent(booking), 1);
        m_outcome.reset();
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(bookings(), 1);
    }

    void unknownOutcome_blocksASecondTryUntilSomebodyLooked()
    {
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Lost));
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Drop));
        book();
        QTRY_VERIFY_WITH_TIMEOUT(m_outcome, 30000);
        QVERIFY(outcomeUnknown(m_outcome->error()));
        QCOMPARE(m_service->unknown().size(), 1);
        m_outcome.reset();
        book();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::Conflict);
        QCOMPARE(sent(booking), 1);
        m_world->calendly->clearFaults();
        QCOMPARE(looked(), BookingService::Look::Booked);
        QVERIFY(m_service->unknown().isEmpty());
        QCOMPARE(bookings(), 1);
    }

    void lookThatIsNotAllowed_saysSoAndLeavesItToTheUser()
    {
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Lost));
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Status, 403));
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(outcomeUnknown(m_outcome->error()));
        const qint64 id = m_service->unknown().first().id;
        std::optional<Result<BookingService::Look>> found;
        m_service->look(id, account(), this, [&](const Result<BookingService::Look> &answer) { found = answer; });
        QTRY_VERIFY(found);
        QCOMPARE(found->error().kind, Error::Kind::NotAllowed);
        QCOMPARE(m_service->unknown().size(), 1);
        QVERIFY(m_service->dismiss(id));
        QVERIFY(m_service->unknown().isEmpty() && m_table->open()->isEmpty());
        QCOMPARE(sent(booking), 1);
    }

    void whatCannotBeRead_mayBeTheBooking_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("field");
        QTest::newRow("meeting") << listing << QStringLiteral("start_time");
        QTest::newRow("person") << listing + QStringLiteral("/*/invitees") << QStringLiteral("uri");
    }

    void whatCannotBeRead_mayBeTheBooking()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, field);
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Lost));
        m_world->calendly->failAlways(list, {.kind = Fault::Kind::Null, .text = field});
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->has_value());
        QVERIFY(outcomeUnknown(m_outcome->error()));
        QCOMPARE(m_service->unknown().size(), 1);
        m_world->calendly->clearFaults();
        QCOMPARE(looked(), BookingService::Look::Booked);
        QCOMPARE(bookings(), 1);
    }

    void crash_isKnownAtTheNextStart()
    {
        m_world->calendly->failNext(booking, faultOf(Fault::Kind::Hang));
        book();
        QTRY_COMPARE(sent(booking), 1);
        makeService(); // as after a crash: nothing of the old one was written any more
        QCOMPARE(m_service->unknown().size(), 1);
        QCOMPARE(m_service->unknown().first().email, QStringLiteral("ana@example.org"));
        looked();
        QTRY_VERIFY(m_service->unknown().isEmpty());
        QCOMPARE(bookings(), 0);
        QCOMPARE(sent(booking), 1);
    }

    void takenTime_isAConflictAndForgotten()
    {
        book();
        QTRY_VERIFY(m_outcome);
        m_outcome.reset();
        book(QStringLiteral("ben@example.org"));
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::Conflict);
        QCOMPARE(m_outcome->error().httpStatus, 400);
        QVERIFY(m_table->open()->isEmpty());
        QCOMPARE(m_service->countToday(), 1);
    }

    void refusals_areToldAndNotLookedFor_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("plan") << 403 << Error::Kind::NotAllowed;
        QTest::newRow("quota") << 429 << Error::Kind::RateLimited;
        QTest::newRow("invalid") << 400 << Error::Kind::Refused;
    }

    void refusals_areToldAndNotLookedFor()
    {
        QFETCH(const int, status);
        QFETCH(const Error::Kind, kind);
        m_world->calendly->failAlways(booking, faultOf(Fault::Kind::Status, status));
        book();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, kind);
        QCOMPARE(sent(booking), 1);
        QCOMPARE(sent(listing), 0);
        QVERIFY(m_table->open()->isEmpty());
    }

    void clockThatIsFast_doesNotHideTheBooking()
    {
        book();
        QTRY_VERIFY(m_outcome);
        m_world->clock.advance(1h);
        m_table->add({.eventType = m_type.uri,
                      .email = QStringLiteral("ana@example.org"),
                      .start = m_start,
                      .sentAt = m_world->clock.now(),
                      .state = BookingEntry::State::Sending});
        m_service->reload();
        QCOMPARE(looked(), BookingService::Look::Booked);
    }

    void whatCalendlyBooksAfterOurPatience_isNotCalledUndone()
    {
        QVERIFY(startAgain(1s, {.after = {50ms, 3500ms}, .longest = 20ms}));
        m_world->calendly->failNext(booking, delay(3s));
        std::optional<BookingService::Look> found;
        connect(m_service.get(), &BookingService::lookedAgain, this,
                [&found](const BookingEntry &, const Result<BookingService::Look> &look) { found = look.value(); });
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->has_value());
        QVERIFY2(outcomeUnknown(m_outcome->error()), "it may still be booked");
        QCOMPARE(bookings(), 0);
        QCOMPARE(m_service->unknown().size(), 1);
        QVERIFY(m_service->looksAgain(m_service->unknown().first().id));
        QCOMPARE(looked(), BookingService::Look::NotYet);
        m_outcome.reset();
        book();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::Conflict);
        QTRY_VERIFY_WITH_TIMEOUT(found, 20000);
        QCOMPARE(*found, BookingService::Look::Booked);
        QVERIFY(m_service->unknown().isEmpty() && m_table->open()->isEmpty());
        QCOMPARE(bookings(), 1);
        QCOMPARE(sent(booking), 1);
    }

    void whatMayStillBeUnderWay_isUndoneOnlyAfterTheLastLook_data()
    {
        QTest::addColumn<Fault::Kind>("kind");
        QTest::newRow("a gateway gave up") << Fault::Kind::Status;
        QTest::newRow("the connection broke") << Fault::Kind::Drop;
    }
    void whatMayStillBeUnderWay_isUndoneOnlyAfterTheLastLook()
    {
        QFETCH(const Fault::Kind, kind);
        QVERIFY(startAgain(3s, {.after = {10ms, 300ms}, .longest = 20ms}));
        m_world->calendly->failNext(booking, faultOf(kind, 504));
        QList<BookingService::Look> found;
        connect(m_service.get(), &BookingService::lookedAgain, this,
                [&found](const BookingEntry &, const Result<BookingService::Look> &look) { found.append(look.value()); });
        book();
        QTRY_VERIFY(m_outcome);
        QVERIFY(outcomeUnknown(m_outcome->error()));
        QCOMPARE(m_service->unknown().size(), 1);
        QTRY_COMPARE(found, QList<BookingService::Look>{BookingService::Look::NotBooked});
        QVERIFY(m_service->unknown().isEmpty() && m_table->open()->isEmpty());
        QCOMPARE(sent(booking), 1);
        QCOMPARE(sent(listing), 3);
    }

    void whatLeftJustBeforeARestart_mayStillBeBooked()
    {
        m_world->calendly->failNext(booking, delay(3s));
        book();
        QTRY_COMPARE(sent(booking), 1);
        QVERIFY(startAgain(3s, {.after = {10ms, 20ms}, .longest = 5s}));
        QCOMPARE(m_service->unknown().size(), 1);
        QCOMPARE(looked(), BookingService::Look::NotYet);
        QCOMPARE(m_table->open()->size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_service->unknown().isEmpty(), 20000);
        QCOMPARE(bookings(), 1);
        QCOMPARE(m_service->countToday(), 1);
        QCOMPARE(sent(booking), 1);
    }

    void whatIsSent_hasAnswersPlaceAndGuests()
    {
        BookingDraft filled = draft();
        filled.guests = {QStringLiteral("guest@example.org")};
        filled.lastName = QStringLiteral("Ruiz");
        m_service->book(filled, m_type, account(), this, [this](const Result<QUrl> &outcome) { m_outcome = outcome; });
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        World &world = m_world->calendly->world();
        const WorldMeeting *meeting = world.meeting(m_outcome->value().fileName());
        const WorldInvitee &invitee = world.invitees().at(size_t(meeting->invitees.first()));
        QVERIFY2(invitee.name.contains(QLatin1String("Ana")) && invitee.name.contains(QLatin1String("Ruiz")), qPrintable(invitee.name));
        QCOMPARE(invitee.answers.first().answer, QStringLiteral("Everything"));
        QCOMPARE(meeting->guests.size(), 1);
    }

private:
    static Fault delay(std::chrono::milliseconds wait)
    {
        Fault fault = faultOf(Fault::Kind::Delay);
        fault.wait = wait;
        return fault;
    }

    /// The same profile, with other patience and other looks.
    bool startAgain(std::chrono::milliseconds idle, const LookTimes &looks)
    {
        m_service.reset();
        m_table.reset();
        m_api.reset();
        m_world->quitProgram();
        m_world->limits.idle = idle;
        m_looks = looks;
        m_world->startProgram();
        if (!m_world->signIn())
            return false;
        makeService();
        return true;
    }

    void makeService()
    {
        Program &program = *m_world->program;
        m_service.reset();
        m_api = std::make_unique<BookingApi>(program.client);
        m_table = std::make_unique<BookingTable>(program.database);
        m_service = std::make_unique<BookingService>(*m_api, program.meetingsApi, program.meetings, *m_table, program.account.writes(), m_world->clock.clock(), m_looks);
        m_service->reload();
    }

    bool readType()
    {
        Program &program = *m_world->program;
        bool read = false;
        program.eventTypes.refresh(m_world->calendly.person(), this, [&](const Result<Done> &) { read = true; });
        if (!waitUntil([&] { return read; }))
            return false;
        for (const EventType &type : program.eventTypes.eventTypes()) {
            if (type.name == QLatin1String("30 min intro"))
                m_type = type;
        }
        m_start = {};
        program.eventTypes.openTimes(m_type.uri, 31, this, [this](const Result<QList<OpenTime>> &times) { m_start = times->first().start; });
        return waitUntil([this] { return m_start.isValid(); });
    }

    BookingService::Account account() const { return {m_world->calendly.person(), {}}; }

    BookingDraft draft(const QString &email = QStringLiteral("ana@example.org")) const
    {
        return {.eventType = m_type.uri,
                .start = m_start,
                .name = QStringLiteral("Ana"),
                .email = email,
                .timezone = QStringLiteral("Europe/Madrid"),
                .placeKind = m_type.places.first().rawType,
                .answers = {{m_type.customQuestions.first().name, QStringLiteral("Everything"), m_type.customQuestions.first().position}}};
    }

    void book(const QString &email = QStringLiteral("ana@example.org"))
    {
        m_service->book(draft(email), m_type, account(), this, [this](const Result<QUrl> &outcome) { m_outcome = outcome; });
    }

    BookingService::Look looked()
    {
        std::optional<Result<BookingService::Look>> found;
        m_service->look(m_service->unknown().first().id, account(), this, [&](const Result<BookingService::Look> &answer) { found = answer; });
        if (!waitUntil([&] { return found.has_value(); }) || !*found)
            qFatal("looking failed");
        return **found;
    }

    /// How often Ana was booked at that time.
    int bookings() const
    {
        const World &world = m_world->calendly->world();
        int count = 0;
        for (const WorldInvitee &invitee : world.invitees())
            count += invitee.email == QLatin1String("ana@example.org") && world.meetings().at(size_t(invitee.meeting)).start == m_start.toMSecsSinceEpoch();
        return count;
    }

    int sent(const QString &where) const { return static_cast<int>(m_world->calendly->requests(where).size()); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<BookingApi> m_api;
    std::unique_ptr<BookingTable> m_table;
    std::unique_ptr<BookingService> m_service;
    LookTimes m_looks;
    EventType m_type;
    QDateTime m_start;
    std::optional<Result<QUrl>> m_outcome;
};

QTEST_GUILESS_MAIN(TestBookingService)
#include "tst_bookingservice.moc"
