// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight.h"

#include "zones.h"

#include <QTest>

using namespace std::chrono_literals;
using Ended = CountedMeeting::Ended;

namespace {

const QTimeZone berlin("Europe/Berlin");

QDateTime inBerlin(int month, int day, int hour, int minute = 0)
{
    return toUtc(QDate(2026, month, day), QTime(hour, minute), berlin).utc;
}

CountedMeeting meetingAt(const QDateTime &start, int minutes = 30)
{
    return {.start = start, .end = start.addSecs(minutes * 60), .bookedAt = start.addDays(-2), .peopleKnown = true, .expected = 1, .eventType = 1};
}

/// October 2026, which has a day of 25 hours in Berlin, seen from its end.
InsightQuery october()
{
    const InsightDays days{QDate(2026, 10, 1), QDate(2026, 11, 1)};
    return {.days = days, .before = daysBefore(InsightPeriod::LastMonth, days), .now = inBerlin(11, 20, 10), .zone = berlin};
}

Insight counted(const InsightQuery &query, const QList<CountedMeeting> &meetings)
{
    InsightCounter counter(query);
    for (const CountedMeeting &meeting : meetings)
        counter.add(meeting);
    return counter.result();
}

} // namespace

class InsightTest : public QObject
{
    Q_OBJECT

private slots:
    void periods_areWholeDays_data()
    {
        QTest::addColumn<InsightPeriod>("period");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("end");
        QTest::addColumn<QDate>("before");
        QTest::newRow("this week") << InsightPeriod::ThisWeek << QDate(2026, 3, 30) << QDate(2026, 4, 6) << QDate(2026, 3, 23);
        QTest::newRow("last week") << InsightPeriod::LastWeek << QDate(2026, 3, 23) << QDate(2026, 3, 30) << QDate(2026, 3, 16);
        QTest::newRow("this month") << InsightPeriod::ThisMonth << QDate(2026, 4, 1) << QDate(2026, 5, 1) << QDate(2026, 3, 1);
        QTest::newRow("last month") << InsightPeriod::LastMonth << QDate(2026, 3, 1) << QDate(2026, 4, 1) << QDate(2026, 2, 1);
        QTest::newRow("30 days") << InsightPeriod::Last30Days << QDate(2026, 3, 4) << QDate(2026, 4, 3) << QDate(2026, 2, 2);
        QTest::newRow("90 days") << InsightPeriod::Last90Days << QDate(2026, 1, 3) << QDate(2026, 4, 3) << QDate(2025, 10, 5);
        QTest::newRow("this year") << InsightPeriod::ThisYear << QDate(2026, 1, 1) << QDate(2027, 1, 1) << QDate(2025, 1, 1);
    }

    void periods_areWholeDays()
    {
        QFETCH(InsightPeriod, period);
        QFETCH(QDate, first);
        QFETCH(QDate, end);
        QFETCH(QDate, before);
        const InsightDays days = daysOf(period, QDate(2026, 4, 2), Qt::Monday); // a Thursday
        QCOMPARE(days, (InsightDays{first, end}));
        QCOMPARE(daysBefore(period, days), (InsightDays{before, first}));
    }

    void weeks_beginAsTheLocaleSays()
    {
        QCOMPARE(daysOf(InsightPeriod::ThisWeek, QDate(2026, 4, 2), Qt::Sunday).first, QDate(2026, 3, 29));
        QCOMPARE(daysOf(InsightPeriod::ThisWeek, QDate(2026, 3, 29), Qt::Sunday).first, QDate(2026, 3, 29));
        QCOMPARE(daysOf(InsightPeriod::ThisWeek, QDate(2026, 3, 29), Qt::Monday).first, QDate(2026, 3, 23));
    }

    void aRunningPeriod_isComparedUpToTheSameMoment()
    {
        const InsightDays march{QDate(2026, 3, 1), QDate(2026, 4, 1)};
        const InsightDays february{QDate(2026, 2, 1), QDate(2026, 3, 1)};
        // Clocks went forward on the 29th; it is ten in the morning all the same.
        const TimeRange range = comparedRange(march, february, inBerlin(3, 20, 10), berlin);
        QCOMPARE(range.begin, inBerlin(2, 1, 0));
        QCOMPARE(range.end, inBerlin(2, 20, 10));
        QCOMPARE(comparedRange(march, february, inBerlin(3, 30, 10), berlin).end, inBerlin(3, 1, 0)); // February has no 30th
        QCOMPARE(comparedRange(march, february, inBerlin(5, 1, 10), berlin).end, inBerlin(3, 1, 0));
        const TimeRange early = comparedRange(march, february, inBerlin(2, 10, 10), berlin);
        QCOMPARE(early.begin, early.end); // nothing of it has come yet
    }

    void nothing_isCountedAsNothing()
    {
        const Insight insight = counted(october(), {});
        QCOMPARE(insight.whole, InsightCount());
        QVERIFY(!insight.whole.lead);
        QVERIFY(!showRate(insight.whole));
    }

