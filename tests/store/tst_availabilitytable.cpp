// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitytable.h"
#include "storedmeetings.h"

#include <QTest>

class AvailabilityTableTest : public QObject
{
    Q_OBJECT

private slots:
    void schedules_comeBackWholeTheDefaultFirst();
    void busyTimes_ofARangeAreReplaced();
    void busyTimes_touchTheRange();
    void busyTimesSeenAt_isTheOldestOfAWhollyReadRange();
    void busyTimesSeenAt_isNullWhereAGapWasNeverRead();

private:
    static TimeRange hours(int from, int to);
    static BusyTime busy(int from, int to, BusyTime::Kind kind = BusyTime::Kind::External);
};

TimeRange AvailabilityTableTest::hours(int from, int to)
{
    const QDateTime day = utc("2026-11-20T00:00:00Z");
    return {day.addSecs(from * 3600), day.addSecs(to * 3600)};
}

BusyTime AvailabilityTableTest::busy(int from, int to, BusyTime::Kind kind)
{
    return {.kind = kind, .range = hours(from, to), .meeting = kind == BusyTime::Kind::Calendly ? eventUri(1) : QUrl()};
}

void AvailabilityTableTest::schedules_comeBackWholeTheDefaultFirst()
{
    TemporaryStore store;
    AvailabilityTable table(store.database());
    const AvailabilitySchedule work{
        .uri = QUrl(QStringLiteral("https://api.example.com/user_availability_schedules/1")),
        .name = QStringLiteral("Working hours"),
        .isDefault = true,
        .user = QUrl(QStringLiteral("https://api.example.com/users/A")),
        .timezone = QStringLiteral("Europe/Stockholm"),
        .rules
        = {{.weekday = 1, .intervals = {{QTime(9, 0), QTime(17, 0)}}}, {.date = QDate(2026, 12, 24), .intervals = {}}}};
    AvailabilitySchedule evenings = work;
    evenings.uri = QUrl(QStringLiteral("https://api.example.com/user_availability_schedules/2"));
    evenings.name = QStringLiteral("Evenings");
    evenings.isDefault = false;
    QVERIFY(table.replaceSchedules({evenings, work}).value());
    QCOMPARE(table.schedules(), (QList<AvailabilitySchedule>{work, evenings}));
    QVERIFY(!table.replaceSchedules({work, evenings}).value());
    evenings.rules.removeLast();
    QVERIFY(table.replaceSchedules({evenings, work}).value());
    QVERIFY(table.replaceSchedules({work}).value());
    QCOMPARE(table.schedules(), QList<AvailabilitySchedule>{work});
}

void AvailabilityTableTest::busyTimes_ofARangeAreReplaced()
{
    TemporaryStore store;
    AvailabilityTable table(store.database());
    const QDateTime seen = utc("2026-11-20T00:00:00Z");
    QVERIFY(
        table.replaceBusyTimes(hours(0, 24), {busy(1, 2), busy(10, 12, BusyTime::Kind::Calendly), busy(20, 21)}, seen));
    QVERIFY(table.replaceBusyTimes(hours(8, 16), {busy(9, 10, BusyTime::Kind::Reserved)}, seen));
    QCOMPARE(table.busyTimes(hours(0, 24)),
             (QList<BusyTime>{busy(1, 2), busy(9, 10, BusyTime::Kind::Reserved), busy(20, 21)}));
    QVERIFY(table.replaceBusyTimes(hours(0, 24),
                                   {busy(3, 4, BusyTime::Kind::Calendly), busy(3, 4, BusyTime::Kind::Calendly)}, seen));
    QCOMPARE(table.busyTimes(hours(0, 24)), QList<BusyTime>{busy(3, 4, BusyTime::Kind::Calendly)});
}

void AvailabilityTableTest::busyTimes_touchTheRange()
{
    TemporaryStore store;
    AvailabilityTable table(store.database());
    QVERIFY(table.replaceBusyTimes(hours(0, 24), {busy(0, 8), busy(7, 9), busy(12, 13)}, utc("2026-11-20T00:00:00Z")));
    QCOMPARE(table.busyTimes(hours(8, 12)), QList<BusyTime>{busy(7, 9)});
}

void AvailabilityTableTest::busyTimesSeenAt_isTheOldestOfAWhollyReadRange()
{
    TemporaryStore store;
    AvailabilityTable table(store.database());
    const QDateTime early = utc("2026-11-19T06:00:00Z");
    const QDateTime late = utc("2026-11-19T07:00:00Z");
    QVERIFY(table.replaceBusyTimes(hours(0, 24), {}, early));
    QCOMPARE(table.busyTimesSeenAt(hours(0, 24)), early);
    QVERIFY(table.replaceBusyTimes(hours(8, 12), {}, late));
    QCOMPARE(table.busyTimesSeenAt(hours(8, 12)), late);
    QCOMPARE(table.busyTimesSeenAt(hours(9, 11)), late);
    QCOMPARE(table.busyTimesSeenAt(hours(0, 24)), early);
    QCOMPARE(table.busyTimesSeenAt(hours(11, 13)), early);
    QVERIFY(table.replaceBusyTimes(hours(0, 24), {}, late));
    QCOMPARE(table.busyTimesSeenAt(hours(0, 24)), late);
}

void AvailabilityTableTest::busyTimesSeenAt_isNullWhereAGapWasNeverRead()
{
    TemporaryStore store;
    AvailabilityTable table(store.database());
    const QDateTime seen = utc("2026-11-19T06:00:00Z");
    QVERIFY(table.busyTimesSeenAt(hours(0, 24)).isNull());
    QVERIFY(table.replaceBusyTimes(hours(0, 8), {}, seen));
    QVERIFY(table.replaceBusyTimes(hours(9, 24), {}, seen));
    QVERIFY(table.busyTimesSeenAt(hours(0, 24)).isNull());
    QVERIFY(table.busyTimesSeenAt(hours(-1, 8)).isNull());
    QVERIFY(table.busyTimesSeenAt(hours(23, 25)).isNull());
    QCOMPARE(table.busyTimesSeenAt(hours(9, 24)), seen);
    QVERIFY(table.replaceBusyTimes(hours(8, 9), {}, seen));
    QCOMPARE(table.busyTimesSeenAt(hours(0, 24)), seen);
}

QTEST_GUILESS_MAIN(AvailabilityTableTest)
#include "tst_availabilitytable.moc"
