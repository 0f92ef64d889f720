// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncplan.h"

#include <QTest>

namespace {

QDateTime day(int dayOfNovember)
{
    return QDateTime(QDate(2026, 11, dayOfNovember), QTime(0, 0), Qt::UTC);
}

} // namespace

class TestSyncPlan : public QObject
{
    Q_OBJECT

private slots:
    void week_beginsOnMondayWhereTheUserIs()
    {
        const QDateTime sundayInLisbon = QDateTime(QDate(2026, 11, 22), QTime(23, 30), Qt::UTC);
        QCOMPARE(weekAround(sundayInLisbon, QTimeZone("Europe/Lisbon")).begin, day(16));
        const TimeRange berlin = weekAround(sundayInLisbon, QTimeZone("Europe/Berlin"));
        QCOMPARE(berlin.begin, day(23).addSecs(-3600));
        QCOMPARE(berlin.end, day(30).addSecs(-3600));
    }

    void uncovered_isWhatLiesBetween()
    {
        const QList<TimeRange> covered{{day(10), day(12)}, {day(3), day(5)}};
        const QList<TimeRange> expected{{day(1), day(3)}, {day(5), day(10)}, {day(12), day(15)}};
        QCOMPARE(uncovered({day(1), day(15)}, covered), expected);
        QVERIFY(uncovered({day(3), day(5)}, covered).isEmpty());
        QVERIFY(uncovered({day(11), day(11)}, {}).isEmpty());
    }

    void future_isWithoutGapsUpToTheEnd()
    {
        const QList<TimeRange> parts = futureParts(day(17), day(18));
        QCOMPARE(parts.first().begin, day(17));
        QCOMPARE(parts.last().end, endOfTime());
        for (int i = 1; i < parts.size(); ++i)
            QCOMPARE(parts[i].begin, parts[i - 1].end);
    }

    void past_isTwoYearsNewestFirst()
    {
        const QList<TimeRange> parts = pastParts(day(18), {}, 30);
        QCOMPARE(parts.first().end, day(18));
        QVERIFY(parts.last().begin <= day(18).addYears(-2));
        for (int i = 1; i < parts.size(); ++i)
            QCOMPARE(parts[i].end, parts[i - 1].begin);
        QCOMPARE(parts.first().begin, day(18).addDays(-30));
        QVERIFY(pastParts(day(18), {{day(18).addYears(-3), day(20)}}, 30).isEmpty());
    }

    void past_endsWhereNothingIsKept()
    {
        const QList<TimeRange> parts = pastParts(day(18), {}, 30, day(18).addDays(-45));
        QCOMPARE(parts, (QList<TimeRange>{{day(18).addDays(-30), day(18)}, {day(18).addDays(-45), day(18).addDays(-30)}}));
        QVERIFY(pastParts(day(18), {}, 30, day(19)).isEmpty());
        QCOMPARE(keptPart({day(1), day(9)}, {}), (TimeRange{day(1), day(9)}));
        QCOMPARE(keptPart({day(1), day(9)}, day(4)), (TimeRange{day(4), day(9)}));
        QVERIFY(uncovered(keptPart({day(1), day(9)}, day(12)), {}).isEmpty());
    }

    void fewMeetings_needFewRequests()
    {
        const TimeRange week{day(11), day(18)};
        QCOMPARE(daysOfPart(0, week), 183);
        QCOMPARE(daysOfPart(7, week), 80); // one a day: a page of 100 holds them
        QCOMPARE(daysOfPart(70, week), 30);
        QCOMPARE(daysOfPart(5, {day(18), day(18)}), 30);
    }
};

QTEST_GUILESS_MAIN(TestSyncPlan)
#include "tst_syncplan.moc"
