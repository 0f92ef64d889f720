// SPDX-License-Identifier: GPL-3.0-or-later
#include "linktable.h"
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QJsonArray>
#include <QTest>

class MeetingHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void details_tellEarlierMeetingsWithThePerson();
    void details_countNeitherCanceledNorLaterMeetings();
    void details_ofAFirstMeetingHaveNoHistory();
    void details_showAChangeMadeHereDespiteTheOldSource();
    void details_nameTheLatestMeetingAndWhoCanceled();
    void details_countTheCompanyOfAPersonButNoPublicProvider();
    void details_leaveOutTheHostsOwnCompany();
    void details_nameTheLinkThatWasBookedWith();
    void whatIsStillToCome_wasNotHadYet();
    void lastAnswers_areThoseThatThisMeetingDoesNotRepeat();
    void movedMeetings_areLeftOutWhereTheNewOneIsStored();
    void summaries_countMovesAndNameTheFirstTime();
    void summaries_endWhereBookingsMoveInACircle();

private:
    static void book(MeetingTable &table, const Meeting &meeting, Invitee invitee);
    static void moveOn(MeetingTable &table, const QList<int> &numbers);
};

void MeetingHistoryTest::book(MeetingTable &table, const Meeting &meeting, Invitee invitee)
{
    QVERIFY(table.upsert({meeting}));
    QVERIFY(table.setInvitees(meeting.uri, {std::move(invitee)}));
}

void MeetingHistoryTest::details_tellEarlierMeetingsWithThePerson()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const QString name = QStringLiteral("Ana");
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), inviteeOf(1, 1, name, QStringLiteral("ANA@example.org")));
    Invitee missed = inviteeOf(2, 1, name, QStringLiteral("ana@example.org"));
    missed.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    book(table, meetingAt(2, utc("2026-10-01T10:00:00Z")), missed);
    book(table, meetingAt(3, utc("2026-11-20T10:00:00Z")), inviteeOf(3, 1, name, QStringLiteral(" ana@Example.org")));
    book(table, meetingAt(4, utc("2026-10-15T10:00:00Z")), inviteeOf(4, 1, name, QStringLiteral("other@example.org")));
    const auto details = table.details(eventUri(3));
    QVERIFY(details);
    QCOMPARE(table.historyBefore(*details).meetings, 2);
    QCOMPARE(table.historyBefore(*details).lastMet, utc("2026-09-01T10:00:00Z")); // the other one was missed
    QCOMPARE(table.historyBefore(*details).noShows, 1);
}

void MeetingHistoryTest::details_countNeitherCanceledNorLaterMeetings()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const QString ana = QStringLiteral("ana@example.org");
    Meeting canceled = meetingAt(1, utc("2026-09-01T10:00:00Z"));
    canceled.canceled = true;
    book(table, canceled, inviteeOf(1, 1, {}, ana));
    Invitee left = inviteeOf(2, 1, {}, ana);
    left.canceled = true;
    book(table, meetingAt(2, utc("2026-09-02T10:00:00Z")), left);
    book(table, meetingAt(3, utc("2026-11-20T10:00:00Z")), inviteeOf(3, 1, {}, ana));
    book(table, meetingAt(4, utc("2026-12-01T10:00:00Z")), inviteeOf(4, 1, {}, ana));
    QCOMPARE(table.historyBefore(*table.details(eventUri(3))).meetings, 0);
    QVERIFY(table.historyBefore(*table.details(eventUri(3))).lastMet.isNull());
}

