// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendatext.h"
#include "calendarentry.h"
#include "meetingmaker.h"

#include <QTest>

namespace {

const QString tokyo = QStringLiteral("Asia/Tokyo");

QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

/// Rows of meetings only.
QList<AgendaRow> meetingsOf(const QList<AgendaRow> &rows)
{
    QList<AgendaRow> meetings;
    for (const AgendaRow &row : rows) {
        if (row.kind == AgendaRow::Kind::Meeting)
            meetings.append(row);
    }
    return meetings;
}

QList<MeetingSummary> friday()
{
    const QString madrid = QStringLiteral("Europe/Madrid");
    MeetingSummary checkIn = meetingAt(1, berlin(20, 9, 0), 15, QStringLiteral("15 min check-in"),
                                       person(QStringLiteral("Tomasz Wilk"), madrid));
    checkIn.invitees.first().noShow = true;
    MeetingSummary demo = meetingAt(4, berlin(20, 13, 0), 45, QStringLiteral("Product demo"),
                                    person(QStringLiteral("Kenji Watanabe"), tokyo));
    demo.meeting.guests = {QStringLiteral("yuki@example.com"), QStringLiteral("taro@example.com")};
    return {
        checkIn,
        meetingAt(2, berlin(20, 10, 30), 30, QStringLiteral("30 min intro"),
                  person(QStringLiteral("Ana Ruiz"), madrid)),
        meetingAt(3, berlin(20, 11, 30), 45, QStringLiteral("Portfolio review"),
                  person(QStringLiteral("Jonas Berg"), madrid)),
        demo,
        meetingAt(5, berlin(20, 13, 30), 30, QStringLiteral("Coaching session"),
                  person(QStringLiteral("Priya Nair"), QStringLiteral("Asia/Kolkata"))),
        canceled(meetingAt(6, berlin(20, 14, 30), 30, QStringLiteral("30 min intro"),
                           person(QStringLiteral("Lena Fischer"), madrid)),
                 QStringLiteral("Lena Fischer"), QStringLiteral("traveling")),
    };
}

} // namespace

class TestAgendaRows : public QObject
{
    Q_OBJECT

private slots:
    void eachDayHasAHeadWithItsFacts()
    {
        QList<MeetingSummary> meetings = friday();
        meetings.append(
            meetingAt(9, berlin(23, 9, 0), 60, QStringLiteral("Onboarding"), person(QStringLiteral("Sofia"), tokyo)));
        meetings.append(
            meetingAt(10, berlin(23, 10, 15), 30, QStringLiteral("Intro"), person(QStringLiteral("Grace"), tokyo)));
        const QList<AgendaRow> rows = agendaRows(meetings, berlinSetting());
        QCOMPARE(rows.size(), 10);
        QCOMPARE(rows.first().dayName, QStringLiteral("Today"));
        QCOMPARE(rows.first().dayDate, QStringLiteral("Friday 20 November"));
        QCOMPARE(plain(rows.first().dayFacts), QStringLiteral("5 meetings, 4 left. Next gap 11:00–11:30"));
        QCOMPARE(rows.at(7).dayName, QStringLiteral("Monday"));
        QCOMPARE(rows.at(7).dayDate, QStringLiteral("23 November"));
        QCOMPARE(plain(rows.at(7).dayFacts), QStringLiteral("2 meetings, 1 h 30 min"));
    }

    void onlyAnEmptyTomorrowBetweenMeetingsIsShown()
    {
        AgendaSetting setting = berlinSetting();
        setting.showsFreeTomorrow = true;
        QList<MeetingSummary> meetings = friday();
        QCOMPARE(agendaRows(meetings, setting).size(), 7);
        meetings.append(
            meetingAt(9, berlin(25, 9, 0), 60, QStringLiteral("Onboarding"), person(QStringLiteral("Sofia"), tokyo)));
        const QList<AgendaRow> rows = agendaRows(meetings, setting);
        QCOMPARE(rows.size(), 10);
        QCOMPARE(rows.at(7).dayName, QStringLiteral("Tomorrow"));
        QCOMPARE(rows.at(7).dayFacts, QStringLiteral("No meetings"));
    }

