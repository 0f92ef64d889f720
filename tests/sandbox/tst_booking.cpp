// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldtest.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

namespace {

QString refusedBecause(const BookingAnswer &answer)
{
    const auto *refusal = std::get_if<BookingRefusal>(&answer);
    return refusal ? refusal->parameter + u' ' + refusal->code : QStringLiteral("booked");
}

} // namespace

class TestBooking : public QObject
{
    Q_OBJECT

private slots:
    void booking_makesTheMeetingAndTakesTheSlot()
    {
        World world = World::fromSeed(seedOf(1, 300));
        BookingRequest request = introRequest(world);
        request.guests = {QStringLiteral("bo@example.org")};
        request.tracking.utmContent = QStringLiteral("case 1");
        const BookingAnswer answer = book(world, request);
        QCOMPARE(refusedBecause(answer), QStringLiteral("booked"));
        const WorldInvitee &invitee = world.invitees()[static_cast<size_t>(std::get<int>(answer))];
        QCOMPARE(invitee.tracking.utmContent, QStringLiteral("case 1"));
        QCOMPARE(invitee.createdAt, world.now());
        const WorldMeeting &meeting = meetingOf(world, invitee.id);
        QCOMPARE(meeting.start, request.start);
        QCOMPARE(meeting.end, request.start + 30 * 60000);
        QCOMPARE(meeting.guests.size(), 1);
        QCOMPARE(refusedBecause(book(world, request)), QStringLiteral("event.start_time already_filled"));
    }

    void booking_isRefusedForEachRule_data()
    {
        using Change = std::function<void(BookingRequest &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("because");
        const auto row = [](const char *name, const Change &change, const char *because) {
            QTest::newRow(name) << change << QString::fromLatin1(because);
        };
        row("odd time", [](BookingRequest &r) { r.start += 60000; }, "event.start_time already_filled");
        row("no name", [](BookingRequest &r) { r.name.clear(); }, "invitee.name missing");
        row("no e-mail", [](BookingRequest &r) { r.email = QStringLiteral("ada"); }, "invitee.email invalid");
        row("no zone", [](BookingRequest &r) { r.timezone = QStringLiteral("Mars/Base"); }, "invitee.timezone invalid");
        row("question", [](BookingRequest &r) { r.answers.clear(); }, "questions_and_answers.0.answer missing");
        row(
            "other wording", [](BookingRequest &r) { r.answers[0].question += u'?'; },
            "questions_and_answers.0.answer missing");
        row(
            "other place", [](BookingRequest &r) { r.locationKind = QStringLiteral("physical"); },
            "location.kind invalid_location_choice");
        row("no place", [](BookingRequest &r) { r.locationKind.clear(); }, "location.kind invalid_location_choice");
        row(
            "guests", [](BookingRequest &r) { r.guests = QStringList(11, QStringLiteral("a@example.org")); },
            "event_guests too_many");
        row(
            "phone", [](BookingRequest &r) { r.textReminderNumber = QStringLiteral("030 1"); },
            "invitee.text_reminder_number invalid");
        row(
            "phone with spaces", [](BookingRequest &r) { r.textReminderNumber = QStringLiteral("+49 30 1234567"); },
            "invitee.text_reminder_number invalid");
        row("length", [](BookingRequest &r) { r.durationMinutes = 31; }, "duration invalid");
        row("type", [](BookingRequest &r) { r.eventType = 9999; }, "event_type not_found");
    }

    void booking_isRefusedForEachRule()
    {
        QFETCH(std::function<void(BookingRequest &)>, change);
        QFETCH(QString, because);
        World world = World::fromSeed(seedOf(1, 100));
        BookingRequest request = introRequest(world);
        change(request);
        QCOMPARE(refusedBecause(book(world, request)), because);
        QCOMPARE(world.meetings().size(), size_t(100));
    }

    void bookingBody_isReadAndIncompleteTrackingRefused()
    {
        const World world = World::fromSeed(seedOf(1, 100));
        QJsonObject body = QJsonDocument::fromJson(R"({"start_time": "2026-11-23T10:00:00Z",
            "invitee": {"first_name": "Ada", "email": "a@example.org", "timezone": "UTC"},
            "location": {"kind": "zoom_conference"}, "event_guests": ["b@example.org"],
            "questions_and_answers": [{"question": "Why?", "answer": "So", "position": 0}],
            "tracking": {"utm_source": "x", "utm_medium": null, "utm_campaign": null, "utm_content": null, "utm_term": null}})")
                               .object();
        const auto because = [&world](const QJsonObject &object) {
            const auto read = bookingFromJson(world, object);
            const auto *refusal = std::get_if<BookingRefusal>(&read);
            return refusal ? refusal->parameter : QString();
        };
        QCOMPARE(because(body), QStringLiteral("event_type"));
        body.insert(QStringLiteral("event_type"), world.uri(World::Thing::EventType, 0));
        QCOMPARE(because(body), QStringLiteral("tracking.salesforce_uuid"));
        QJsonObject tracking = body.value(QStringLiteral("tracking")).toObject();
        tracking.insert(QStringLiteral("salesforce_uuid"), QJsonValue());
        body.insert(QStringLiteral("tracking"), tracking);
        QCOMPARE(because(body), QString());
        const auto request = std::get<BookingRequest>(bookingFromJson(world, body));
        QCOMPARE(request.firstName, QStringLiteral("Ada"));
        QCOMPARE(request.tracking.utmSource, QStringLiteral("x"));
        QVERIFY(request.tracking.utmMedium.isNull());
        QCOMPARE(request.method, QStringLiteral("api"));
    }