void MeetingHistoryTest::whatIsStillToCome_wasNotHadYet()
{
    TemporaryStore store;
    MeetingTable table(store.database(), [] { return utc("2026-10-15T10:00:00Z"); });
    const QString ana = QStringLiteral("ana@harborline.example");
    book(table, meetingAt(1, utc("2026-10-01T10:00:00Z")), inviteeOf(1, 1, {}, ana));
    book(table, meetingAt(2, utc("2026-10-20T10:00:00Z")), inviteeOf(2, 1, {}, ana));
    book(table, meetingAt(3, utc("2026-10-27T10:00:00Z")), inviteeOf(3, 1, {}, ana));
    const PersonHistory person = table.historyBefore(*table.details(eventUri(3)));
    QCOMPARE(person.meetings, 2); // this one is the third
    QCOMPARE(person.lastMet, utc("2026-10-01T10:00:00Z"));
    QCOMPARE(person.lastMeeting, eventUri(1));
    QCOMPARE(person.companyLastMet, utc("2026-10-01T10:00:00Z"));
}

void MeetingHistoryTest::lastAnswers_areThoseThatThisMeetingDoesNotRepeat()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const auto answered = [](int number, const QList<QPair<QString, QString>> &answers) {
        Invitee ana = inviteeOf(number, 1, {}, QStringLiteral("ana@example.org"));
        QJsonArray given;
        for (const auto &[question, answer] : answers) {
            ana.answers.append({question, answer, static_cast<int>(ana.answers.size())});
            given.append(QJsonObject{{QStringLiteral("question"), question}, {QStringLiteral("answer"), answer}, {QStringLiteral("position"), given.size()}});
        }
        ana.source.insert(QStringLiteral("uri"), ana.uri.toString());
        ana.source.insert(QStringLiteral("email"), ana.email);
        ana.source.insert(QStringLiteral("questions_and_answers"), given);
        return ana;
    };
    const QString company = QStringLiteral("Company?");
    const QString topic = QStringLiteral("Topic?");
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), answered(1, {{company, QStringLiteral("Old name")}}));
    book(table, meetingAt(2, utc("2026-10-01T10:00:00Z")), answered(2, {{company, QStringLiteral("Harborline")}, {topic, QStringLiteral("Roofs")}}));
    book(table, meetingAt(3, utc("2026-10-10T10:00:00Z")), answered(3, {}));
    book(table, meetingAt(4, utc("2026-10-20T10:00:00Z")), answered(4, {{company, QStringLiteral("Harborline")}, {topic, QStringLiteral("Doors")}}));
    const QList<QuestionAnswer> last = table.historyBefore(*table.details(eventUri(4))).lastAnswers;
    QCOMPARE(last.size(), 1);
    QCOMPARE(last.first().answer, QStringLiteral("Roofs"));
    QVERIFY(table.historyBefore(*table.details(eventUri(1))).lastAnswers.isEmpty());
}

void MeetingHistoryTest::movedMeetings_areLeftOutWhereTheNewOneIsStored()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    moveOn(table, {1, 2, 3});
    Invitee lost = inviteeOf(4, 1, {}, QStringLiteral("bo@example.org"));
    lost.newInvitee = inviteeUri(99, 1);
    Meeting elsewhere = meetingAt(4, utc("2026-11-05T10:00:00Z"));
    lost.canceled = lost.rescheduled = elsewhere.canceled = true;
    book(table, elsewhere, lost);
    for (const int number : {1, 2}) {
        Meeting moved = meetingAt(number, utc("2026-11-01T10:00:00Z").addDays(number));
        moved.canceled = true;
        QVERIFY(table.upsert({moved}));
    }
    MeetingQuery query;
    QCOMPARE(table.count(query), 4);
    query.collapsesMoved = true;
    QCOMPARE(table.count(query), 2);
    QCOMPARE(table.uris(query).value_or({}), (QList<QUrl>{eventUri(3), eventUri(4)}));
}

void MeetingHistoryTest::details_ofAFirstMeetingHaveNoHistory()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), inviteeOf(1, 1, {}, {}));
    book(table, meetingAt(2, utc("2026-10-01T10:00:00Z")), inviteeOf(2, 1, {}, {})); // no address is nobody's address
    const auto details = table.details(eventUri(2));
    QCOMPARE(table.historyBefore(*details).meetings, 0);
    QCOMPARE(table.historyBefore(*details).noShows, 0);
    QVERIFY(details->inviteesKnown);
    QVERIFY(!details->eventType);
}

