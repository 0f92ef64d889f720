// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypetable.h"
#include "meetingrecord.h"
#include "meetingtable.h"
#include "statement.h"
#include "storedmeetings.h"

#include <QElapsedTimer>
#include <QTest>

class MeetingTableTest : public QObject
{
    Q_OBJECT

private slots:
    void upsert_givesBackEveryField();
    void upsert_keepsFieldsOfHandMadeMeetings();
    void upsert_namesOnlyWhatDiffers();
    void upsert_leavesUnchangedRowsAlone();
    void fingerprint_isOfWhatWasSentUntilItIsChangedHere();
    void record_ofARowThatWentMeanwhileIsStoredAndFound();
    void upsert_storesNothingWhenOneMeetingIsUnusable();
    void upsert_ofAPageTakesMilliseconds();
    void summaries_touchTheRangeAndNoMore();
    void summaries_findMeetingsOverMidnight();
    void summaries_findMeetingsLongerThanADay();
    void summaries_findZeroLengthMeetingsAtTheBeginning();
    void summaries_reachAsFarAsTimeGoesWithOpenEnds();
    void summaries_comeInOrderBothWaysWithinTheLimit();
    void summaries_filterByStatusAndEventType();
    void summaries_nameColorAndKindOfTheType();
    void removeMissing_keepsWhatIsListedOrStartsOutside();
    void runningAndNext_beginWithWhatBeganLast();
    void count_ignoresTheLimit();
};

void MeetingTableTest::upsert_givesBackEveryField()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    meeting.guests = {QStringLiteral("guest@example.org"), QStringLiteral("\"odd, one\"@example.org")};
    meeting.canceled = true;
    meeting.cancellation = Cancellation{.canceledBy = QStringLiteral("Ana"),
                                        .reason = QStringLiteral("Ill"),
                                        .byHost = true,
                                        .createdAt = utc("2026-11-19T10:00:00Z")};
    QVERIFY(table.upsert({meeting}));
    const auto details = table.details(meeting.uri);
    QVERIFY(details);
    QCOMPARE(details->meeting, meeting);
    QVERIFY(!details->meeting.source.isEmpty());
    Meeting brief = meeting;
    brief.notesPlain.clear();
    brief.source = {};
    QCOMPARE(table.summary(meeting.uri)->meeting, brief);
    QVERIFY(!table.summary(eventUri(2)));
    QVERIFY(!table.details(eventUri(2)));
}

void MeetingTableTest::upsert_keepsFieldsOfHandMadeMeetings()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    for (int kind = int(Place::Kind::None); kind <= int(Place::Kind::Unknown); ++kind) {
        const Meeting meeting{.uri = eventUri(kind),
                              .start = utc("2026-11-20T10:00:00Z"),
                              .end = utc("2026-11-20T11:00:00Z"),
                              .place = {.kind = static_cast<Place::Kind>(kind),
                                        .joinUrl = QUrl(QStringLiteral("https://example.com/j?p=%C3%A9&q=1")),
                                        .rawType = QStringLiteral("holodeck")}};
        const auto stored = table.upsert({meeting});
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().message));
        QCOMPARE(table.details(meeting.uri)->meeting, meeting);
    }
}

void MeetingTableTest::upsert_namesOnlyWhatDiffers()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QList<Meeting> meetings{meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-20T11:00:00Z"))};
    QCOMPARE(numbersOf(table.upsert(meetings).value()), (QList<int>{1, 2}));
    QCOMPARE(numbersOf(table.upsert(meetings).value()), QList<int>());
    meetings[1].place.status = QStringLiteral("pushed");
    QCOMPARE(numbersOf(table.upsert(meetings).value()), QList<int>{2});
    meetings[0].source.insert(QStringLiteral("something_new"), true);
    QCOMPARE(numbersOf(table.upsert(meetings).value()), QList<int>{1});
    QCOMPARE(table.details(eventUri(1))->meeting.source, meetings[0].source);
}

void MeetingTableTest::upsert_leavesUnchangedRowsAlone()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    QVERIFY(table.upsert({meeting}));
    Statement count(store.database(), QStringLiteral("SELECT total_changes()"));
    int before = 0;
    int after = 0;
    QVERIFY(count.forEach({}, [&](const QSqlQuery &row) { before = row.value(0).toInt(); }));
    QVERIFY(table.upsert({meeting, meeting}));
    QVERIFY(count.forEach({}, [&](const QSqlQuery &row) { after = row.value(0).toInt(); }));
    QCOMPARE(after, before);
}