    void cancelByHost_endsItForEverybodyAndOnlyOnce()
    {
        World world = World::fromSeed(seedOf(1, 100));
        const int office = meetingOf(world, world.inviteesOf(QStringLiteral("owen@pryce.example")).first()).id;
        QCOMPARE(cancelByHost(world, office, QStringLiteral("Mara Lindqvist"), QStringLiteral("ill")),
                 CancelAnswer::Ok);
        const WorldMeeting &meeting = world.meetings()[static_cast<size_t>(office)];
        QCOMPARE(world.activeInvitees(meeting), 0);
        QCOMPARE(meeting.cancellation->reason, QStringLiteral("ill"));
        QCOMPARE(cancelByHost(world, office, QStringLiteral("Mara Lindqvist"), QString()),
                 CancelAnswer::AlreadyCanceled);
        const int past = meetingOf(world, world.inviteesOf(QStringLiteral("ana@ruiz.example")).first()).id;
        QCOMPARE(cancelByHost(world, past, QStringLiteral("Mara Lindqvist"), QString()), CancelAnswer::InPast);
        QCOMPARE(cancelByHost(world, 100000, QString(), QString()), CancelAnswer::NotFound);
    }

    void cancelByInvitee_leavesTheGroupGoing()
    {
        World world = World::fromSeed(seedOf(1, 100));
        const int owen = world.inviteesOf(QStringLiteral("owen@pryce.example")).first();
        QCOMPARE(cancelByInvitee(world, owen, QString()), CancelAnswer::Ok);
        QVERIFY(!meetingOf(world, owen).cancellation);
        QCOMPARE(world.activeInvitees(meetingOf(world, owen)), 4);
        QCOMPARE(cancelByInvitee(world, owen, QString()), CancelAnswer::AlreadyCanceled);
        const int sofia = world.inviteesOf(QStringLiteral("sofia@marin.example")).first();
        QCOMPARE(cancelByInvitee(world, sofia, QString()), CancelAnswer::Ok);
        QVERIFY(meetingOf(world, sofia).cancellation);
    }

    void reschedule_linksOldAndNew()
    {
        World world = World::fromSeed(seedOf(1, 100));
        const BookingRequest request = introRequest(world);
        const int old = std::get<int>(book(world, request));
        const auto &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
        const WorldTime later
            = findSlots(world, type, request.start + 86400000, request.start + WorldTime(9) * 86400000).value(2).start;
        const BookingAnswer moved = reschedule(world, old, later, QStringLiteral("Ada Example"), QString());
        const WorldInvitee &added = world.invitees()[static_cast<size_t>(std::get<int>(moved))];
        QCOMPARE(added.oldInvitee, old);
        QCOMPARE(world.invitees()[static_cast<size_t>(old)].newInvitee, added.id);
        QVERIFY(world.invitees()[static_cast<size_t>(old)].rescheduled);
        QVERIFY(meetingOf(world, old).cancellation);
        QCOMPARE(meetingOf(world, added.id).start, later);
        QVERIFY(slotAt(world, type, request.start));
        QVERIFY(!slotAt(world, type, later));
        QVERIFY(std::holds_alternative<BookingRefusal>(reschedule(world, old, later, QString(), QString())));
    }

    void groupBooking_joinsTheMeetingThatIsThere()
    {
        World world = World::fromSeed(seedOf(1, 100));
        const WorldMeeting &office = meetingOf(world, world.inviteesOf(QStringLiteral("owen@pryce.example")).first());
        BookingRequest request;
        request.eventType = office.eventType;
        request.start = office.start;
        request.email = QStringLiteral("a@example.org");
        request.timezone = QStringLiteral("UTC");
        request.name = QStringLiteral("A");
        request.locationKind = QStringLiteral("microsoft_teams_conference");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(meetingOf(world, std::get<int>(book(world, request))).id, office.id);
        QCOMPARE(refusedBecause(book(world, request)), QStringLiteral("event.start_time already_filled"));
        QCOMPARE(world.meetings().size(), size_t(100));
    }

    void noShow_isMarkedOnceAndTakenBack()
    {
        World world = World::fromSeed(seedOf(1, 100));
        const int ana = world.inviteesOf(QStringLiteral("ana@ruiz.example")).first();
        const NoShowResult result = markNoShow(world, ana);
        QCOMPARE(result.answer, NoShowAnswer::Ok);
        QCOMPARE(markNoShow(world, ana).answer, NoShowAnswer::AlreadyMarked);
        const QString uuid = world.uuid(World::Thing::NoShow, result.mark);
        QVERIFY(world.noShow(uuid));
        world.removeNoShow(result.mark);
        QVERIFY(!world.noShow(uuid));
        QCOMPARE(world.invitees()[static_cast<size_t>(ana)].noShow, noId);
        const int future = world.inviteesOf(QStringLiteral("sofia@marin.example")).first();
        QCOMPARE(markNoShow(world, future).answer, NoShowAnswer::NotStarted);
    }

    void link_booksOnceAndEnds()
    {
        World world = World::fromSeed(seedOf(1, 100));
        BookingRequest request = introRequest(world);
        request.link = createLink(world, request.eventType);
        const int second = createLink(world, request.eventType);
        QVERIFY(world.links()[static_cast<size_t>(second)].token
                != world.links()[static_cast<size_t>(request.link)].token);
        QVERIFY(std::holds_alternative<int>(book(world, request)));
        QCOMPARE(std::get<BookingRefusal>(book(world, request)).kind, BookingRefusal::Kind::LinkUsed);
        request.link = second;
        world.setClock([&world] { return world.seed().nowUtc.addDays(91); });
        QCOMPARE(std::get<BookingRefusal>(book(world, request)).kind, BookingRefusal::Kind::LinkExpired);
    }
};

QTEST_GUILESS_MAIN(TestBooking)
#include "tst_booking.moc"
