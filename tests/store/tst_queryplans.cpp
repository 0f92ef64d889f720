// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitytable.h"
#include "erasuremarks.h"
#include "eventtypetable.h"
#include "forgetting.h"
#include "insighttable.h"
#include "linkledger.h"
#include "linkordertable.h"
#include "linktable.h"
#include "meetingselection.h"
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QTest>

/// Costs follow what is asked for: nothing that is run reads a table from end to end that grows with what is stored.
class QueryPlansTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStatement_usesAnIndexOnWhatGrows();
    void ranges_areReadInOrderFromTheirIndex_data();
    void ranges_areReadInOrderFromTheirIndex();
    void hits_comeInOrderOfTimeWithoutSorting_data();
    void hits_comeInOrderOfTimeWithoutSorting();

private:
    QStringList planOf(const QString &sql) const;
    QStringList planOf(const MeetingQuery &query) const;

    std::unique_ptr<TemporaryStore> m_store;
};

void QueryPlansTest::initTestCase()
{
    m_store = std::make_unique<TemporaryStore>();
    Database &database = m_store->database();
    MeetingTable meetings(database);
    const QDateTime start = utc("2026-11-20T10:00:00Z");
    const TimeRange range{start, start.addDays(1)};
    QVERIFY(meetings.upsert({meetingAt(1, start)}));
    QVERIFY(
        meetings.setInvitees(eventUri(1), {inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"))}));
    QVERIFY(meetings.upsert({meetingAt(1, start.addSecs(60)), meetingAt(2, start)}));
    Invitee moved = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@company.example"));
    moved.oldInvitee = inviteeUri(2, 1);
    moved.tracking.utmContent = QStringLiteral("sd-1");
    QVERIFY(meetings.setInvitees(eventUri(1), {moved}));
    moved.noShow = inviteeUri(3, 1);
    QVERIFY(meetings.updateInvitee(moved));
    QVERIFY(meetings.details(eventUri(1)));
    QVERIFY(meetings.details(QList<QUrl>{eventUri(1), eventUri(2)}));
    QVERIFY(meetings.uris({.range = range}));
    QVERIFY(meetings.step(inviteeUri(1, 1)));
    QVERIFY(meetings.invitee(inviteeUri(1, 1)));
    QVERIFY(!meetings.runningAndNext(start).isEmpty());
    meetings.withoutInvitees(start, 5);
    meetings.withoutInvitees({eventUri(1)});
    meetings.countWithoutInvitees();
    QVERIFY(meetings.removeMissing(range, {eventUri(1)}));
    EventTypeTable types(database);
    QVERIFY(types.upsert({.uri = typeUri(2), .kind = EventType::Kind::RoundRobin}));
    types.eventType(typeUri(2));
    types.unknownTypes(3);
    QVERIFY(types.habits().pin(typeUri(2), 1));
    types.habits().pins();
    types.habits().uses(start, start);
    QVERIFY(types.habits().unpin(typeUri(2)));
    LinkTable links(database);
    QVERIFY(links.markBooked(QStringLiteral("t"), inviteeUri(1, 1)));
    links.links(10);
    QVERIFY(links.countCopy(QStringLiteral("l"), start));
    LinkOrderTable orders(database);
    QVERIFY(orders.put({{.link = QStringLiteral("l"), .changedAt = start}}));
    QVERIFY(orders.batches());
    QVERIFY(orders.unanswered());
    QVERIFY(links.add({.id = QStringLiteral("l"), .trackingToken = QStringLiteral("sd-1"), .createdAt = start, .expiresAt = start}));
    QVERIFY(links.markBooked(QStringLiteral("sd-1"), inviteeUri(1, 1)));
    LinkLedger ledger(database);
    QVERIFY(ledger.entries({}, start));
    QVERIFY(ledger.entry(QStringLiteral("l"), start));
    ledger.totals(start);
    ledger.totalsOf(typeUri(2), start);
    ledger.takeNews(start);
    AvailabilityTable availability(database);
    QVERIFY(availability.replaceBusyTimes(range, {}, start));
    availability.busyTimes(range);
    QVERIFY(meetings.searchIndex().fill(10));
    meetings.searchIndex().missing();
    InsightTable insights(database);
    for (const QUrl &type : {QUrl(), typeUri(1)})
        QVERIFY(insights.slice(range, type, {}, 2));
    QVERIFY(insights.types());
    QVERIFY(insights.fillSources(2));
    const QString figures = QStringLiteral("is:canceled-by-host -is:moved-away weekday:mon hour:9 lead:1-3 source:web -source:none campaign:x zone:tokyo");
    using Status = MeetingQuery::Status;
    for (const auto status : {Status::Any, Status::Active, Status::NoShow, Status::Moved}) {
        for (const QUrl &type : {QUrl(), typeUri(1)}) {
            for (const QString &text : {QString(), QStringLiteral("a"), QStringLiteral("type:intro is:past -is:moved before:2026"), figures}) {
                const MeetingQuery query{.range = range, .status = status, .eventType = type, .host = type, .text = text, .now = start};
                QVERIFY(meetings.summaries(query));
                meetings.count(query);
            }
        }
    }
    ErasureMarks marks(database, start);
    QVERIFY(marks.addPerson(QStringLiteral("zoe@example.org")) && marks.addMeeting(1) && marks.addPart(1));
    QVERIFY(meetings.upsert({meetingAt(1, start.addSecs(90))}));
    QVERIFY(ErasureMarks::dropOld(database, start.addDays(9)));
    Forgetting forgetting(database);
    QVERIFY(forgetting.forgetHistory(start, 0, 5));
    QVERIFY(forgetting.forgetBusyTimes(start));
    QCOMPARE(forgetting.forgetMeetings(start.addDays(1), 5).value_or(0), 1);
    QVERIFY(forgetting.leavesTraces() && forgetting.overwriteSome());
}

QStringList QueryPlansTest::planOf(const QString &sql) const
{
    const qsizetype parameters = sql.count(QLatin1Char('?'));
    QSqlQuery query(m_store->database().connection());
    query.prepare(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
    for (qsizetype i = 0; i < parameters; ++i)
        query.addBindValue(0);
    if (!query.exec())
        return {QStringLiteral("SCAN failed")};
    QStringList plan;
    while (query.next())
        plan.append(query.value(3).toString());
    return plan;
}

QStringList QueryPlansTest::planOf(const MeetingQuery &query) const
{
    return planOf(selectionOf(query, query.limit).sql);
}

void QueryPlansTest::everyStatement_usesAnIndexOnWhatGrows()
{
    // What may be read from end to end: invitees of whom something is missing, the hits so far, the steps of a move, the argument of json_each(), hits of the search index (asked
    // with MATCH or by row), the two indexes that hold nothing but what is asked for, in the order it is asked for, and what does
    // not grow: marks of what was erased, which last for days, and the joined stretches of time that were read; the state of the search index, event types when a search names one, and links, which are made by hand one by
    // one; journals, and when busy times were read, of which the old ones go.
    static const QRegularExpression allowed(
        QStringLiteral("^SCAN (wanted|moves|json_each|CONSTANT ROW|\\(.*|json_each .*|wanted .*"
                       "|search VIRTUAL TABLE INDEX [0-9]+:(=|.*M[0-9].*)"
                       "|search_state|event_types$"
                       "|meetings USING (COVERING )?INDEX meetings_without_invitees"
                       "|t USING (COVERING )?INDEX event_types_unknown"
                       "|i USING (COVERING )?INDEX invitees_without_utm"
                       "|(links|l) USING (COVERING )?INDEX links_by_(creation|type)|n$|cancel_items USING COVERING INDEX .*|bookings$|busy_seen$|link_orders$|link_news$|event_type_pins$|erasure_(marks|orders)$|covered( USING INDEX .*)?$)"));
    const QStringList texts = m_store->database().preparedTexts();
    QVERIFY(texts.size() > 32);
    for (const QString &sql : texts) {
        const QStringList plan = planOf(sql);
        for (const QString &step : plan) {
            const bool scans = step.startsWith(QLatin1String("SCAN")) && !allowed.match(step).hasMatch();
            QVERIFY2(!scans, qPrintable(step + QStringLiteral("\n") + sql));
        }
    }
}

void QueryPlansTest::ranges_areReadInOrderFromTheirIndex_data()
{
    QTest::addColumn<MeetingQuery::Status>("status");
    QTest::addColumn<QUrl>("type");
    QTest::addColumn<QString>("index");
    QTest::newRow("all") << MeetingQuery::Status::Any << QUrl() << QStringLiteral("meetings_by_start");
    QTest::newRow("active") << MeetingQuery::Status::Active << QUrl() << QStringLiteral("meetings_by_status");
    QTest::newRow("type") << MeetingQuery::Status::Any << typeUri(1) << QStringLiteral("meetings_by_type");
}

void QueryPlansTest::ranges_areReadInOrderFromTheirIndex()
{
    QFETCH(MeetingQuery::Status, status);
    QFETCH(QUrl, type);
    QFETCH(QString, index);
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    query.status = status;
    query.eventType = type;
    for (const bool newestFirst : {false, true}) {
        query.newestFirst = newestFirst;
        const QStringList plan = planOf(query);
        const QString walk = QStringLiteral("INDEX ") + index;
        const auto ordinary = plan.indexOf(QRegularExpression(QStringLiteral(".*%1.*").arg(walk)));
        QVERIFY2(ordinary >= 0, qPrintable(plan.join(QLatin1Char('\n'))));
        // Sorting before the limit would read all of an open range for its first rows.
        QVERIFY2(!plan.value(ordinary + 1).contains(QLatin1String("TEMP B-TREE")),
                 qPrintable(plan.join(QLatin1Char('\n'))));
    }
}

void QueryPlansTest::hits_comeInOrderOfTimeWithoutSorting_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word") << QStringLiteral("a");
    QTest::newRow("filters") << QStringLiteral("with:ana is:upcoming -type:x after:2026-01");
    QTest::newRow("what must not be found") << QStringLiteral("-a");
}

void QueryPlansTest::hits_comeInOrderOfTimeWithoutSorting()
{
    QFETCH(QString, text);
    MeetingQuery query;
    query.text = text;
    query.now = utc("2026-11-20T10:00:00Z");
    for (const bool newestFirst : {false, true}) {
        query.newestFirst = newestFirst;
        const QString plan = planOf(query).join(QLatin1Char('\n'));
        QVERIFY2(plan.contains(QLatin1String("SCAN search VIRTUAL TABLE INDEX")), qPrintable(plan));
        QVERIFY2(!plan.contains(QLatin1String("TEMP B-TREE")), qPrintable(plan));
        QVERIFY2(!plan.contains(QLatin1String("SCAN meetings")), qPrintable(plan));
    }
}

QTEST_GUILESS_MAIN(QueryPlansTest)
#include "tst_queryplans.moc"