void MeetingTableTest::fingerprint_isOfWhatWasSentUntilItIsChangedHere()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Meeting meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    const QByteArray sent = fingerprintAsSent(meeting);
    const auto known = [&] { return table.fingerprints({meeting.uri, eventUri(2)}); };
    QVERIFY(table.upsert(QList<MeetingRecord>{{meeting, sent, MeetingRecord::Row::New}}));
    QCOMPARE(known(), (QList<std::optional<QByteArray>>{sent, std::nullopt}));

    meeting.canceled = true; // here, so that the server may still say the same as before
    QVERIFY(table.upsert({meeting}));
    QVERIFY(known().at(0).has_value());
    QVERIFY(known().at(0) != sent);

    Meeting other = meeting;
    QJsonObject place = other.source.value(QLatin1String("location")).toObject();
    place.insert(QStringLiteral("join_url"), QStringLiteral("https://other.example.com"));
    other.source.insert(QStringLiteral("location"), place);
    QVERIFY(fingerprintAsSent(other) != sent);
    other.source = {};
    QVERIFY(fingerprintAsSent(other).isEmpty());
}

void MeetingTableTest::record_ofARowThatWentMeanwhileIsStoredAndFound()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const QDateTime start = utc("2026-11-20T10:00:00Z");
    Meeting meeting = meetingAt(1, start);
    QVERIFY(table.upsert({meeting}));
    meeting.name = QStringLiteral("Zebra crossing");
    const MeetingRecord record(meeting, fingerprintAsSent(meeting), MeetingRecord::Row::Stored);
    QVERIFY(table.removeMissing({start, start.addSecs(1)}, {}));
    QVERIFY(table.upsert(QList<MeetingRecord>{record}));
    MeetingQuery query;
    query.text = QStringLiteral("zebra");
    QCOMPARE(table.count(query), 1);
}

void MeetingTableTest::upsert_storesNothingWhenOneMeetingIsUnusable()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const auto failed = table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), Meeting{.uri = eventUri(2)}});
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Storage);
    QVERIFY(!table.summary(eventUri(1)));
}

void MeetingTableTest::upsert_ofAPageTakesMilliseconds()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QList<Meeting> meetings;
    for (int i = 0; i < 100; ++i)
        meetings.append(meetingAt(i, utc("2026-11-20T10:00:00Z").addSecs(i * 3600)));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(table.upsert(meetings));
    const qint64 fresh = timer.restart();
    QVERIFY(table.upsert(meetings));
    const qint64 same = timer.elapsed();
    qInfo("100 meetings: %lld ms new, %lld ms unchanged", fresh, same);
    QVERIFY2(fresh < 500 && same < 250, "far off even for a busy machine with sanitizers");
}

void MeetingTableTest::summaries_touchTheRangeAndNoMore()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T09:30:00Z")), // ends as the range begins
                          meetingAt(2, utc("2026-11-20T09:31:00Z")), // reaches a minute into it
                          meetingAt(3, utc("2026-11-20T10:00:00Z")), meetingAt(4, utc("2026-11-20T10:59:00Z")),
                          meetingAt(5, utc("2026-11-20T11:00:00Z"))})); // starts as it ends
    QCOMPARE(numbersOf(table.summaries(between("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"))),
             (QList<int>{2, 3, 4}));
}

void MeetingTableTest::summaries_findMeetingsOverMidnight()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-19T23:30:00Z"), 60)}));
    QCOMPARE(numbersOf(table.summaries(between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"))), QList<int>{1});
    QCOMPARE(numbersOf(table.summaries(between("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z"))), QList<int>{1});
    QCOMPARE(numbersOf(table.summaries(between("2026-11-20T00:30:00Z", "2026-11-21T00:00:00Z"))), QList<int>());
}

void MeetingTableTest::summaries_findMeetingsLongerThanADay()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-01T00:00:00Z"), 30 * 24 * 60), // all the month
                          meetingAt(2, utc("2026-11-19T10:00:00Z"), 24 * 60), // a day exactly
                          meetingAt(3, utc("2026-11-19T10:00:00Z"), 24 * 60 + 1),
                          meetingAt(4, utc("2026-11-20T09:00:00Z"), 48 * 60)}));
    QCOMPARE(numbersOf(table.summaries(between("2026-11-20T09:30:00Z", "2026-11-20T09:45:00Z"))),
             (QList<int>{1, 2, 3, 4}));
    QCOMPARE(numbersOf(table.summaries(between("2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z"))), QList<int>{1});
    QCOMPARE(numbersOf(table.summaries(between("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z"))), QList<int>());
    QCOMPARE(numbersOf(table.summaries(between("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z"))), QList<int>());
}

void MeetingTableTest::summaries_findZeroLengthMeetingsAtTheBeginning()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T00:00:00Z"), 0)}));
    QCOMPARE(numbersOf(table.summaries(between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"))), QList<int>{1});
    QCOMPARE(numbersOf(table.summaries(between("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z"))), QList<int>());
}

void MeetingTableTest::summaries_reachAsFarAsTimeGoesWithOpenEnds()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("1960-01-01T00:00:00Z")), meetingAt(2, utc("2026-11-20T00:00:00Z")),
                          meetingAt(3, utc("2200-01-01T00:00:00Z"))}));
    QCOMPARE(numbersOf(table.summaries({})), (QList<int>{1, 2, 3}));
    MeetingQuery future;
    future.range.begin = utc("2026-11-01T00:00:00Z");
    QCOMPARE(numbersOf(table.summaries(future)), (QList<int>{2, 3}));
}