    void daysAndHours_areThoseOfTheZone()
    {
        // The night in which clocks go back: 02:30 comes twice, and the day ends an hour later than usual.
        const QList<CountedMeeting> meetings{meetingAt(inBerlin(10, 25, 2, 30)), meetingAt(inBerlin(10, 25, 2, 30).addSecs(3600)),
                                             meetingAt(inBerlin(10, 25, 23, 30)), meetingAt(inBerlin(10, 26, 0, 0)),
                                             meetingAt(inBerlin(10, 31, 23, 59)), meetingAt(inBerlin(11, 1, 0, 0)),
                                             meetingAt(inBerlin(10, 1, 0, 0)), meetingAt(inBerlin(9, 30, 23, 59))};
        const Insight insight = counted(october(), meetings);
        QCOMPARE(insight.whole.meetings, 6);
        QCOMPARE(insight.before.meetings, 1);
        QCOMPARE(insight.whole.byHour[2], 2);
        QCOMPARE(insight.whole.byHour[23], 2);
        QCOMPARE(insight.whole.byWeekday[6], 3); // Sunday
        QCOMPARE(insight.whole.byWeekday[0], 1);
        QCOMPARE(insight.whole.byDay.value(QDate(2026, 10, 25)), 3);
        QCOMPARE(insight.whole.length, 180min);
    }

    void canceledMeetings_areCountedApart()
    {
        QList<CountedMeeting> meetings(5, meetingAt(inBerlin(10, 5, 10)));
        meetings[0].ended = Ended::ByHost;
        meetings[1].ended = Ended::ByInvitee;
        meetings[2].ended = Ended::ByUnknown;
        meetings[3].ended = Ended::Moved;
        meetings[3].movedAway = true;
        const InsightCount count = counted(october(), meetings).whole;
        QCOMPARE(count.meetings, 1);
        QCOMPARE(count.canceledByHost, 1);
        QCOMPARE(count.canceledByInvitee, 1);
        QCOMPARE(count.canceledByUnknown, 1);
        QCOMPARE(count.moved, 1);
        QCOMPARE(count.canceled(), 3);
        QCOMPARE(count.byType.value(1), (TypeCount{1, 30min}));
        QCOMPARE(count.length, 30min);
    }

    void leadTimes_areGroupedAndTheirMiddleIsTold()
    {
        QList<CountedMeeting> meetings(6, meetingAt(inBerlin(10, 20, 10)));
        meetings[0].bookedAt = meetings[0].start.addSecs(600); // after it began
        meetings[1].bookedAt = meetings[1].start.addSecs(-24 * 3600 + 1);
        meetings[2].bookedAt = meetings[2].start.addSecs(-24 * 3600);
        meetings[3].bookedAt = meetings[3].start.addDays(-13);
        meetings[4].bookedAt = meetings[4].start.addDays(-28);
        meetings[5].bookedAt = {};
        const InsightCount count = counted(october(), meetings).whole;
        QCOMPARE(count.byLead, (std::array{2, 1, 0, 1, 0, 1}));
        QCOMPARE(*count.lead, 24h);
    }

    void whoCame_isCountedByPerson()
    {
        QList<CountedMeeting> meetings(4, meetingAt(inBerlin(11, 10, 10)));
        meetings[0].expected = 5; // of a group
        meetings[0].noShows = 2;
        meetings[1].peopleKnown = false;
        meetings[1].expected = 0;
        meetings[2].start = inBerlin(11, 25, 10); // still to come
        meetings[2].end = meetings[2].start.addSecs(1800);
        InsightQuery query = october();
        query.days = {QDate(2026, 11, 1), QDate(2026, 12, 1)};
        query.before = daysBefore(InsightPeriod::ThisMonth, query.days);
        const Insight insight = counted(query, meetings);
        QCOMPARE(insight.whole.expected, 6);
        QCOMPARE(insight.whole.noShows, 2);
        QCOMPARE(insight.whole.noShowMeetings, 1);
        QCOMPARE(*showRate(insight.whole), 4.0 / 6);
        QCOMPARE(insight.whole.peopleUnknown, 1);
        QCOMPARE(insight.whole.meetings, 4);
        QCOMPARE(insight.soFar.meetings, 3);
    }

    void sources_countOnceForEachMeeting()
    {
        QList<CountedMeeting> meetings(4, meetingAt(inBerlin(10, 5, 10)));
        meetings[0].sources = {QStringLiteral("Newsletter"), QStringLiteral("newsletter"), QStringLiteral("web")};
        meetings[1].sources = {QStringLiteral("newsletter")};
        meetings[1].campaigns = {QStringLiteral("spring")};
        meetings[2].peopleKnown = false;
        const InsightCount count = counted(october(), meetings).whole;
        QCOMPARE(count.bySource.value(QStringLiteral("newsletter")), (NamedCount{QStringLiteral("Newsletter"), 2}));
        QCOMPARE(count.bySource.value(QStringLiteral("web")).meetings, 1);
        QCOMPARE(count.byCampaign.size(), 1);
        QCOMPARE(count.withoutSource, 1);
    }

    void sources_canBeSearchedFor()
    {
        QCOMPARE(bookingSource(QStringLiteral("  a \"b\"\n c ")), QStringLiteral("a 'b' c"));
        QCOMPARE(foldedSource(QStringLiteral("GRÜßE")), QStringLiteral("grÜße")); // as SQLite's NOCASE
    }
};

QTEST_APPLESS_MAIN(InsightTest)
#include "tst_insight.moc"
