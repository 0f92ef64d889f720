// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

// moc 6.4 takes "//" in a raw string for a comment and "#" for a directive: both are escaped below.
QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject wholeMeeting()
{
    return parsed(R"({"uri":"https:\/\/api.calendly.com/scheduled_events/E1","name":"Intro","status":"active",
        "start_time":"2026-11-20T10:00:00.000000Z","end_time":"2026-11-20T10:30:00.000000Z",
        "event_type":"https:\/\/api.calendly.com/event_types/T1","location":{"type":"zoom","status":"pushed","join_url":"https:\/\/zoom.example/j/1","data":null},
        "invitees_counter":{"total":3,"active":2,"limit":5},"created_at":"2026-11-01T00:00:00Z","updated_at":"2026-11-01T00:00:00.123456Z",
        "event_memberships":[{"user":"https:\/\/api.calendly.com/users/U1","user_email":"mara@example.com","user_name":"Mara Lindqvist"}],
        "event_guests":[{"email":"guest@example.org","created_at":"x","updated_at":"x"}],"calendar_event":{"kind":"google","external_id":"abc"},
        "meeting_notes_plain":"bring slides","something_new":[1,2]})");
}

QJsonObject with(QJsonObject json, const char *name, const QJsonValue &value)
{
    json.insert(QString::fromLatin1(name), value);
    return json;
}

} // namespace

