// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingdraft.h"
#include "bookinglimit.h"

#include <QTest>

using Field = BookingFault::Field;
using Kind = BookingFault::Kind;

namespace {

EventType type()
{
    EventType type{.uri = QUrl(QStringLiteral("https://api.example/event_types/1"))};
    type.customQuestions = {{.name = QStringLiteral("Number"), .type = QStringLiteral("phone_number"), .position = 1},
                            {.name = QStringLiteral("Topic"), .type = QStringLiteral("string"), .position = 0, .required = true},
                            {.name = QStringLiteral("Old"), .type = QStringLiteral("string"), .position = 2, .enabled = false, .required = true}};
    return type;
}

BookingDraft draft()
{
    return {.eventType = type().uri,
            .start = QDateTime(QDate(2026, 11, 30), QTime(12, 30), Qt::UTC),
            .name = QStringLiteral("Ana"),
            .email = QStringLiteral("ana@example.org"),
            .timezone = QStringLiteral("Europe/Madrid"),
            .answers = {{QStringLiteral("Topic"), QStringLiteral("All"), 0}}};
}

Place place(Place::Kind kind, const char *word, const QString &where = {})
{
    return {.kind = kind, .location = where, .rawType = QLatin1String(word)};
}

} // namespace

/// What has to be filled in, and what is sent of it.
class TestBookingDraft : public QObject
{
    Q_OBJECT

private slots:
    void completeDraft_hasNoFault() { QCOMPARE(faultsOf(draft(), type()), QList<BookingFault>{}); }

    void person_needsNameAddressAndZone()
    {
        BookingDraft empty = draft();
        empty.name = QStringLiteral("  ");
        empty.email.clear();
        empty.timezone = QStringLiteral("Moon/Base");
        QCOMPARE(faultsOf(empty, type()), (QList<BookingFault>{{Field::Name}, {Field::Email}, {Field::Zone}}));
        empty = draft();
        empty.email = QStringLiteral("ana@example");
        QCOMPARE(faultsOf(empty, type()), (QList<BookingFault>{{Field::Email, Kind::NotAnAddress}}));
    }

    void questions_thatAreOnAndRequiredNeedAnswers()
    {
        BookingDraft silent = draft();
        silent.answers = {{QStringLiteral("Topic"), QStringLiteral(" "), 0}};
        QCOMPARE(faultsOf(silent, type()), (QList<BookingFault>{{Field::Answer, Kind::Missing, 0}}));
        BookingDraft odd = draft();
        odd.answers.append({QStringLiteral("Number"), QStringLiteral("call me"), 1});
        QCOMPARE(faultsOf(odd, type()), (QList<BookingFault>{{Field::Answer, Kind::NotANumber, 1}}));
        QCOMPARE(askedQuestions(type()).size(), 2);
        QCOMPARE(askedQuestions(type()).first().name, QStringLiteral("Topic"));
    }

    void place_isOneOfTheTypesAndSaysWhere()
    {
        EventType placed = type();
        placed.places = {place(Place::Kind::Zoom, "zoom_conference"), place(Place::Kind::OutboundCall, "outbound_call")};
        QCOMPARE(faultsOf(draft(), placed), (QList<BookingFault>{{Field::Place}}));
        BookingDraft call = draft();
        call.placeKind = QStringLiteral("outbound_call");
        QCOMPARE(faultsOf(call, placed), (QList<BookingFault>{{Field::PlaceText}}));
        call.placeText = QStringLiteral("12345");
        QCOMPARE(faultsOf(call, placed), (QList<BookingFault>{{Field::PlaceText, Kind::NotANumber}}));
        call.placeText = QStringLiteral("+34 600 100 200");
        QVERIFY(faultsOf(call, placed).isEmpty());
        placed.kind = EventType::Kind::RoundRobin;
        QVERIFY2(faultsOf(draft(), placed).isEmpty(), "a round robin takes the host's place");
    }

    void placesWithAnAddress_askForNone()
    {
        QVERIFY(!asksForPlace(place(Place::Kind::Physical, "physical", QStringLiteral("Main street 1"))));
        QVERIFY(asksForPlace(place(Place::Kind::Physical, "physical")));
        QVERIFY(asksForPlace(place(Place::Kind::AskInvitee, "ask_invitee")));
        QVERIFY(!asksForPlace(place(Place::Kind::Zoom, "zoom_conference")));
    }

    void guests_areTenAddressesAtMost()
    {
        BookingDraft crowd = draft();
        for (int i = 0; i < mostGuests; ++i)
            crowd.guests.append(QStringLiteral("guest%1@example.org").arg(i));
        QVERIFY(faultsOf(crowd, type()).isEmpty());
        crowd.guests.append(QStringLiteral("one@example.org"));
        QCOMPARE(faultsOf(crowd, type()), (QList<BookingFault>{{Field::Guests, Kind::TooMany}}));
        crowd.guests = {QStringLiteral("nobody")};
        QCOMPARE(faultsOf(crowd, type()), (QList<BookingFault>{{Field::Guests, Kind::NotAnAddress}}));
    }

    void json_leavesOutWhatIsEmpty()
    {
        const QJsonObject json = toJson(draft());
        QCOMPARE(json.keys(), (QStringList{QStringLiteral("event_type"), QStringLiteral("invitee"), QStringLiteral("questions_and_answers"),
                                           QStringLiteral("start_time")}));
        QCOMPARE(json.value(QLatin1String("start_time")).toString(), QStringLiteral("2026-11-30T12:30:00.000Z"));
        QCOMPARE(json.value(QLatin1String("invitee")).toObject().value(QLatin1String("name")).toString(), QStringLiteral("Ana"));
    }

