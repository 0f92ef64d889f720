// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

class MeetingInviteesTest : public QObject
{
    Q_OBJECT

private slots:
    void upsert_makesInviteesUnknownAgainOnlyWhenTheyMayDiffer();
    void setInvitees_areCachedActiveOnesFirst();
    void setInvitees_replacesThoseOfTheMeeting();
    void setInvitees_ofAMeetingThatIsGoneDoesNothing();
    void invitee_comesBackWhole();
    void details_ofManyComeInOrderEachWithItsPeople();
    void uris_areThoseOfTheQueryInItsOrder();
    void withoutInvitees_givesTheNearestFirst();
    void withoutInvitees_picksFromAList();
};

void MeetingInviteesTest::upsert_makesInviteesUnknownAgainOnlyWhenTheyMayDiffer()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    QVERIFY(table.upsert({meeting}));
    QVERIFY(!table.summary(meeting.uri)->inviteesKnown);
    QVERIFY(
        table.setInvitees(meeting.uri, {inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"))}));
    QCOMPARE(table.countWithoutInvitees(), 0);

    meeting.place.status = QStringLiteral("pushed");
    QVERIFY(table.upsert({meeting}));
    QCOMPARE(table.countWithoutInvitees(), 0);

    meeting.inviteesActive = 2;
    QVERIFY(table.upsert({meeting}));
    QCOMPARE(table.countWithoutInvitees(), 1);
    QVERIFY(table.summary(meeting.uri)->inviteesKnown);
    QCOMPARE(table.summary(meeting.uri)->invitees.size(), 1);
}

void MeetingInviteesTest::setInvitees_areCachedActiveOnesFirst()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-20T11:00:00Z"))}));
    Invitee gone = inviteeOf(1, 1, QStringLiteral("Gone"), QStringLiteral("gone@example.org"));
    gone.canceled = true;
    gone.rescheduled = true;
    Invitee here = inviteeOf(1, 2, QStringLiteral("Here"), QStringLiteral("here@example.org"));
    here.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    here.oldInvitee = inviteeUri(9, 9);
    QVERIFY(table.setInvitees(eventUri(1), {gone, here}));
    QVERIFY(table.setInvitees(eventUri(2), {}));
    const auto rows = table.summaries(between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"));
    QVERIFY(rows);
    QCOMPARE(rows->at(0).invitees,
             (QList<InviteeBrief>{{.uri = here.uri,
                                   .name = QStringLiteral("Here"),
                                   .email = QStringLiteral("here@example.org"),
                                   .timezone = QStringLiteral("Europe/Stockholm"),
                                   .noShow = true,
                                   .movedHere = true, .timesMoved = 1},
                                  {.uri = gone.uri,
                                   .name = QStringLiteral("Gone"),
                                   .email = QStringLiteral("gone@example.org"),
                                   .timezone = QStringLiteral("Europe/Stockholm"),
                                   .canceled = true,
                                   .rescheduled = true}}));
    QVERIFY(rows->at(0).inviteesKnown);
    QVERIFY(rows->at(1).inviteesKnown);
    QVERIFY(rows->at(1).invitees.isEmpty());
}

void MeetingInviteesTest::setInvitees_replacesThoseOfTheMeeting()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z"))}));
    const Invitee ana = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    const Invitee bo = inviteeOf(1, 2, QStringLiteral("Bo"), QStringLiteral("bo@example.org"));
    QVERIFY(table.setInvitees(eventUri(1), {ana, bo}));
    QVERIFY(table.setInvitees(eventUri(1), {bo}));
    QVERIFY(!table.invitee(ana.uri));
    QCOMPARE(table.details(eventUri(1))->invitees, QList<Invitee>{bo});
}

void MeetingInviteesTest::setInvitees_ofAMeetingThatIsGoneDoesNothing()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.setInvitees(eventUri(1), {inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("a@example.org"))}));
    QVERIFY(!table.invitee(inviteeUri(1, 1)));
}

void MeetingInviteesTest::invitee_comesBackWhole()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z"))}));
    const Invitee ana = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    QVERIFY(table.setInvitees(eventUri(1), {ana}));
    const auto stored = table.invitee(ana.uri);
    QVERIFY(stored);
    QCOMPARE(*stored, ana);
    QCOMPARE(stored->answers.size(), 1);
    QVERIFY(!stored->cancelUrl.isEmpty());
}

void MeetingInviteesTest::withoutInvitees_givesTheNearestFirst()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QList<Meeting> meetings;
    for (int hour = 0; hour < 10; ++hour)
        meetings.append(meetingAt(hour, utc("2026-11-20T00:00:00Z").addSecs(hour * 3600)));
    QVERIFY(table.upsert(meetings));
    QVERIFY(table.setInvitees(eventUri(5), {}));
    const QDateTime around = utc("2026-11-20T05:10:00Z");
    QCOMPARE(numbersOf(table.withoutInvitees(around, 4)), (QList<int>{6, 4, 7, 3}));
    QCOMPARE(table.withoutInvitees(around, 100).size(), 9);
    QCOMPARE(table.withoutInvitees(utc("2030-01-01T00:00:00Z"), 2), (QList<QUrl>{eventUri(9), eventUri(8)}));
    QCOMPARE(table.countWithoutInvitees(), 9);
}

void MeetingInviteesTest::withoutInvitees_picksFromAList()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-20T11:00:00Z"))}));
    QVERIFY(table.setInvitees(eventUri(1), {}));
    QCOMPARE(table.withoutInvitees({eventUri(3), eventUri(2), eventUri(1)}), QList<QUrl>{eventUri(2)});
}

void MeetingInviteesTest::details_ofManyComeInOrderEachWithItsPeople()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-20T11:00:00Z")),
                          meetingAt(3, utc("2026-11-20T09:00:00Z"))}));
    const Invitee ana = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    const Invitee bo = inviteeOf(3, 1, QStringLiteral("Bo"), QStringLiteral("bo@example.org"));
    const Invitee cem = inviteeOf(3, 2, QStringLiteral("Cem"), QStringLiteral("cem@example.org"));
    QVERIFY(table.setInvitees(eventUri(1), {ana}));
    QVERIFY(table.setInvitees(eventUri(3), {bo, cem}));
    const auto details = table.details(QList<QUrl>{eventUri(1), eventUri(2), eventUri(3), eventUri(9)});
    QVERIFY(details);
    QCOMPARE(details->size(), 3);
    QCOMPARE(details->at(0).meeting.uri, eventUri(3));
    QCOMPARE(details->at(0).invitees, (QList<Invitee>{bo, cem}));
    QCOMPARE(details->at(1).invitees, QList<Invitee>{ana});
    QVERIFY(details->at(1).inviteesKnown);
    QVERIFY(details->at(2).invitees.isEmpty());
    QVERIFY(!details->at(2).inviteesKnown);
}

void MeetingInviteesTest::uris_areThoseOfTheQueryInItsOrder()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-21T11:00:00Z")),
                          meetingAt(3, utc("2026-11-20T09:00:00Z"))}));
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    QCOMPARE(numbersOf(table.uris(query).value()), QList<int>({3, 1}));
    query.newestFirst = true;
    QCOMPARE(numbersOf(table.uris(query).value()), QList<int>({1, 3}));
    query.limit = 1;
    QCOMPARE(numbersOf(table.uris(query).value()), QList<int>({1}));
}

QTEST_GUILESS_MAIN(MeetingInviteesTest)
#include "tst_meetinginvitees.moc"