void MeetingHistoryTest::details_showAChangeMadeHereDespiteTheOldSource()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    Invitee ana = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    book(table, meeting, ana);
    meeting.canceled = true;
    ana.canceled = true;
    book(table, meeting, ana);
    const auto details = table.details(meeting.uri);
    QVERIFY(details->meeting.canceled);
    QCOMPARE(details->meeting.notesPlain, QStringLiteral("Bring the sketches"));
    QVERIFY(details->invitees.constFirst().canceled);
    QCOMPARE(details->invitees.constFirst().answers.size(), 1);
}

void MeetingHistoryTest::details_nameTheLatestMeetingAndWhoCanceled()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const QString ana = QStringLiteral("ana@example.org");
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), inviteeOf(1, 1, {}, ana));
    book(table, meetingAt(2, utc("2026-08-01T10:00:00Z")), inviteeOf(2, 1, {}, ana));
    const auto cancel = [&](int number, bool byHost, bool moved) {
        Meeting meeting = meetingAt(number, utc("2026-09-10T10:00:00Z").addDays(number));
        meeting.canceled = true;
        meeting.cancellation = Cancellation{QStringLiteral("Somebody"), {}, byHost, meeting.start};
        Invitee invitee = inviteeOf(number, 1, {}, ana);
        invitee.canceled = true;
        invitee.rescheduled = moved;
        book(table, meeting, invitee);
    };
    cancel(3, true, false);
    cancel(4, false, false);
    cancel(5, false, false);
    cancel(6, false, true); // took another time, which is no cancellation
    book(table, meetingAt(9, utc("2026-11-20T10:00:00Z")), inviteeOf(9, 1, {}, ana));
    const PersonHistory person = table.historyBefore(*table.details(eventUri(9)));
    QCOMPARE(person.meetings, 2);
    QCOMPARE(person.lastMeeting, eventUri(1));
    QCOMPARE(person.canceledByHosts, 1);
    QCOMPARE(person.canceledByThem, 2);
}

void MeetingHistoryTest::details_countTheCompanyOfAPersonButNoPublicProvider()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const auto met = [&table](int number, const char *email) {
        book(table, meetingAt(number, utc("2026-09-01T10:00:00Z").addDays(number)), inviteeOf(number, 1, {}, QLatin1String(email)));
    };
    met(1, "Ana@Harborline.Example");
    met(2, "bo@harborline.example");
    met(3, "bo@harborline.example");
    met(4, "ana@other.example");
    met(5, "one@gmail.com");
    met(6, "two@gmail.com");
    met(7, "two@yahoo.co.uk");
    met(20, "ana@harborline.example");
    met(21, "three@gmail.com");
    met(22, "four@yahoo.co.uk");
    const PersonHistory ana = table.historyBefore(*table.details(eventUri(20)));
    QCOMPARE(ana.meetings, 1);
    QCOMPARE(ana.company, QStringLiteral("harborline.example"));
    QCOMPARE(ana.companyMeetings, 3);
    QCOMPARE(ana.companyPeople, 2);
    QVERIFY(table.historyBefore(*table.details(eventUri(21))).company.isEmpty());
    QVERIFY(table.historyBefore(*table.details(eventUri(22))).company.isEmpty());
}

void MeetingHistoryTest::details_leaveOutTheHostsOwnCompany()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), inviteeOf(1, 1, {}, QStringLiteral("theo@example.com")));
    book(table, meetingAt(2, utc("2026-09-02T10:00:00Z")), inviteeOf(2, 1, {}, QStringLiteral("june@example.com")));
    QVERIFY(table.historyBefore(*table.details(eventUri(2))).company.isEmpty()); // Mara, the host, is at example.com too
}