    void json_hasAllTrackingKeysOrNone()
    {
        BookingDraft tracked = draft();
        tracked.tracking.utmSource = QStringLiteral("sundial");
        const QJsonObject tracking = toJson(tracked).value(QLatin1String("tracking")).toObject();
        QCOMPARE(tracking.size(), 6);
        QVERIFY(tracking.value(QLatin1String("salesforce_uuid")).isNull());
    }

    void json_hasFirstAndLastNameOrTheName()
    {
        BookingDraft both = draft();
        both.lastName = QStringLiteral("Ruiz");
        const QJsonObject person = toJson(both).value(QLatin1String("invitee")).toObject();
        QVERIFY(!person.contains(QLatin1String("name")));
        QCOMPARE(person.value(QLatin1String("last_name")).toString(), QStringLiteral("Ruiz"));
    }

    void numbers_areSentAsTheyAreDialed_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("sent");
        QTest::newRow("as the form advises") << QStringLiteral("+49 30 1234567") << QStringLiteral("+49301234567");
        QTest::newRow("american") << QStringLiteral(" +1 (415) 555-01.34 ") << QStringLiteral("+14155550134");
        QTest::newRow("trunk zero") << QStringLiteral("+49 (0)30 901820") << QStringLiteral("+4930901820");
        QTest::newRow("Italy, where the zero is dialed") << QStringLiteral("+39 (0)6 698 12345") << QStringLiteral("+390669812345");
        QTest::newRow("San Marino") << QStringLiteral("+378 (0)549 882 914") << QStringLiteral("+3780549882914");
        QTest::newRow("Vatican") << QStringLiteral(" + 379 (0)6 698 123") << QStringLiteral("+37906698123");
        QTest::newRow("Switzerland, whose number has 39 in it") << QStringLiteral("+41 (0)39 123 45 67") << QStringLiteral("+41391234567");
        QTest::newRow("pasted") << QStringLiteral("+49\u00a030\u20131234567") << QStringLiteral("+49301234567");
        QTest::newRow("plain") << QStringLiteral("+34600100200") << QStringLiteral("+34600100200");
    }

    void numbers_areSentAsTheyAreDialed()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, sent);
        EventType called = type();
        called.places = {place(Place::Kind::OutboundCall, "outbound_call")};
        BookingDraft call = draft();
        call.placeKind = QStringLiteral("outbound_call");
        call.placeText = written;
        call.textReminderNumber = written;
        QCOMPARE(faultsOf(call, called), QList<BookingFault>{});
        const QJsonObject json = toJson(call);
        QCOMPARE(json.value(QLatin1String("invitee")).toObject().value(QLatin1String("text_reminder_number")).toString(), sent);
        QCOMPARE(json.value(QLatin1String("location")).toObject().value(QLatin1String("location")).toString(), sent);
    }

    void numbers_thatNobodyCanDialAreFaults()
    {
        for (const char *written : {"030 1234567", "+49 30", "+0 30 1234567", "+49 30 1234567 ext. 5", "+49 30 1234567 1234567"}) {
            BookingDraft reminded = draft();
            reminded.textReminderNumber = QLatin1String(written);
            QCOMPARE(faultsOf(reminded, type()), (QList<BookingFault>{{Field::Phone, Kind::NotANumber}}));
        }
    }

    void whereOthersMeet_isSentAsItWasWritten()
    {
        BookingDraft visit = draft();
        visit.placeKind = QStringLiteral("ask_invitee");
        visit.placeText = QStringLiteral("+49 30 1234567");
        QCOMPARE(toJson(visit).value(QLatin1String("location")).toObject().value(QLatin1String("location")).toString(), visit.placeText);
    }

    void nearest_areInOrderOfTime()
    {
        QList<OpenTime> times;
        for (const int hour : {8, 10, 13, 14, 20})
            times.append({.start = QDateTime(QDate(2026, 11, 30), QTime(hour, 0), Qt::UTC)});
        const QList<OpenTime> nearest = nearestTimes(times, draft().start, 3);
        QCOMPARE(nearest.size(), 3);
        QCOMPARE(nearest[0].start.time().hour(), 10);
        QCOMPARE(nearest[1].start.time().hour(), 13);
        QCOMPARE(nearest[2].start.time().hour(), 14);
    }

    void limits_followThePlan()
    {
        QCOMPARE(bookingLimit({.plan = QStringLiteral("teams"), .stage = QStringLiteral("paid")}).aDay, 100);
        QCOMPARE(bookingLimit({.plan = QStringLiteral("teams"), .stage = QStringLiteral("trial")}).aDay, 5);
        QCOMPARE(bookingLimit({.plan = QStringLiteral("enterprise"), .stage = QStringLiteral("paid")}).aMinute, 500);
        QVERIFY(!bookingLimit({.plan = QStringLiteral("basic"), .stage = QStringLiteral("free")}).isKnown);
        QVERIFY(bookingLimit({.plan = QStringLiteral("basic"), .stage = QStringLiteral("free")}).isPlanKnown);
        QVERIFY(!bookingLimit({}).isPlanKnown);
    }
};

QTEST_GUILESS_MAIN(TestBookingDraft)
#include "tst_bookingdraft.moc"