    void statesAreMarkedInWords()
    {
        const QList<AgendaRow> rows = meetingsOf(agendaRows(friday(), berlinSetting()));
        QCOMPARE(rows.at(0).status.text, QStringLiteral("No-show"));
        QVERIFY(rows.at(0).past);
        QCOMPARE(plain(rows.at(1).status.text), QStringLiteral("Now, 18 min left"));
        QCOMPARE(rows.at(2).status.text, QStringLiteral("Confirmed"));
        QCOMPARE(rows.at(3).status.text, QStringLiteral("Overlaps"));
        QCOMPARE(plain(rows.at(3).status.detail), QStringLiteral("15 min with Coaching session"));
        QCOMPARE(rows.at(4).status.text, QStringLiteral("Overlaps"));
        QCOMPARE(plain(rows.at(4).status.detail), QStringLiteral("15 min with Product demo"));
        QCOMPARE(rows.at(5).status.text, QStringLiteral("Canceled"));
        QCOMPARE(rows.at(5).status.detail, QStringLiteral("by Lena, traveling"));
    }

    void anOverlapWithAHiddenMeetingIsSeen()
    {
        const QList<MeetingSummary> all = friday();
        AgendaSetting setting = berlinSetting();
        setting.others = all;
        const QList<AgendaRow> rows = meetingsOf(agendaRows({all.at(4)}, setting));
        QCOMPARE(rows.first().status.status, StatusWords::Status::Overlaps);
    }

    void whatIsFreeIsNotSaidOfAPartOfTheDay()
    {
        AgendaSetting setting = berlinSetting();
        QVERIFY(agendaRows(friday(), setting).first().dayFacts.contains(QLatin1String("Next gap")));
        setting.isPartial = true;
        const QString facts = plain(agendaRows(friday(), setting).first().dayFacts);
        QVERIFY2(!facts.contains(QLatin1String("gap")) && !facts.contains(QLatin1String("left")), qPrintable(facts));
        QVERIFY(facts.contains(QLatin1String("meetings")));
    }

    void ofTwoThatBeginTogetherBothAreMarked()
    {
        const auto at = [](int number, int minutes) {
            return meetingAt(number, berlin(23, 9, 0), minutes, QStringLiteral("Intro"), person(QStringLiteral("Grace"), tokyo));
        };
        const QList<AgendaRow> rows = meetingsOf(agendaRows({at(12, 30), at(11, 60)}, berlinSetting()));
        for (const AgendaRow &row : rows) {
            QCOMPARE(row.status.text, QStringLiteral("Overlaps"));
            QCOMPARE(plain(row.status.detail), QStringLiteral("30 min with Intro"));
        }
    }

    void aCanceledMeetingOverlapsNothing()
    {
        QList<MeetingSummary> meetings = friday();
        meetings[3] = canceled(meetings.at(3), QStringLiteral("Kenji Watanabe"), {});
        const QList<AgendaRow> rows = meetingsOf(agendaRows(meetings, berlinSetting()));
        QCOMPARE(rows.at(3).status.detail, QStringLiteral("by Kenji"));
        QCOMPARE(rows.at(4).status.status, StatusWords::Status::Confirmed);
    }

    void whoCancelsUnderTheOwnNameIsYou()
    {
        Cancellation cancellation{QStringLiteral("Mara Lindqvist"), QString(), true, {}};
        QCOMPARE(cancellationText(cancellation, QStringLiteral("Mara Lindqvist")), QStringLiteral("by you"));
        cancellation.byHost = false;
        QCOMPARE(cancellationText(cancellation, QStringLiteral("Mara Lindqvist")), QStringLiteral("by Mara"));
    }

    void aMovedBookingIsNotCalledCanceled()
    {
        MeetingSummary moved = canceled(friday().at(3), QStringLiteral("Kenji Watanabe"), {});
        moved.invitees.first().rescheduled = true;
        QCOMPARE(meetingsOf(agendaRows({moved}, berlinSetting())).first().status.text, QStringLiteral("Moved"));
        QVERIFY(meetingsOf(agendaRows({moved}, berlinSetting())).first().canceled);
        QCOMPARE(meetingsOf(agendaRows({moved}, berlinSetting())).first().status.detail, QStringLiteral("to another time"));
        moved.invitees.first().lastTime = berlin(24, 14, 0);
        const QString detail = plain(meetingsOf(agendaRows({moved}, berlinSetting())).first().status.detail);
        QVERIFY2(detail.startsWith(QLatin1String("to ")) && detail.contains(QLatin1String("24")) && detail.contains(QLatin1String("14:00")), qPrintable(detail));
    }

