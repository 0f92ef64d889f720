// SPDX-License-Identifier: GPL-3.0-or-later
#include "whynotoffered.h"

#include <QTest>

using namespace std::chrono_literals;
using Kind = WhyNotOffered::Kind;

namespace {

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

/// Monday to Friday 9 to 17 in UTC, closed on the 24th, afternoon only on the 25th; it is Wednesday the 18th, 9:00.
OfferFacts facts()
{
    AvailabilitySchedule schedule{.name = QStringLiteral("Working hours"), .timezone = QStringLiteral("UTC")};
    for (int weekday = 1; weekday <= 5; ++weekday)
        schedule.rules.append({.weekday = weekday, .intervals = {{QTime(9, 0), QTime(17, 0)}}});
    schedule.rules.append({.date = QDate(2026, 11, 24)});
    schedule.rules.append({.date = QDate(2026, 11, 25), .intervals = {{QTime(13, 0), QTime(17, 0)}}});
    return {.now = at(18, 9), .readUntil = at(18, 9).addDays(31), .length = 30min, .schedule = schedule};
}

} // namespace

/// Why a time is not offered: what is known is said, and nothing else.
class TestWhyNotOffered : public QObject
{
    Q_OBJECT

private slots:
    void past_isPast() { QCOMPARE(whyNotOffered(at(18, 9), facts()).kind, Kind::Past); }

    void laterThanAsked_isNotGuessed() { QCOMPARE(whyNotOffered(at(18, 10).addDays(31), facts()).kind, Kind::NotRead); }

    void closedHours_areTold()
    {
        const WhyNotOffered why = whyNotOffered(at(19, 18), facts());
        QCOMPARE(why.kind, Kind::OutsideHours);
        QCOMPARE(why.hours, (QList<DayInterval>{{QTime(9, 0), QTime(17, 0)}}));
        QCOMPARE(whyNotOffered(at(21, 12), facts()).kind, Kind::OutsideHours); // a Saturday
    }

    void meetingThatWouldEndAfterHours_isOutside()
    {
        QCOMPARE(whyNotOffered(at(19, 16, 45), facts()).kind, Kind::OutsideHours);
        QCOMPARE(whyNotOffered(at(19, 16, 30), facts()).kind, Kind::Unknown);
    }

    void overrides_areToldBeforeAnythingElse()
    {
        QCOMPARE(whyNotOffered(at(24, 10), facts()).kind, Kind::DayClosed);
        QCOMPARE(whyNotOffered(at(25, 10), facts()).kind, Kind::OverrideHours);
        QCOMPARE(whyNotOffered(at(25, 14), facts()).kind, Kind::Unknown);
    }

    void hours_areThoseOfTheSchedulesZone()
    {
        OfferFacts tokyo = facts();
        tokyo.zone = QTimeZone("Asia/Tokyo");
        QCOMPARE(whyNotOffered(at(19, 1), tokyo).kind, Kind::Unknown); // 10:00 there
        QCOMPARE(whyNotOffered(at(19, 10), tokyo).kind, Kind::OutsideHours);
    }

    void hoursOverMidnight_areOpen()
    {
        OfferFacts night = facts();
        night.schedule->rules = {{.weekday = 4, .intervals = {{QTime(22, 0), QTime(23, 59, 59, 999)}}},
                                 {.weekday = 5, .intervals = {{QTime(0, 0), QTime(2, 0)}}}};
        QCOMPARE(whyNotOffered(at(19, 23, 45), night).kind, Kind::Unknown);
        QCOMPARE(whyNotOffered(at(20, 1, 45), night).kind, Kind::OutsideHours);
    }

    void meetings_areNamed()
    {
        OfferFacts busy = facts();
        busy.meetings = {{.range = {at(19, 10), at(19, 11)}, .name = QStringLiteral("Product demo")}};
        const WhyNotOffered why = whyNotOffered(at(19, 10, 45), busy);
        QCOMPARE(why.kind, Kind::Meeting);
        QCOMPARE(why.name, QStringLiteral("Product demo"));
        QCOMPARE(whyNotOffered(at(19, 11), busy).kind, Kind::Unknown); // it ends where the other begins
        QCOMPARE(whyNotOffered(at(19, 9, 45), busy).kind, Kind::Meeting); // it would run into it
    }

    void otherCalendars_haveNoName()
    {
        OfferFacts busy = facts();
        busy.busy = {{.kind = BusyTime::Kind::External, .range = {at(19, 12), at(19, 13)}},
                     {.kind = BusyTime::Kind::Reserved, .range = {at(19, 14), at(19, 15)}}};
        QCOMPARE(whyNotOffered(at(19, 12), busy).kind, Kind::BusyElsewhere);
        QCOMPARE(whyNotOffered(at(19, 14), busy).kind, Kind::Reserved);
    }

    void fullGroup_isFullAndNotBusy()
    {
        OfferFacts group = facts();
        group.meetings = {{.range = {at(19, 10), at(19, 10, 30)}, .isFull = true, .places = 8}};
        const WhyNotOffered why = whyNotOffered(at(19, 10), group);
        QCOMPARE(why.kind, Kind::Full);
        QCOMPARE(why.places, 8);
    }

    void unreadBusyTimes_areNotCalledFree()
    {
        OfferFacts unknown = facts();
        unknown.busyUnknown = {{at(19, 9), at(19, 12)}};
        QCOMPARE(whyNotOffered(at(19, 10), unknown).kind, Kind::BusyUnknown);
        QCOMPARE(whyNotOffered(at(19, 14), unknown).kind, Kind::Unknown);
    }

    void beforeTheFirstAndAfterTheLast_isLikelyNoticeOrHorizon()
    {
        OfferFacts offered = facts();
        offered.firstOffered = at(18, 13);
        offered.lastOffered = at(27, 16);
        QCOMPARE(whyNotOffered(at(18, 11), offered).kind, Kind::Notice);
        QCOMPARE(whyNotOffered(at(30, 11), offered).kind, Kind::Horizon);
        QCOMPARE(whyNotOffered(at(19, 11), offered).kind, Kind::Unknown);
    }

    void withoutSchedule_hoursAreNotBlamed()
    {
        OfferFacts other = facts();
        other.schedule.reset();
        QCOMPARE(whyNotOffered(at(21, 3), other).kind, Kind::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestWhyNotOffered)
#include "tst_whynotoffered.moc"
