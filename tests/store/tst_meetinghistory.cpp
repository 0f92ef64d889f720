// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

class MeetingHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void details_tellEarlierMeetingsWithThePerson();
    void details_countNeitherCanceledNorLaterMeetings();
    void details_ofAFirstMeetingHaveNoHistory();
    void details_showAChangeMadeHereDespiteTheOldSource();

private:
    static void book(MeetingTable &table, const Meeting &meeting, Invitee invitee);
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
    QCOMPARE(details->earlierMeetings, 2);
    QCOMPARE(details->lastMet, utc("2026-10-01T10:00:00Z"));
    QCOMPARE(details->earlierNoShows, 1);
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
    QCOMPARE(table.details(eventUri(3))->earlierMeetings, 0);
    QVERIFY(table.details(eventUri(3))->lastMet.isNull());
}

void MeetingHistoryTest::details_ofAFirstMeetingHaveNoHistory()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    book(table, meetingAt(1, utc("2026-09-01T10:00:00Z")), inviteeOf(1, 1, {}, {}));
    book(table, meetingAt(2, utc("2026-10-01T10:00:00Z")), inviteeOf(2, 1, {}, {})); // no address is nobody's address
    const auto details = table.details(eventUri(2));
    QCOMPARE(details->earlierMeetings, 0);
    QCOMPARE(details->earlierNoShows, 0);
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

QTEST_GUILESS_MAIN(MeetingHistoryTest)
#include "tst_meetinghistory.moc"