    void theirTimeSaysZoneAndUnkindHours()
    {
        const QList<AgendaRow> rows = meetingsOf(agendaRows(friday(), berlinSetting()));
        QCOMPARE(rows.at(3).theirTime, QStringLiteral("21:00"));
        QCOMPARE(plain(rows.at(3).theirZone), QStringLiteral("Tokyo, +8 h"));
        QCOMPARE(rows.at(3).theirDayPart, DayPart::Late);
        QCOMPARE(plain(rows.at(4).theirZone), QStringLiteral("Kolkata, +4:30 h"));
        QCOMPARE(rows.at(4).theirDayPart, DayPart::Day);
    }

    void groupsCountPeopleAndZones()
    {
        MeetingSummary group = meetingAt(7, berlin(20, 16, 0), 30, QStringLiteral("Office hours"),
                                         person(QStringLiteral("One"), QStringLiteral("America/New_York")));
        group.meeting.inviteesLimit = 8;
        group.meeting.inviteesActive = 5;
        group.invitees.append(person(QStringLiteral("Two"), QStringLiteral("Europe/London")));
        group.invitees.append(person(QStringLiteral("Three"), QStringLiteral("Europe/Berlin")));
        group.invitees.append(person(QStringLiteral("Four"), QStringLiteral("Europe/Berlin")));
        const AgendaRow row = meetingsOf(agendaRows({group}, berlinSetting())).first();
        QCOMPARE(row.people, QStringLiteral("5 of 8 invitees"));
        QCOMPARE(row.theirTime, QStringLiteral("3 zones"));
        QCOMPARE(row.theirZone, QStringLiteral("10:00 to 16:00"));
    }

    void anUnkindHourOfSomeIsSaid_data()
    {
        QTest::addColumn<QStringList>("zones");
        QTest::addColumn<DayPart>("part");
        QTest::addColumn<QString>("remark");
        const QString berlin = QStringLiteral("Europe/Berlin");
        const QString honolulu = QStringLiteral("Pacific/Honolulu"); // 05:00
        const QString tokyo = QStringLiteral("Asia/Tokyo"); // 00:00
        const QString kolkata = QStringLiteral("Asia/Kolkata"); // 20:30
        const QString dhaka = QStringLiteral("Asia/Dhaka"); // 21:00
        const QString bangkok = QStringLiteral("Asia/Bangkok"); // 22:00
        QTest::newRow("none") << QStringList{berlin, kolkata} << DayPart::Day << QString();
        QTest::newRow("early for some") << QStringList{honolulu, berlin} << DayPart::Early << QStringLiteral("early for some");
        QTest::newRow("late for some") << QStringList{berlin, dhaka} << DayPart::Late << QStringLiteral("late for some");
        QTest::newRow("late for all") << QStringList{dhaka, bangkok} << DayPart::Late << QStringLiteral("late for them");
        QTest::newRow("early for all") << QStringList{honolulu, tokyo} << DayPart::Early << QStringLiteral("early for them");
        QTest::newRow("both") << QStringList{honolulu, berlin, dhaka} << DayPart::Early << QStringLiteral("early for some, late for others");
    }
    void anUnkindHourOfSomeIsSaid()
    {
        QFETCH(const QStringList, zones);
        QFETCH(const DayPart, part);
        QFETCH(const QString, remark);
        MeetingSummary group = meetingAt(7, berlin(20, 16, 0), 30, QStringLiteral("Office hours"), person(QStringLiteral("One"), zones.first()));
        group.meeting.inviteesLimit = 8;
        for (const QString &zone : zones.mid(1))
            group.invitees.append(person(QStringLiteral("Another"), zone));
        const AgendaRow row = meetingsOf(agendaRows({group}, berlinSetting())).first();
        QCOMPARE(row.theirDayPart, part);
        QCOMPARE(row.spoken.contains(QLatin1String("early")) || row.spoken.contains(QLatin1String("late")), !remark.isEmpty());
        QVERIFY2(row.spoken.contains(remark), qPrintable(row.spoken));
        const bool ofAll = row.theirUnkind == QLatin1String("early") || row.theirUnkind == QLatin1String("late");
        QCOMPARE(ofAll, remark.endsWith(QLatin1String("for them")));
        QCOMPARE(row.theirUnkind.isEmpty(), remark.isEmpty());
    }

