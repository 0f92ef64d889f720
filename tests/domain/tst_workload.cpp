// SPDX-License-Identifier: GPL-3.0-or-later
#include "timespans.h"
#include "workload.h"
#include "zones.h"

#include <QTest>

namespace {

using namespace std::chrono_literals;

QDateTime at(int hour, int minute = 0, int day = 20)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

AvailabilitySchedule nineToFive(const QString &zone)
{
    AvailabilitySchedule schedule{.name = QStringLiteral("Working hours"), .timezone = zone};
    for (int weekday = 1; weekday <= 5; ++weekday)
        schedule.rules.append({.weekday = weekday, .intervals = {{QTime(9, 0), QTime(17, 0)}}});
    return schedule;
}

}

class TestWorkload : public QObject
{
    Q_OBJECT

private slots:
    void united_joinsWhatTouches()
    {
        QCOMPARE(united({{at(12), at(13)}, {at(9), at(10)}, {at(10), at(11)}, {at(8), at(8)}}),
                 (QList<TimeRange>{{at(9), at(11)}, {at(12), at(13)}}));
    }

    void without_cutsHoles()
    {
        QCOMPARE(without({{at(9), at(17)}}, {{at(10), at(11)}, {at(16), at(20)}, {at(7), at(9)}}),
                 (QList<TimeRange>{{at(9), at(10)}, {at(11), at(16)}}));
        QCOMPARE(without({{at(9), at(17)}}, {{at(8), at(18)}}), QList<TimeRange>{});
    }

    void available_isAlwaysScheduledPlusBusyPlusFree()
    {
        // Overlapping meetings, a meeting half outside the open hours, busy time over a meeting.
        const Workload load = workload({{at(9), at(17)}}, {{at(8), at(10)}, {at(9, 30), at(10, 30)}, {at(16), at(18)}},
                                       {{at(10), at(12)}, {at(20), at(21)}});
        QCOMPARE(lengthOf(load.available), 8h);
        QCOMPARE(lengthOf(load.scheduled), 150min);
        QCOMPARE(lengthOf(load.busy), 90min);
        QCOMPARE(lengthOf(load.scheduled) + lengthOf(load.busy) + lengthOf(load.free), lengthOf(load.available));
    }

    void openHours_followTheClockChange()
    {
        const QTimeZone berlin("Europe/Berlin");
        AvailabilitySchedule schedule{.timezone = QStringLiteral("Europe/Berlin")};
        schedule.rules.append({.weekday = 7, .intervals = {{QTime(0, 0), QTime(23, 59, 59, 999)}}});
        QCOMPARE(lengthOf(openHours(schedule, QDate(2026, 10, 25), 1, berlin)), 25h);
        QCOMPARE(lengthOf(openHours(schedule, QDate(2027, 3, 28), 1, berlin)), 23h);
    }

    void overrideOfADate_beatsItsWeekday()
    {
        AvailabilitySchedule schedule = nineToFive(QStringLiteral("UTC"));
        schedule.rules.append({.date = QDate(2026, 11, 20), .intervals = {}});
        QCOMPARE(lengthOf(openHours(schedule, QDate(2026, 11, 19), 3, QTimeZone::utc())), 8h);
    }

    void consecutiveClosedDays_areOneOverride()
    {
        AvailabilitySchedule schedule = nineToFive(QStringLiteral("UTC"));
        for (int day = 24; day <= 25; ++day)
            schedule.rules.append({.date = QDate(2026, 11, day), .intervals = {}});
        schedule.rules.append({.date = QDate(2026, 11, 21), .intervals = {{QTime(10, 0), QTime(13, 0)}}});
        schedule.rules.append({.date = QDate(2026, 11, 27), .intervals = {{QTime(9, 0), QTime(12, 0)}}});
        schedule.rules.append({.date = QDate(2026, 11, 30), .intervals = {{QTime(9, 0), QTime(17, 0)}}}); // as usual
        schedule.rules.append({.date = QDate(2026, 11, 1), .intervals = {}}); // over
        const QList<DateOverride> overrides = upcomingOverrides(schedule, QDate(2026, 11, 20), 42);
        QCOMPARE(overrides.size(), 3);
        QCOMPARE(overrides.at(0).kind, DateOverride::Kind::Extra);
        QCOMPARE(overrides.at(1).kind, DateOverride::Kind::Closed);
        QCOMPARE(overrides.at(1).first, QDate(2026, 11, 24));
        QCOMPARE(overrides.at(1).last, QDate(2026, 11, 25));
        QCOMPARE(overrides.at(2).kind, DateOverride::Kind::Shorter);
    }

    void after_cutsWhatIsOver()
    {
        QCOMPARE(after({{at(9), at(10)}, {at(11), at(13)}}, at(12)), (QList<TimeRange>{{at(12), at(13)}}));
    }
};

QTEST_GUILESS_MAIN(TestWorkload)
#include "tst_workload.moc"