void MeetingTableTest::summaries_comeInOrderBothWaysWithinTheLimit()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(3, utc("2026-11-20T12:00:00Z")), meetingAt(1, utc("2026-11-20T10:00:00Z")),
                          meetingAt(2, utc("2026-11-20T11:00:00Z")), meetingAt(4, utc("2026-11-18T11:00:00Z"), 3000)}));
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    QCOMPARE(numbersOf(table.summaries(query)), (QList<int>{4, 1, 2, 3}));
    query.limit = 2;
    QCOMPARE(numbersOf(table.summaries(query)), (QList<int>{4, 1}));
    query.newestFirst = true;
    QCOMPARE(numbersOf(table.summaries(query)), (QList<int>{3, 2}));
    query.limit = 0;
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>());
}

void MeetingTableTest::summaries_filterByStatusAndEventType()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    Meeting canceled = meetingAt(2, utc("2026-11-20T11:00:00Z"));
    canceled.canceled = true;
    Meeting other = meetingAt(3, utc("2026-11-20T12:00:00Z"));
    other.eventType = typeUri(2);
    Meeting none = meetingAt(4, utc("2026-11-20T13:00:00Z"));
    none.eventType = {};
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), canceled, other, none}));
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    query.status = MeetingQuery::Status::Active;
    QCOMPARE(numbersOf(table.summaries(query)), (QList<int>{1, 3, 4}));
    query.status = MeetingQuery::Status::Canceled;
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>{2});
    query.eventType = typeUri(2);
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>());
    query.status = MeetingQuery::Status::Any;
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>{3});
    query.eventType = typeUri(99);
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>());
}

void MeetingTableTest::summaries_nameColorAndKindOfTheType()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z"))}));
    QVERIFY(table.summary(eventUri(1))->color.isEmpty());
    EventTypeTable types(store.database());
    QCOMPARE(types.unknownTypes(10), QList<QUrl>{typeUri(1)});
    QVERIFY(types.upsert({.uri = typeUri(1), .kind = EventType::Kind::Group, .color = QStringLiteral("#e55cff")}));
    QCOMPARE(table.summary(eventUri(1))->color, QStringLiteral("#e55cff"));
    QCOMPARE(table.summary(eventUri(1))->kind, EventType::Kind::Group);
    QCOMPARE(types.unknownTypes(10), QList<QUrl>());
}

void MeetingTableTest::removeMissing_keepsWhatIsListedOrStartsOutside()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-19T23:50:00Z")), meetingAt(2, utc("2026-11-20T00:00:00Z")),
                          meetingAt(3, utc("2026-11-20T12:00:00Z")), meetingAt(4, utc("2026-11-21T00:00:00Z"))}));
    QVERIFY(table.setInvitees(eventUri(2), {inviteeOf(2, 1, QStringLiteral("Ana"), QStringLiteral("a@example.org"))}));
    const TimeRange day{utc("2026-11-20T00:00:00Z"), utc("2026-11-21T00:00:00Z")};
    QCOMPARE(table.removeMissing(day, {eventUri(3)}).value(), 1);
    QCOMPARE(numbersOf(table.summaries({})), (QList<int>{1, 3, 4}));
    QVERIFY(!table.invitee(inviteeUri(2, 1)));
    QCOMPARE(table.removeMissing(day, {eventUri(3)}).value(), 0);
}

void MeetingTableTest::runningAndNext_beginWithWhatBeganLast()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    const QDateTime now = utc("2026-11-20T10:10:00Z");
    QVERIFY(table.runningAndNext(now).isEmpty());
    Meeting canceled = meetingAt(2, utc("2026-11-20T10:00:00Z"));
    canceled.canceled = true;
    QVERIFY(
        table.upsert({meetingAt(1, utc("2026-11-20T09:40:00Z")), canceled, meetingAt(4, utc("2026-11-20T11:00:00Z"))}));
    QCOMPARE(numbersOf(table.runningAndNext(now)), (QList<int>{4}));
    Meeting wholeDay = meetingAt(5, utc("2026-11-20T06:00:00Z"));
    wholeDay.end = utc("2026-11-20T20:00:00Z");
    QVERIFY(table.upsert({meetingAt(3, utc("2026-11-20T10:05:00Z")), wholeDay, meetingAt(6, utc("2026-11-20T12:00:00Z"))}));
    QCOMPARE(numbersOf(table.runningAndNext(now)), (QList<int>{3, 5, 4})); // what began last is the one that is meant
    QVERIFY(table.runningAndNext(utc("2026-11-20T20:00:00Z")).isEmpty());
}

void MeetingTableTest::count_ignoresTheLimit()
{
    TemporaryStore store;
    MeetingTable table(store.database());
    QVERIFY(table.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), meetingAt(2, utc("2026-11-20T11:00:00Z"))}));
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    query.limit = 1;
    QCOMPARE(table.count(query), 2);
    query.range.begin = utc("2026-11-20T10:30:00Z");
    QCOMPARE(table.count(query), 1);
}

QTEST_GUILESS_MAIN(MeetingTableTest)
#include "tst_meetingtable.moc"