class TestResourceJson : public QObject
{
    Q_OBJECT

private slots:
    void instants_areReadInUtcAndCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("instant");
        const auto row = [](const char *text, const char *instant) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(instant);
        };
        row("2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000Z");
        row("2026-11-20T10:00:05.678Z", "2026-11-20T10:00:05.678Z");
        row("2026-11-20T10:00:05.678923Z", "2026-11-20T10:00:05.678Z");
        row("2026-11-20T10:00:05.999999Z", "2026-11-20T10:00:05.999Z");
        row("2026-12-31T23:59:59.999999Z", "2026-12-31T23:59:59.999Z");
        row("2026-11-20T10:00:05.5Z", "2026-11-20T10:00:05.500Z");
        row("2020-01-07T24:00:00.000000Z", "2020-01-08T00:00:00.000Z");
        row("2020-12-31T24:00:00Z", "2021-01-01T00:00:00.000Z");
        row("2026-11-20T10:00:00+05:45", "2026-11-20T04:15:00.000Z");
        row("2026-11-20T10:00:00-0330", "2026-11-20T13:30:00.000Z");
        row("2026-11-20t10:00:00z", "2026-11-20T10:00:00.000Z");
    }

    void instants_areReadInUtcAndCut()
    {
        QFETCH(QString, text);
        QFETCH(QString, instant);
        QCOMPARE(instantToText(instantFromText(text)), instant);
        QCOMPARE(instantFromText(text).timeSpec(), Qt::UTC);
    }

    void oddInstants_areRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "2026-11-20", "2026-11-20T10:00:00", "2026-02-30T10:00:00Z", "2026-11-20T24:00:01Z",
              "2026-11-20T25:00:00Z", "2026-11-20T23:59:60Z", "2026-11-20T10:00:00+25:00", "2026-11-20T10:00:00+01:75",
              "0000-01-01T00:00:00Z", "12026-11-20T10:00:00Z", "2026-11-20T10:00:00Z x", "2026-11-20T10:00:00Z\n",
              "0001-01-01T00:00:00+14:00", "9999-12-31T24:00:00Z", "tomorrow", "1763632800"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void oddInstants_areRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!instantFromText(text).isValid());
    }

    void meeting_isReadWhole()
    {
        const Meeting meeting = meetingFromJson(wholeMeeting()).value();
        QCOMPARE(meeting.uri, QUrl(QStringLiteral("https://api.calendly.com/scheduled_events/E1")));
        QCOMPARE(meeting.start, QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC));
        QCOMPARE(meeting.end, QDateTime(QDate(2026, 11, 20), QTime(10, 30), Qt::UTC));
        QCOMPARE(meeting.place.kind, Place::Kind::Zoom);
        QCOMPARE(meeting.place.joinUrl, QUrl(QStringLiteral("https://zoom.example/j/1")));
        QCOMPARE(meeting.inviteesActive, 2);
        QCOMPARE(meeting.inviteesTotal, 3);
        QCOMPARE(meeting.inviteesLimit, 5);
        QCOMPARE(meeting.hosts.size(), 1);
        QCOMPARE(meeting.hosts.first().name, QStringLiteral("Mara Lindqvist"));
        QCOMPARE(meeting.guests, QStringList{QStringLiteral("guest@example.org")});
        QCOMPARE(meeting.calendarKind, QStringLiteral("google"));
        QCOMPARE(meeting.updatedAt, QStringLiteral("2026-11-01T00:00:00.123456Z"));
        QCOMPARE(meeting.source, wholeMeeting());
        QVERIFY(!meeting.canceled);
        QVERIFY(!meeting.cancellation);
    }

    void meeting_survivesAnyWrongField_data()
    {
        QTest::addColumn<QString>("field");
        for (const QString &field : wholeMeeting().keys())
            QTest::newRow(qPrintable(field)) << field;
    }

    void meeting_survivesAnyWrongField()
    {
        QFETCH(QString, field);
        const bool needed
            = QStringList{QStringLiteral("uri"), QStringLiteral("start_time")}.contains(field);
        const QJsonArray odd{QJsonValue(),
                             true,
                             7.5,
                             1e300,
                             QStringLiteral("\u202Ejavascript:1"),
                             QJsonArray{1, QJsonValue(), QStringLiteral("x")},
                             QJsonObject{{QStringLiteral("type"), 3}},
                             QJsonArray{QJsonObject{{QStringLiteral("user"), QJsonArray()}}}};
        for (const QJsonValue value : odd) {
            const Result<Meeting> meeting = meetingFromJson(with(wholeMeeting(), field.toLatin1().constData(), value));
            QCOMPARE(bool(meeting), !needed);
            if (needed) {
                QCOMPARE(meeting.error().kind, Error::Kind::Malformed);
                QCOMPARE(meeting.error().message, QStringLiteral("field \"%1\"").arg(field));
            }
        }
        QJsonObject without = wholeMeeting();
        without.remove(field);
        QCOMPARE(bool(meetingFromJson(without)), !needed);
    }

    void meeting_withoutAnEndEndsWhereItStarts()
    {
        QJsonObject json = wholeMeeting();
        json.remove(QStringLiteral("end_time"));
        for (const QJsonObject &odd : {json, with(wholeMeeting(), "end_time", QJsonValue()), with(wholeMeeting(), "end_time", QStringLiteral("soon"))}) {
            const Result<Meeting> meeting = meetingFromJson(odd);
            QVERIFY(meeting);
            QCOMPARE(meeting->end, meeting->start);
        }
    }

    void meeting_readsNumbersWrittenAsText()
    {
        const Meeting meeting = meetingFromJson(with(wholeMeeting(), "invitees_counter",
                                                     parsed(R"({"total":"4","active":3.0,"limit":"many"})")))
                                    .value();
        QCOMPARE(meeting.inviteesTotal, 4);
        QCOMPARE(meeting.inviteesActive, 3);
        QCOMPARE(meeting.inviteesLimit, 1);
    }

    void meeting_endsNotBeforeItStarts()
    {
        const Meeting meeting
            = meetingFromJson(with(wholeMeeting(), "end_time", QStringLiteral("2026-11-19T10:00:00Z"))).value();
        QCOMPARE(meeting.end, meeting.start);
    }

    void canceledMeeting_saysWhoAndWhy()
    {
        QJsonObject json = with(wholeMeeting(), "status", QStringLiteral("canceled"));
        json = with(
            json, "cancellation",
            parsed(
                R"({"canceled_by":"Ada","reason":null,"canceler_type":"host","created_at":"2026-11-02T00:00:00Z"})"));
        const Meeting meeting = meetingFromJson(json).value();
        QVERIFY(meeting.canceled);
        QVERIFY(meeting.cancellation->byHost);
        QCOMPARE(meeting.cancellation->canceledBy, QStringLiteral("Ada"));
        QCOMPARE(meeting.cancellation->reason, QString());
    }

    void place_isNoLinkUntilTheConferenceIsReady()
    {
        const QJsonObject location
            = parsed(R"({"type":"zoom","status":"processing","join_url":"https:\/\/zoom.example/j/1"})");
        QVERIFY(meetingFromJson(with(wholeMeeting(), "location", location))->place.joinUrl.isEmpty());
        const QJsonObject unknown = parsed(R"({"type":"hologram","location":"deck 9"})");
        const Place place = meetingFromJson(with(wholeMeeting(), "location", unknown))->place;
        QCOMPARE(place.kind, Place::Kind::Unknown);
        QCOMPARE(place.rawType, QStringLiteral("hologram"));
        QCOMPARE(place.location, QStringLiteral("deck 9"));
        QCOMPARE(meetingFromJson(with(wholeMeeting(), "location", QJsonValue()))->place.kind, Place::Kind::None);
    }

    void eventType_kindComesFromFourFields_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const auto row
            = [](const char *json, EventType::Kind kind) { QTest::newRow(json) << QByteArray(json) << int(kind); };
        row(R"({"kind":"solo","pooling_type":null,"type":"StandardEventType","booking_method":"instant"})",
            EventType::Kind::OneOnOne);
        row(R"({"kind":"group","pooling_type":null,"type":"StandardEventType","booking_method":"instant"})",
            EventType::Kind::Group);
        row(R"({"kind":"solo","pooling_type":"round_robin"})", EventType::Kind::RoundRobin);
        row(R"({"kind":"solo","pooling_type":"collective"})", EventType::Kind::Collective);
        row(R"({"kind":"solo","pooling_type":"multi_pool"})", EventType::Kind::MultiPool);
        row(R"({"kind":"solo","type":"AdhocEventType"})", EventType::Kind::OneOff);
        row(R"({"kind":"solo","type":"AdhocEventType","booking_method":"poll"})", EventType::Kind::Poll);
        row(R"({"kind":"quantum","pooling_type":"x"})", EventType::Kind::OneOnOne);
        row(R"({})", EventType::Kind::OneOnOne);
    }

    void eventType_kindComesFromFourFields()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const QJsonObject whole
            = with(parsed(json.constData()), "uri", QStringLiteral("https://api.calendly.com/event_types/T1"));
        QCOMPARE(int(eventTypeFromJson(whole)->kind), kind);
    }

    void eventType_takesOnlySoundValues()
    {
        const EventType type
            = eventTypeFromJson(
                  parsed(
                      R"({"uri":"https:\/\/api.calendly.com/event_types/T1","name":null,"active":true,"duration":30.0,
            "duration_options":[15,"30",-5,null,1e300],"color":"\u00238247f5","profile":null,"position":"2","locations":[{"kind":"zoom_conference"},
            {"kind":"inbound_call","phone_number":"+14155550134"},null],"custom_questions":[{"name":"Why?","type":"text","position":0,"answer_choices":["a",1]},7],
            "deleted_at":null})"))
                  .value();
        QCOMPARE(type.duration, std::chrono::minutes(30));
        QCOMPARE(type.durationOptions,
                 (QList<std::chrono::minutes>{std::chrono::minutes(15), std::chrono::minutes(30)}));
        QCOMPARE(type.color, QStringLiteral("#8247f5"));
        QCOMPARE(type.position, 2);
        QCOMPARE(type.places.size(), 2);
        QCOMPARE(type.places.last().location, QStringLiteral("+14155550134"));
        QCOMPARE(type.customQuestions.size(), 1);
        QCOMPARE(type.customQuestions.first().answerChoices, (QStringList{QStringLiteral("a"), QStringLiteral("1")}));
        QVERIFY(type.deletedAt.isNull());
        QVERIFY(isBookable(type));
    }

    void badColors_areDropped()
    {
        for (const char *color : {"red", "#12345", "#1234567", "#12345g", "#123456;x", "url(x)", ""}) {
            const QJsonObject json = with(parsed(R"({"uri":"https:\/\/api.calendly.com/event_types/T1"})"), "color",
                                          QString::fromLatin1(color));
            QCOMPARE(eventTypeFromJson(json)->color, QString());
        }
    }

    void absurdDurations_areZero()
    {
        for (const QJsonValue value : QJsonArray{-30, 1e300, QStringLiteral("long"), QJsonValue(), true}) {
            const QJsonObject json
                = with(parsed(R"({"uri":"https:\/\/api.calendly.com/event_types/T1"})"), "duration", value);
            QCOMPARE(eventTypeFromJson(json)->duration, std::chrono::minutes(0));
        }
    }

    void invitee_isReadWithNullsEverywhere()
    {
        const Invitee invitee
            = inviteeFromJson(
                  parsed(R"({"uri":"https:\/\/api.calendly.com/scheduled_events/E1/invitees/I1","email":"a@example.org",
            "name":"","first_name":"Ada","last_name":null,"status":"active","questions_and_answers":[{"question":"Q","answer":"<b>x</b>","position":0}],
            "timezone":null,"event":"https:\/\/api.calendly.com/scheduled_events/E1","tracking":{"utm_source":null,"utm_content":"tok"},"payment":null,
            "no_show":{"uri":"https:\/\/api.calendly.com/invitee_no_shows/N1","created_at":"x"},"reconfirmation":null,"rescheduled":null,
            "cancel_url":"javascript:alert"})"))
                  .value();
        QCOMPARE(invitee.name, QStringLiteral("Ada"));
        QCOMPARE(invitee.answers.first().answer, QStringLiteral("<b>x</b>"));
        QCOMPARE(invitee.tracking.utmContent, QStringLiteral("tok"));
        QCOMPARE(invitee.tracking.utmSource, QString());
        QVERIFY(!invitee.payment);
        QVERIFY(!invitee.reconfirmation);
        QCOMPARE(invitee.noShow, QUrl(QStringLiteral("https://api.calendly.com/invitee_no_shows/N1")));
        QVERIFY(invitee.cancelUrl.isEmpty());
        QVERIFY(!invitee.rescheduled);
    }

    void invitee_paymentKeepsTheAmountAsText()
    {
        const QJsonObject json = parsed(R"({"uri":"https:\/\/api.calendly.com/scheduled_events/E1/invitees/I1",
            "payment":{"external_id":"ch_1","provider":"stripe","amount":25.5,"currency":"EUR","terms":null,"successful":true}})");
        QCOMPARE(inviteeFromJson(json)->payment->amount, QStringLiteral("25.5"));
        QVERIFY(inviteeFromJson(json)->payment->successful);
    }

    void schedule_goesThereAndBack()
    {
        const QJsonObject json = parsed(
            R"({"uri":"https:\/\/api.calendly.com/user_availability_schedules/S1","default":true,"name":"Working hours",
            "user":"https:\/\/api.calendly.com/users/U1","timezone":"Asia/Calcutta","rules":[
            {"type":"wday","wday":"monday","intervals":[{"from":"13:00","to":"17:30"},{"from":"09:00","to":"12:00"}]},
            {"type":"wday","wday":"sunday","intervals":[]},
            {"type":"date","date":"2026-12-4","intervals":[{"from":"20:00","to":"24:00"}]}]})");
        const AvailabilitySchedule schedule = availabilityScheduleFromJson(json).value();
        QCOMPARE(schedule.rules.size(), 3);
        QCOMPARE(schedule.rules.at(2).date, QDate(2026, 12, 4));
        QCOMPARE(schedule.rules.at(2).intervals.first().to, QTime(23, 59, 59, 999));
        QCOMPARE(availabilityScheduleFromJson(toJson(schedule)).value(), schedule);
    }

    void schedule_leavesOutHoursThatAreNone()
    {
        const AvailabilitySchedule schedule
            = availabilityScheduleFromJson(parsed(R"({"uri":"https:\/\/api.calendly.com/user_availability_schedules/S1",
            "rules":[{"type":"wday","wday":"monday","intervals":[{"from":"12:00","to":"09:00"},{"from":"25:00","to":"26:00"},{"from":null},3,
            {"from":"22:00","to":"00:00"}]},{"type":"wday","wday":"moonday","intervals":[]},{"type":"date","date":"2026-02-30"},null]})"))
                  .value();
        QCOMPARE(schedule.rules.size(), 1);
        QCOMPARE(schedule.rules.first().intervals, (QList<DayInterval>{{QTime(22, 0), QTime(23, 59, 59, 999)}}));
    }

    void hoursOn_prefersTheDateAndSorts()
    {
        AvailabilitySchedule schedule;
        schedule.rules = {{.weekday = 5, .intervals = {{QTime(13, 0), QTime(17, 0)}, {QTime(9, 0), QTime(12, 0)}}},
                          {.date = QDate(2026, 12, 4)}};
        QCOMPARE(hoursOn(schedule, QDate(2026, 11, 20)).first().from, QTime(9, 0));
        QVERIFY(hoursOn(schedule, QDate(2026, 12, 4)).isEmpty());
        QVERIFY(hoursOn(schedule, QDate(2026, 11, 21)).isEmpty());
        QVERIFY(hoursOn(schedule, QDate()).isEmpty());
    }

    void busyAndOpenTimes_needTheirTimes()
    {
        const BusyTime busy
            = busyTimeFromJson(
                  parsed(R"({"type":"calendly","start_time":"2026-11-20T10:00:00Z","end_time":"2026-11-20T11:00:00Z",
            "event":{"uri":"https:\/\/api.calendly.com/scheduled_events/E1"}})"))
                  .value();
        QCOMPARE(busy.kind, BusyTime::Kind::Calendly);
        QVERIFY(!busy.meeting.isEmpty());
        QVERIFY(!busyTimeFromJson(parsed(R"({"type":"external","start_time":"2026-11-20T10:00:00"})")));
        QCOMPARE(busyTimeFromJson(
                     parsed(R"({"type":"?","start_time":"2026-11-20T10:00:00Z","end_time":"2026-11-20T11:00:00Z"})"))
                     ->kind,
                 BusyTime::Kind::External);
        QVERIFY(openTimeFromJson(parsed(R"({"status":"available","start_time":"2026-11-20T10:00:00Z"})")));
        QVERIFY(!openTimeFromJson(parsed(R"({"status":"taken","start_time":"2026-11-20T10:00:00Z"})")));
    }

    void people_areReadWithAndWithoutOrganization()
    {
        const QJsonObject user
            = parsed(R"({"uri":"https:\/\/api.calendly.com/users/U1","name":"Mara Lindqvist","email":"mara@example.com",
            "time_notation":"24h","avatar_url":null,"current_organization":"https:\/\/api.calendly.com/organizations/O1"})");
        QVERIFY(userFromJson(user)->twentyFourHours);
        QVERIFY(userFromJson(user)->avatarUrl.isEmpty());
        const QJsonObject membership{
            {QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/organization_memberships/M1")},
            {QStringLiteral("role"), QStringLiteral("owner")},
            {QStringLiteral("user"), user}};
        QCOMPARE(membershipFromJson(membership)->role, Role::Owner);
        QCOMPARE(membershipFromJson(with(membership, "user", QJsonValue())).error().message,
                 QStringLiteral("field \"user\""));
        QVERIFY(!organizationFromJson(QJsonObject()));
        QVERIFY(!invitationFromJson(parsed(R"({"uri":"not an address"})")));
    }

    void webhook_withAnUnknownScopeIsGuessed()
    {
        const QJsonObject json = parsed(
            R"({"uri":"https:\/\/api.calendly.com/webhook_subscriptions/W1","state":"disabled","scope":"galaxy",
            "group":"https:\/\/api.calendly.com/groups/G1","events":["invitee.created",null]})");
        QCOMPARE(webhookFromJson(json)->scope, WebhookSubscription::Scope::Group);
        QVERIFY(!webhookFromJson(json)->active);
        QCOMPARE(webhookFromJson(json)->events, QStringList{QStringLiteral("invitee.created")});
    }

    void addresses_ofOddShapesAreNone()
    {
        for (const char *uri :
             {"https://api.calendly.com@evil.example/users/U1", "javascript:alert(1)", "file:///x", "//evil.example/x",
              "/users/U1", "https:\\\\evil.example", "https://", "ftp://api.calendly.com/x", "https://exa mple.com/x"})
            QVERIFY2(!userFromJson(QJsonObject{{QStringLiteral("uri"), QString::fromLatin1(uri)}}), uri);
    }
};

QTEST_APPLESS_MAIN(TestResourceJson)
#include "tst_resourcejson.moc"