void MeetingHistoryTest::details_nameTheLinkThatWasBookedWith()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(LinkTable(store.database())
                .add({.id = QStringLiteral("1"),
                      .label = QStringLiteral("Harborline, second call"),
                      .trackingToken = QStringLiteral("sd-1"),
                      .createdAt = utc("2026-08-01T10:00:00Z"),
                      .expiresAt = utc("2026-10-30T10:00:00Z")}));
    Invitee ana = inviteeOf(1, 1, {}, QStringLiteral("ana@example.org"));
    ana.tracking.utmContent = QStringLiteral("sd-1");
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), ana);
    QCOMPARE(table.details(eventUri(1))->linkLabel, QStringLiteral("Harborline, second call"));
}

/// Stores one booking for each number, the next moved from the one before.
void MeetingHistoryTest::moveOn(MeetingTable &table, const QList<int> &numbers)
{
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int number = numbers.at(i);
        Invitee invitee = inviteeOf(number, 1, QStringLiteral("Emily"), QStringLiteral("emily@example.org"));
        if (i > 0)
            invitee.oldInvitee = inviteeUri(numbers.at(i - 1), 1);
        if (i + 1 < numbers.size()) {
            invitee.newInvitee = inviteeUri(numbers.at(i + 1), 1);
            invitee.canceled = invitee.rescheduled = true;
        }
        book(table, meetingAt(number, utc("2026-11-01T10:00:00Z").addDays(number)), invitee);
    }
}

void MeetingHistoryTest::summaries_countMovesAndNameTheFirstTime()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    moveOn(table, {1, 2, 3});
    book(table, meetingAt(4, utc("2026-11-10T10:00:00Z")), inviteeOf(4, 1, {}, QStringLiteral("ana@example.org")));
    Invitee fromElsewhere = inviteeOf(5, 1, {}, QStringLiteral("bo@example.org"));
    fromElsewhere.oldInvitee = inviteeUri(99, 1);
    book(table, meetingAt(5, utc("2026-11-11T10:00:00Z")), fromElsewhere);
    const InviteeBrief emily = table.summary(eventUri(3))->invitees.first();
    QCOMPARE(emily.timesMoved, 2);
    QCOMPARE(emily.firstTime, utc("2026-11-02T10:00:00Z"));
    for (const int earlier : {1, 2})
        QCOMPARE(table.summary(eventUri(earlier))->invitees.first().lastTime, utc("2026-11-04T10:00:00Z"));
    QVERIFY(emily.lastTime.isNull());
    QCOMPARE(table.summary(eventUri(4))->invitees.first().timesMoved, 0);
    const InviteeBrief bo = table.summary(eventUri(5))->invitees.first();
    QCOMPARE(bo.timesMoved, 1);
    QVERIFY(bo.firstTime.isNull());
    const auto step = table.step(inviteeUri(2, 1));
    QVERIFY(step);
    QCOMPARE(step->meeting, eventUri(2));
    QCOMPARE(step->oldInvitee, inviteeUri(1, 1));
    QCOMPARE(step->newInvitee, inviteeUri(3, 1));
}

void MeetingHistoryTest::summaries_endWhereBookingsMoveInACircle()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Invitee one = inviteeOf(1, 1, {}, QStringLiteral("ana@example.org"));
    Invitee two = inviteeOf(2, 1, {}, QStringLiteral("ana@example.org"));
    one.oldInvitee = two.uri;
    two.oldInvitee = one.uri;
    book(table, meetingAt(1, utc("2026-11-10T10:00:00Z")), one);
    book(table, meetingAt(2, utc("2026-11-11T10:00:00Z")), two);
    QVERIFY(table.summary(eventUri(1))->invitees.first().timesMoved > 0);
}

QTEST_GUILESS_MAIN(MeetingHistoryTest)
#include "tst_meetinghistory.moc"