    void aRowIsReadAsASentence()
    {
        const QList<AgendaRow> rows = meetingsOf(agendaRows(friday(), berlinSetting()));
        QCOMPARE(plain(rows.at(3).spoken),
                 QStringLiteral("13:00 to 13:45, Product demo, Kenji Watanabe and 2 guests, 21:00 in Tokyo, late for "
                                "them, Zoom, overlaps, 15 min with Coaching session"));
        QCOMPARE(rows.at(3).people, QStringLiteral("Kenji Watanabe +2"));
    }

    void peopleWhoAreNotKnownYetAreCounted()
    {
        MeetingSummary meeting = friday().at(3);
        meeting.invitees.clear();
        meeting.inviteesKnown = false;
        const AgendaRow row = meetingsOf(agendaRows({meeting}, berlinSetting())).first();
        QCOMPARE(row.people, QStringLiteral("1 invitee"));
        QVERIFY(row.theirTime.isEmpty());
        QVERIFY(row.theirZone.isEmpty());
    }

    void foreignTextStaysInItsLine()
    {
        MeetingSummary meeting = friday().at(3);
        meeting.invitees.first().name = QStringLiteral("Two\nlines\u202Eand more");
        meeting.meeting.name = QStringLiteral("<b>bold</b>");
        const AgendaRow row = meetingsOf(agendaRows({meeting}, berlinSetting())).first();
        QVERIFY(!row.people.contains(QLatin1Char('\n')));
        QVERIFY(!row.people.contains(QChar(0x202e)));
        QCOMPARE(row.name, QStringLiteral("<b>bold</b>"));
    }

    void newestFirstTurnsDaysAndMeetings()
    {
        AgendaSetting setting = berlinSetting();
        setting.newestFirst = true;
        setting.now = berlin(30, 9, 0);
        const QList<AgendaRow> rows = meetingsOf(agendaRows(friday(), setting));
        QCOMPARE(rows.first().start, QStringLiteral("14:30"));
        QCOMPARE(rows.last().start, QStringLiteral("09:00"));
    }

    void threeWithoutAGapSayWhereTheyStand()
    {
        const auto at = [](int number, int hour, int minute) { return meetingAt(number, berlin(20, hour, minute), 30, QStringLiteral("Intro"), {}); };
        const QList<AgendaRow> rows = meetingsOf(agendaRows({at(1, 13, 0), at(2, 13, 30), at(3, 14, 0), at(4, 15, 0)}, berlinSetting()));
        QCOMPARE(rows.at(0).status.detail, QStringLiteral("1 of 3 in a row"));
        QCOMPARE(rows.at(2).status.detail, QStringLiteral("3 of 3 in a row"));
        QVERIFY(rows.at(2).spoken.contains(rows.at(2).status.detail));
        QVERIFY(rows.at(3).status.detail.isEmpty());
    }

