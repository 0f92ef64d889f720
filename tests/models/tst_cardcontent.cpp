// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendatext.h"
#include "carddetails.h"
#include "htmltext.h"

#include <QJsonArray>
#include <QTest>

namespace {

/// Every word of the card in one text.
QString everything(const CardContent &card)
{
    QStringList words{card.name, card.role, card.address};
    for (const CardSection &section : card.sections) {
        for (const CardField &field : section.fields)
            words << field.label << field.value;
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

class TestCardContent : public QObject
{
    Q_OBJECT

private slots:
    void bothClocksAreSaid()
    {
        const CardContent card = cardOf(demo());
        QCOMPARE(plain(card.when), QStringLiteral("Fri 20 Nov, 13:00–13:45"));
        QCOMPARE(plain(card.whenRelative), QStringLiteral("in 2 h 18 min"));
        QCOMPARE(plain(card.theirTime), QStringLiteral("21:00–21:45 in Tokyo (+8 h). Late for Kenji."));
    }

    void anotherDayAndOddZonesAreSaid()
    {
        MeetingDetails details = demo();
        details.invitees[0].timezone = QStringLiteral("Australia/Lord_Howe");
        QCOMPARE(plain(cardOf(details).theirTime), QStringLiteral("23:00–23:45 in Lord Howe (+10 h). Late for Kenji."));
        details.meeting.start = berlin(20, 20, 0);
        details.meeting.end = berlin(20, 20, 45);
        QCOMPARE(plain(cardOf(details).theirTime), QStringLiteral("Sat 21 Nov, 06:00–06:45 in Lord Howe (+10 h). Early for Kenji."));
        details.invitees[0].timezone = QStringLiteral("Asia/Kathmandu");
        QCOMPARE(plain(cardOf(details).theirTime), QStringLiteral("Sat 21 Nov, 00:45–01:30 in Kathmandu (+4:45 h). Early for Kenji."));
    }

    void ofAGroupEachClockIsSaid()
    {
        MeetingDetails details = demo();
        details.meeting.inviteesLimit = 8;
        Invitee nowhere = kenji();
        nowhere.timezone = QStringLiteral("Mars/Olympus");
        Invitee neighbor = kenji();
        neighbor.timezone = QStringLiteral("Europe/Berlin");
        details.invitees = {nowhere, kenji(), neighbor}; // the first of them says nothing of the others
        const CardContent card = cardOf(details);
        QCOMPARE(plain(card.theirTime), QStringLiteral("13:00 to 21:00 in 2 zones, late for some"));
        QCOMPARE(card.theirDayPart, DayPart::Late);
        QCOMPARE(card.people.at(0).remark, QStringLiteral("zone unknown"));
        QCOMPARE(plain(card.people.at(1).remark), QStringLiteral("21:00 in Tokyo, +8 h, late for them"));
        QCOMPARE(plain(card.people.at(2).remark), QStringLiteral("13:00 in Berlin, same time"));
    }

    void theStatusTellsOfTheMeetingsAroundIt()
    {
        AgendaSetting setting = berlinSetting();
        setting.others = {summaryOf(demo()), meetingAt(5, berlin(20, 13, 30), 30, QStringLiteral("Coaching session"), {})};
        const StatusWords status = cardContent(demo(), setting, {}).status;
        QCOMPARE(status.text, QStringLiteral("Overlaps"));
        QCOMPARE(plain(status.detail), QStringLiteral("15 min with Coaching session"));
        setting.others[1] = meetingAt(5, berlin(20, 13, 45), 30, QStringLiteral("Coaching session"), {});
        setting.others.append(meetingAt(6, berlin(20, 14, 15), 30, QStringLiteral("Intro"), {}));
        QCOMPARE(cardContent(demo(), setting, {}).status.detail, QStringLiteral("1 of 3 in a row"));
    }

    void clocksThatChangeSoonAreSaid()
    {
        MeetingDetails details = demo();
        QVERIFY(cardOf(details).clockNote.isEmpty());
        details.meeting.start = details.meeting.start.addDays(111); // 11 March 2027
        details.meeting.end = details.meeting.start.addSecs(1800);
        details.invitees[0].timezone = QStringLiteral("America/New_York");
        QCOMPARE(cardOf(details).clockNote, QStringLiteral("Clocks change in New York on Sun 14 Mar 2027, 3 days after."));
    }

    void namesFromRightToLeftTurnNothingAroundThem()
    {
        MeetingDetails details = demo();
        details.invitees[0].name = QStringLiteral("דניאל כהן");
        const CardContent card = cardOf(details);
        QCOMPARE(card.people.first().name, QStringLiteral("דניאל כהן")); // alone it needs no fence
        QVERIFY(card.theirTime.contains(QStringLiteral("\u2068דניאל\u2069.")));
        QVERIFY(linesOf(card, "history").first().endsWith(QStringLiteral("Booked by \u2068דניאל כהן\u2069")));
    }

    void addressesCanBeWrittenTo()
    {
        MeetingDetails details = demo();
        details.meeting.guests = {QStringLiteral("yuki+demo@example.com")};
        const CardContent card = cardOf(details);
        const CardSection *guests = sectionOf(card, QStringLiteral("guests"));
        QVERIFY(guests);
        QCOMPARE(guests->fields.first().link.kind, CardLink::Kind::Mail);
        QCOMPARE(guests->fields.first().link.url.toString(QUrl::FullyEncoded), QStringLiteral("mailto:yuki%2Bdemo@example.com"));
        QCOMPARE(mailLink(QStringLiteral("nobody")).kind, CardLink::Kind::None);
        QCOMPARE(mailLink(QStringLiteral("a@b.example?bcc=c@d.example")).url.toString(QUrl::FullyEncoded),
                 QStringLiteral("mailto:a@b.example%3Fbcc%3Dc@d.example"));
    }

    void whoCanBeMarkedDependsOnTheStart()
    {
        using NoShow = CardPerson::NoShow;
        const auto noShow = [](const MeetingDetails &details) { return cardOf(details).people.first().noShow; };
        MeetingDetails details = demo();
        QCOMPARE(noShow(details), NoShow::Impossible);
        details.meeting.start = berlin(20, 10, 40);
        QCOMPARE(noShow(details), NoShow::Possible);
        details.invitees[0].noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
        QCOMPARE(noShow(details), NoShow::Marked);
        details.invitees[0].noShow.clear();
        details.invitees[0].canceled = true;
        QCOMPARE(noShow(details), NoShow::Impossible);
    }

    void whatWasHadBeforeIsTold()
    {
        MeetingDetails details = demo();
        details.person = {.meetings = 2, .lastMet = berlin(3, 9, 30), .lastMeeting = QUrl(QStringLiteral("https://api.example.com/scheduled_events/1")),
                          .noShows = 1, .canceledByThem = 2, .canceledByHosts = 1, .company = QStringLiteral("harborline.example"),
                          .companyMeetings = 7, .companyPeople = 3};
        const CardContent card = cardOf(details);
        QCOMPARE(card.people.first().badge, QStringLiteral("Meeting no. 3"));
        QCOMPARE(card.people.first().remark, QStringLiteral("2 earlier meetings. Last met 3 Nov. 1 no-show."));
        QCOMPARE(linesOf(card, "earlier"), (QStringList{QStringLiteral("Last meeting: 3 Nov, 09:30"), QStringLiteral("Canceled: 2 by them, 1 by a host"),
                                                        QStringLiteral("Company: 7 meetings with 3 people at harborline.example")}));
        QCOMPARE(sectionOf(card, QStringLiteral("earlier"))->fields.first().link, (CardLink{CardLink::Kind::Meeting, details.person.lastMeeting}));
        details.person.companyLastMet = berlin(5, 9, 30);
        details.person.companyNoShows = 2;
        details.person.lastAnswers = {{QStringLiteral("Second?"), QStringLiteral("three"), 1}, {QStringLiteral("Budget?"), QStringLiteral("5,000"), 0}};
        QCOMPARE(linesOf(cardOf(details), "earlier").mid(2),
                 (QStringList{QStringLiteral("Company: 7 meetings with 3 people at harborline.example, last on 5 Nov, 2 no-shows"),
                              QStringLiteral("Budget? (last time): 5,000"), QStringLiteral("Second? (last time): three")}));
        details.person = {.meetings = 2, .company = QStringLiteral("harborline.example"), .companyMeetings = 2, .companyPeople = 1};
        QVERIFY(!sectionOf(cardOf(details), QStringLiteral("earlier")));
    }

    void answersKeepTheirOrderAndLines()
    {
        const CardContent card = cardOf(demo());
        const CardSection *answers = sectionOf(card, QStringLiteral("answers"));
        QVERIFY(answers);
        QCOMPARE(answers->fields.at(0).label, QStringLiteral("First?"));
        QCOMPARE(answers->fields.at(1).value, QStringLiteral("two\nlines"));
    }

    void sectionsWithoutContentAreLeftOut()
    {
        const CardContent card = cardOf(demo());
        for (const char *key : {"camefrom", "payment", "reminders", "notes", "cancellation", "unknown", "guests"})
            QVERIFY2(!sectionOf(card, QLatin1String(key)), key);
    }

    void unknownFieldsAreShownAsTheyCame()
    {
        MeetingDetails details = demo();
        details.meeting.source.insert(QStringLiteral("new_thing"), QStringLiteral("value"));
        details.invitees[0].source.insert(QStringLiteral("other_thing"), QStringLiteral("somebody"));
        const CardContent card = cardOf(details);
        const CardSection *unknown = sectionOf(card, QStringLiteral("unknown"));
        QVERIFY(unknown);
        QCOMPARE(unknown->fields.size(), 2);
        QCOMPARE(unknown->fields.at(0).value, QStringLiteral("value"));
    }

    void unknownFieldsWithinKnownOnesAreShown()
    {
        MeetingDetails details = demo();
        const QJsonObject host{{QStringLiteral("user_name"), QStringLiteral("Mara")}, {QStringLiteral("user_slug"), QStringLiteral("mara")}};
        details.meeting.source.insert(QStringLiteral("event_memberships"), QJsonArray{host});
        details.invitees[0].source.insert(QStringLiteral("payment"), QJsonObject{{QStringLiteral("amount"), QStringLiteral("20.00")},
                                                                                 {QStringLiteral("tax"), QStringLiteral("3.80")},
                                                                                 {QStringLiteral("cancel_url"), QStringLiteral("https://x.example/secret")}});
        QCOMPARE(linesOf(cardOf(details), "unknown"), (QStringList{QStringLiteral("event_memberships.user_slug: mara"), QStringLiteral("payment.tax: 3.80")}));
    }

    void whoCanceledAPlaceInAGroupAndWhyIsTold()
    {
        MeetingDetails details = demo();
        details.meeting.inviteesLimit = 8;
        Invitee left = kenji();
        left.uri = QUrl(QStringLiteral("https://api.example.com/scheduled_events/4/invitees/ana"));
        left.name = QStringLiteral("Ana");
        left.canceled = true;
        left.cancellation = Cancellation{QStringLiteral("Mara Lindqvist"), QStringLiteral("The room is too small."), true, berlin(19, 9, 0)};
        details.invitees.append(left);
        const QStringList lines = linesOf(cardOf(details), "cancellation");
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(0).contains(QLatin1String("Ana")) && lines.at(0).contains(QLatin1String("Mara Lindqvist")), qPrintable(lines.at(0)));
        QVERIFY(lines.at(2).endsWith(QLatin1String("The room is too small.")));
    }

    void whatComesWithTheConferenceIsShown()
    {
        MeetingDetails details = demo();
        const QJsonObject number{{QStringLiteral("number"), QStringLiteral("+49 30 5557 0100")}, {QStringLiteral("country"), QJsonValue()}};
        const QJsonObject data{{QStringLiteral("id"), 8452210337.0}, {QStringLiteral("password"), QStringLiteral("210337")},
                               {QStringLiteral("settings"), QJsonObject{{QStringLiteral("global_dial_in_numbers"), QJsonArray{number, number}}}}};
        details.meeting.source.insert(QStringLiteral("location"), QJsonObject{{QStringLiteral("type"), QStringLiteral("zoom")}, {QStringLiteral("data"), data}});
        QCOMPARE(linesOf(cardOf(details), "conference"),
                 (QStringList{QStringLiteral("id: 8452210337"), QStringLiteral("password: 210337"), QStringLiteral("number: +49 30 5557 0100"),
                              QStringLiteral("number: +49 30 5557 0100")}));
    }

    void anAddressIsCopiedAsItIsSent()
    {
        MeetingDetails details = demo();
        details.meeting.place = {.kind = Place::Kind::Zoom, .joinUrl = QUrl(QStringLiteral("https://zoom.example/j/1?pwd=a%20b%2Fc"))};
        QCOMPARE(cardOf(details).address, QStringLiteral("https://zoom.example/j/1?pwd=a%20b%2Fc"));
        QVERIFY(meetingAsText(summaryOf(details), berlinSetting()).endsWith(QStringLiteral("https://zoom.example/j/1?pwd=a%20b%2Fc")));
    }

    void whyAConferenceHasNoAddressIsSaid()
    {
        MeetingDetails details = demo();
        details.meeting.place = {.kind = Place::Kind::Zoom, .status = QStringLiteral("processing")};
        QCOMPARE(cardOf(details).placeRemark, QStringLiteral("The address comes when the conference is made."));
        details.meeting.place.status.clear();
        QCOMPARE(cardOf(details).placeRemark, QStringLiteral("The address comes when the conference is made."));
        details.meeting.place.status = QStringLiteral("failed");
        QCOMPARE(cardOf(details).placeRemark, QStringLiteral("The conference could not be made."));
        details.meeting.place.status = QStringLiteral("pushed");
        QCOMPARE(cardOf(details).placeRemark, QString());
        details.meeting.place.status.clear();
        details.meeting.canceled = true;
        QCOMPARE(cardOf(details).placeRemark, QString());
        details.meeting.canceled = false;
        details.meeting.start = berlin(1, 13, 0);
        details.meeting.end = berlin(1, 13, 45);
        QCOMPARE(cardOf(details).placeRemark, QStringLiteral("Calendly no longer keeps the address."));
    }

    void whatCalendlySaysOfChangesIsShown()
    {
        MeetingDetails details = demo();
        details.meeting.inviteesLimit = 8;
        details.meeting.inviteesActive = 2;
        details.meeting.inviteesTotal = 5;
        const QString made = QStringLiteral("2026-11-12T15:20:00.000000Z");
        const QString changed = QStringLiteral("2026-11-13T15:20:00.000000Z");
        const QJsonObject guest{{QStringLiteral("email"), QStringLiteral("yuki@example.com")}, {QStringLiteral("created_at"), made},
                                {QStringLiteral("updated_at"), made}};
        details.meeting.source.insert(QStringLiteral("created_at"), made);
        details.meeting.source.insert(QStringLiteral("updated_at"), changed);
        details.meeting.source.insert(QStringLiteral("event_guests"), QJsonArray{guest});
        details.invitees[0].source.insert(QStringLiteral("updated_at"), changed);
        details.meeting.source.insert(QStringLiteral("meeting_notes_html"), QStringLiteral("<p>Bring the <b>plans</b> &amp; keys</p><p>Ring twice</p>"));
        const CardContent card = cardOf(details);
        const QStringList facts = linesOf(card, "facts");
        for (const char *line : {"Bookings: 5, with those that were canceled", "Changed on: 13 Nov, 16:20", "Booking changed on: 13 Nov, 16:20",
                                 "Guest yuki@example.com added: 12 Nov, 16:20"})
            QVERIFY2(facts.contains(QLatin1String(line)), qPrintable(facts.join(QLatin1Char('\n'))));
        QVERIFY(!facts.join(QLatin1Char('\n')).contains(QLatin1String("Guest yuki@example.com changed")));
        QCOMPARE(linesOf(card, "notes"), QStringList{QStringLiteral(": Bring the plans & keys\nRing twice")});
    }

    void wordsOfHtmlAreWords()
    {
        QCOMPARE(htmlAsText(QStringLiteral("a<br>b<br/>c &#228; &#xe4; &lt;i&gt; &unknown;")), QStringLiteral("a\nb\nc ä ä <i> &unknown;"));
        QCOMPARE(htmlAsText(QStringLiteral("<script>alert(1)</script>x<!-- y -->z<img src='http://a.example")), QStringLiteral("xz"));
        QCOMPARE(htmlAsText(QStringLiteral("1 < 2 and &#55296;&#0;3")), QStringLiteral("1 < 2 and 3"));
    }

    void timeKeptFreeAroundTheMeetingIsSaid()
    {
        MeetingDetails details = demo();
        const QJsonObject host{{QStringLiteral("buffered_start_time"), QStringLiteral("2026-11-20T11:45:00.000000Z")},
                               {QStringLiteral("buffered_end_time"), QStringLiteral("2026-11-20T12:50:00.000000Z")}};
        QVERIFY(!linesOf(cardOf(details), "facts").join(QLatin1Char('\n')).contains(QLatin1String("Kept free")));
        details.meeting.source.insert(QStringLiteral("event_memberships"), QJsonArray{host});
        QVERIFY(linesOf(cardOf(details), "facts").contains(QStringLiteral("Kept free: 12:45–13:50")));
    }

    void addressesThatCancelOrMoveAreNeverShown()
    {
        MeetingDetails details = demo();
        QJsonObject nested{{QStringLiteral("reschedule_url"), details.invitees.first().rescheduleUrl.toString()},
                           {QStringLiteral("a"), 1}};
        details.invitees[0].source.insert(QStringLiteral("extra"), nested);
        const QString words = everything(cardOf(details));
        QVERIFY(words.contains(QLatin1String("extra")));
        QVERIFY(!words.contains(QLatin1String("secret")));
    }

    void aMinuteChangesOnlyTheCountdown()
    {
        AgendaSetting later = berlinSetting();
        later.now = later.now.addSecs(60);
        const CardContent before = cardOf(demo());
        CardContent after = cardContent(demo(), later, QUrl(QStringLiteral("https://api.example.com/users/me")));
        QVERIFY(after != before);
        after.whenRelative = before.whenRelative;
        QVERIFY(after == before);
    }
};

QTEST_GUILESS_MAIN(TestCardContent)
#include "tst_cardcontent.moc"