    void whatElseHoldsIsSaidWhateverTheStatus_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("noShow");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        const QString marks = QStringLiteral("moved from 19 Nov, 12:00, 2 of 3 in a row");
        const QString overlap = QStringLiteral("10 min with Lunch, ");
        QTest::newRow("before") << berlin(20, 10, 42) << false << QStringLiteral("Overlaps") << overlap + marks;
        QTest::newRow("now") << berlin(20, 13, 48) << false << QStringLiteral("Now, 12 min left") << QStringLiteral("overlaps ") + overlap + marks;
        QTest::newRow("now, a no-show") << berlin(20, 13, 48) << true << QStringLiteral("No-show")
                                        << QStringLiteral("12 min left, overlaps ") + overlap + marks;
        QTest::newRow("over") << berlin(20, 18, 0) << false << QStringLiteral("Ended") << QStringLiteral("overlaps ") + overlap + marks;
    }
    void whatElseHoldsIsSaidWhateverTheStatus()
    {
        QFETCH(const QDateTime, now);
        QFETCH(const bool, noShow);
        AgendaSetting setting = berlinSetting();
        setting.now = now;
        const auto at = [](int number, int hour, int minute, const char *name, int minutes = 30) {
            return meetingAt(number, berlin(20, hour, minute), minutes, QLatin1String(name), person(QStringLiteral("Ana"), {}));
        };
        MeetingSummary middle = at(2, 13, 30, "Intro");
        middle.invitees.first().noShow = noShow;
        middle.invitees.first().movedHere = true;
        middle.invitees.first().timesMoved = 1;
        middle.invitees.first().firstTime = berlin(19, 12, 0);
        const QList<MeetingSummary> meetings{at(1, 13, 0, "Intro"), middle, at(4, 13, 40, "Lunch", 10), at(3, 14, 0, "Intro")};
        const AgendaRow row = meetingsOf(agendaRows(meetings, setting)).at(1);
        QTEST(plain(row.status.text), "text");
        QTEST(plain(row.status.detail), "detail");
        QVERIFY(row.status.moved && row.status.overlapping && row.status.inRow);
        QVERIFY(plain(row.spoken).contains(plain(row.status.detail)));
        QCOMPARE(calendarEntries(meetings, setting).at(1).status, row.status);
    }

    void twoWithoutAGapSayNothing()
    {
        const auto at = [](int number, int minute) { return meetingAt(number, berlin(20, 13, minute), 15, QStringLiteral("Intro"), {}); };
        for (const AgendaRow &row : meetingsOf(agendaRows({at(1, 0), at(2, 15), canceled(at(3, 30), {}, {})}, berlinSetting())))
            QVERIFY(row.kind != AgendaRow::Kind::Meeting || !row.status.detail.contains(QLatin1String("in a row")));
    }

    void anHourThatIsThereTwiceIsToldApart()
    {
        const QDateTime twice(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC); // and an hour later: 02:30 in Berlin
        const auto at = [&twice](int hour) { return meetingAt(hour, twice.addSecs(hour * 3600), 15, QStringLiteral("Intro"), person(QStringLiteral("Ana"), {})); };
        const QList<MeetingSummary> meetings{at(0), at(1), at(2)};
        const QList<AgendaRow> rows = meetingsOf(agendaRows(meetings, berlinSetting()));
        QCOMPARE(plain(rows.at(0).length), QStringLiteral("1st time, 15 min"));
        QCOMPARE(plain(rows.at(1).length), QStringLiteral("2nd time, 15 min"));
        QCOMPARE(plain(rows.at(2).length), QStringLiteral("15 min"));
        QVERIFY(rows.at(0).spoken.startsWith(QLatin1String("1st 02:30 to 02:45")));
        QVERIFY(rows.at(1).spoken.startsWith(QLatin1String("2nd 02:30 to 02:45")));
        QVERIFY(rows.at(2).spoken.startsWith(QLatin1String("03:30 to 03:45")));
        QVERIFY(meetingAsText(meetings.at(1), berlinSetting()).contains(QStringLiteral("25 Oct, 2nd 02:30–02:45")));
        const QList<CalendarEntry> entries = calendarEntries(meetings, berlinSetting());
        QCOMPARE(entries.at(0).times, QStringLiteral("1st 02:30–02:45"));
        QCOMPARE(entries.at(1).startText, QStringLiteral("2nd 02:30"));
        QCOMPARE(entries.at(2).startText, QStringLiteral("03:30"));
    }

    void whatEndsOnAnotherDaySaysOnWhich()
    {
        const MeetingSummary retreat = meetingAt(1, berlin(23, 9, 0), 56 * 60, QStringLiteral("Retreat"), person(QStringLiteral("Ana"), {}));
        const AgendaRow row = meetingsOf(agendaRows({retreat}, berlinSetting())).first();
        QCOMPARE(plain(row.length), QStringLiteral("to 25 Nov, 56 h"));
        QVERIFY2(row.spoken.startsWith(QLatin1String("09:00 to Wednesday 25 November, 17:00, Retreat")), qPrintable(row.spoken));
        QVERIFY(meetingAsText(retreat, berlinSetting()).startsWith(QStringLiteral("Mon 23 Nov, 09:00 – Wed 25 Nov, 17:00: Retreat")));
        const CalendarEntry entry = calendarEntries({retreat}, berlinSetting()).first();
        QCOMPARE(timesAndDatesText(entry, berlinSetting().zone, berlinSetting().now, berlinSetting().locale),
                 QStringLiteral("23 Nov, 09:00 to 25 Nov, 17:00"));
    }

    void aMeetingAsTextHasPeopleAndPlace()
    {
        MeetingSummary meeting = friday().at(3);
        meeting.meeting.place.joinUrl = QUrl(QStringLiteral("https://zoom.example/j/845"));
        QCOMPARE(meetingAsText(meeting, berlinSetting()),
                 QStringLiteral("Fri 20 Nov, 13:00–13:45: Product demo\nKenji Watanabe "
                                "<kenji@example.com>\nyuki@example.com\ntaro@example.com\n"
                                "Zoom\nhttps://zoom.example/j/845"));
    }
};

QTEST_GUILESS_MAIN(TestAgendaRows)
#include "tst_agendarows.moc"
