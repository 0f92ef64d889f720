// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"
#include "openhours.h"
#include "slotfinder.h"
#include "zones.h"

#include <QTest>

#include <algorithm>

namespace {

WorldTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

QStringList texts(const QList<WorldSlot> &found)
{
    QStringList all;
    for (const WorldSlot &slot : found)
        all.append(QDateTime::fromMSecsSinceEpoch(slot.start, Qt::UTC).toString(QStringLiteral("HH:mm")));
    return all;
}

/// A world with one person who can be booked for half an hour, with the given hours on every weekday.
class SmallWorld
{
public:
    SmallWorld(const char *now, const QString &zoneName = QStringLiteral("UTC"),
               WorldInterval hours = {9 * 60, 12 * 60})
        : world({1, 0, QDateTime::fromString(QString::fromLatin1(now), Qt::ISODate), {}, {}})
    {
        organization = world.add(WorldOrganization{});
        host = addHost(QStringLiteral("a"), zoneName, hours);
        type.organization = organization;
        type.owner = host;
        type.hosts = {host};
        type.minimumNoticeMinutes = 0;
    }

    int addHost(const QString &slug, const QString &zoneName, WorldInterval hours)
    {
        WorldUser user;
        user.slug = slug;
        user.email = slug + QStringLiteral("@example.com");
        user.timezone = zoneName;
        user.organization = organization;
        const int added = world.add(user);
        WorldSchedule schedule{noId, added, QStringLiteral("Hours"), true, zoneName, {}};
        for (int weekday = 1; weekday <= 7; ++weekday)
            schedule.rules.append({weekday, {}, {hours}});
        world.add(schedule);
        return added;
    }

    const WorldEventType &added()
    {
        if (type.id == noId)
            type.id = world.add(type);
        return world.eventTypes()[static_cast<size_t>(type.id)];
    }

    QList<WorldSlot> find(const char *from, const char *to) { return findSlots(world, added(), utc(from), utc(to)); }

    int meet(const char *start, int minutes = 30)
    {
        WorldMeeting meeting;
        meeting.eventType = added().id;
        meeting.organization = organization;
        meeting.hosts = type.hosts;
        meeting.start = utc(start);
        meeting.end = meeting.start + WorldTime(minutes) * 60000;
        meeting.inviteesLimit = type.inviteesLimit;
        const int id = world.add(meeting);
        invite(id);
        return id;
    }

    void invite(int meeting)
    {
        WorldInvitee invitee;
        invitee.meeting = meeting;
        invitee.email = QStringLiteral("guest@example.org");
        world.add(invitee);
    }

    World world;
    WorldEventType type;
    int organization = noId;
    int host = noId;
};

} // namespace

class TestSlotFinder : public QObject
{
    Q_OBJECT

private slots:
    void clockChange_skipsAndRepeatsWhatTheClockDoes_data()
    {
        QTest::addColumn<QString>("zoneName");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("count");
        QTest::newRow("Berlin, forward") << "Europe/Berlin" << QDate(2026, 3, 29) << 10;
        QTest::newRow("Berlin, back") << "Europe/Berlin" << QDate(2026, 10, 25) << 14;
        QTest::newRow("New York, forward") << "America/New_York" << QDate(2026, 3, 8) << 10;
        QTest::newRow("New York, back") << "America/New_York" << QDate(2026, 11, 1) << 14;
        QTest::newRow("Lord Howe, half an hour forward") << "Australia/Lord_Howe" << QDate(2026, 10, 4) << 11;
        QTest::newRow("Lord Howe, half an hour back") << "Australia/Lord_Howe" << QDate(2026, 4, 5) << 13;
        QTest::newRow("Kathmandu, never") << "Asia/Kathmandu" << QDate(2026, 3, 29) << 12;
    }

    void clockChange_skipsAndRepeatsWhatTheClockDoes()
    {
        QFETCH(QString, zoneName);
        QFETCH(QDate, date);
        QFETCH(int, count);
        const QByteArray now = date.addDays(-20).toString(Qt::ISODate).toLatin1() + "T12:00:00Z";
        SmallWorld small(now.constData(), zoneName, {0, 6 * 60});
        const QTimeZone zone = *zoneNamed(zoneName);
        const WorldTime from = startOfDayUtc(date, zone).toMSecsSinceEpoch();
        const auto found = findSlots(small.world, small.added(), from, from + WorldTime(12) * 3600000);
        QCOMPARE(found.size(), count);
        for (qsizetype i = 0; i < found.size(); ++i) {
            const QDateTime shown = wallClock(QDateTime::fromMSecsSinceEpoch(found.at(i).start, Qt::UTC), zone);
            QCOMPARE(shown.date(), date);
            QCOMPARE(shown.time().minute() % 30, 0);
            QVERIFY(shown.time().hour() < 6);
            QCOMPARE(found.at(i).start, from + i * 30 * 60000); // no time is lost and none is told twice
        }
    }

    void clockChange_keepsStartsOnTheFullHour()
    {
        SmallWorld small("2026-09-20T00:00:00Z", QStringLiteral("Australia/Lord_Howe"), {0, 6 * 60});
        small.type.startIncrementMinutes = 60;
        const QTimeZone zone = *zoneNamed(QStringLiteral("Australia/Lord_Howe"));
        const WorldTime from = startOfDayUtc(QDate(2026, 10, 4), zone).toMSecsSinceEpoch();
        QStringList shown;
        for (const WorldSlot &slot : findSlots(small.world, small.added(), from, from + WorldTime(8) * 3600000))
            shown += wallClock(QDateTime::fromMSecsSinceEpoch(slot.start, Qt::UTC), zone)
                         .toString(QStringLiteral("HH:mm"));
        // 02:00 does not exist that day.
        QCOMPARE(shown.join(u' '), QStringLiteral("00:00 01:00 03:00 04:00 05:00"));
    }

    void zoneWithQuarterHours_isCounted()
    {
        SmallWorld small("2026-11-20T00:00:00Z", QStringLiteral("Asia/Kathmandu"));
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).first(), QStringLiteral("03:15"));
    }

    void hoursInTheGap_endWhereTheClockJumps()
    {
        SmallWorld small("2026-03-20T00:00:00Z", QStringLiteral("Europe/Berlin"), {60, 150}); // 01:00 to 02:30
        QCOMPARE(texts(small.find("2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z")).join(u' '),
                 QStringLiteral("00:00 00:30"));
        SmallWorld inside("2026-03-20T00:00:00Z", QStringLiteral("Europe/Berlin"), {130, 170}); // wholly skipped
        QVERIFY(inside.find("2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z").isEmpty());
    }

    void dateRule_beatsWeekdayInWhateverOrder()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        WorldSchedule &schedule = small.world.editSchedule(0);
        schedule.rules.prepend({0, QDate(2026, 11, 23), {{14 * 60, 15 * 60}}});
        schedule.rules.append({0, QDate(2026, 11, 24), {}});
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("14:00 14:30"));
        QVERIFY(small.find("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").isEmpty());
    }

    void meeting_takesItsTimeAndItsBuffers()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.type.bufferBeforeMinutes = 10;
        small.type.bufferAfterMinutes = 15;
        small.meet("2026-11-23T10:00:00Z");
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("09:00 11:00 11:30"));
    }

    void withoutBuffers_meetingsTouch()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.meet("2026-11-23T10:00:00Z");
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("09:00 09:30 10:30 11:00 11:30"));
    }

    void externalBusy_blocksEvenWhenItIsLong()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.world.add(WorldExternalBusy{small.host, utc("2026-11-15T00:00:00Z"), utc("2026-11-23T10:10:00Z"), false});
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("10:30 11:00 11:30"));
    }

    void notice_hidesWhatIsTooSoon()
    {
        SmallWorld small("2026-11-23T09:10:00Z");
        small.type.minimumNoticeMinutes = 60;
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).first(), QStringLiteral("10:30"));
    }

    void daysAhead_endTheOffer()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.type.daysAhead = 3;
        QVERIFY(!small.find("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z").isEmpty());
        QVERIFY(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z").isEmpty());
    }

    void switchedOffDeletedOrPoll_hasNoSlots()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.added();
        small.world.editEventType(small.type.id).active = false;
        QVERIFY(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z").isEmpty());
        small.world.editEventType(small.type.id).active = true;
        small.world.editEventType(small.type.id).poll = true;
        QVERIFY(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z").isEmpty());
        small.world.editEventType(small.type.id).poll = false;
        QVERIFY(!small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z").isEmpty());
    }

    void cancellation_freesTheSlot()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        const int meeting = small.meet("2026-11-23T10:00:00Z");
        QVERIFY(!slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z")));
        QCOMPARE(cancelByHost(small.world, meeting, QStringLiteral("A"), QString()), CancelAnswer::Ok);
        QVERIFY(slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z")));
    }

    void group_hasPlacesUntilItIsFull()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.type.group = true;
        small.type.inviteesLimit = 3;
        QCOMPARE(slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z"))->inviteesRemaining, 3);
        const int meeting = small.meet("2026-11-23T10:00:00Z");
        QCOMPARE(slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z"))->inviteesRemaining, 2);
        small.invite(meeting);
        small.invite(meeting);
        QVERIFY(!slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z")));
        QVERIFY(slotAt(small.world, small.added(), utc("2026-11-23T10:30:00Z")));
        QCOMPARE(cancelByInvitee(small.world, 1, QString()), CancelAnswer::Ok);
        QCOMPARE(slotAt(small.world, small.added(), utc("2026-11-23T10:00:00Z"))->inviteesRemaining, 1);
    }

    void collective_needsEverybodyAndRoundRobinAnybody()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        const int other = small.addHost(QStringLiteral("b"), QStringLiteral("UTC"), {10 * 60, 13 * 60});
        small.type.hosts.append(other);
        small.type.pooling = WorldPooling::Collective;
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("10:00 10:30 11:00 11:30"));
        small.world.add(WorldExternalBusy{other, utc("2026-11-23T10:00:00Z"), utc("2026-11-23T11:00:00Z"), true});
        QCOMPARE(texts(small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).join(u' '),
                 QStringLiteral("11:00 11:30"));

        small.world.editEventType(small.type.id).pooling = WorldPooling::RoundRobin;
        const auto any = small.find("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
        QCOMPARE(texts(any).join(u' '), QStringLiteral("09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30"));
        QCOMPARE(any.first().freeHosts, QList<int>{small.host});
        QCOMPARE(any.last().freeHosts, QList<int>{other});
        QCOMPARE(any.at(4).freeHosts.size(), 2);
    }

    void share_changesHoursAndLength()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        WorldShareOverride share;
        share.rules = QList<WorldRule>{{1, {}, {{15 * 60, 16 * 60}}}};
        share.timezone = QStringLiteral("Asia/Kathmandu");
        share.startDate = QDate(2026, 11, 23);
        share.endDate = QDate(2026, 11, 23);
        const auto found = findSlots(small.world, small.added(), utc("2026-11-20T00:00:00Z"),
                                     utc("2026-12-20T00:00:00Z"), {60, &share, noId});
        QCOMPARE(texts(found).join(u' '), QStringLiteral("09:15"));
    }

    void busyTimes_areSortedAndNameMeetings()
    {
        SmallWorld small("2026-11-20T00:00:00Z");
        small.type.bufferAfterMinutes = 15;
        const int meeting = small.meet("2026-11-23T10:00:00Z");
        small.world.add(WorldExternalBusy{small.host, utc("2026-11-23T08:00:00Z"), utc("2026-11-23T08:30:00Z"), false});
        small.world.add(WorldExternalBusy{small.host, utc("2026-11-23T12:00:00Z"), utc("2026-11-23T12:30:00Z"), true});
        small.world.add(WorldExternalBusy{small.host, utc("2026-11-25T12:00:00Z"), utc("2026-11-25T12:30:00Z"), false});
        const auto busy = busyTimes(small.world, small.host, utc("2026-11-23T00:00:00Z"), utc("2026-11-24T00:00:00Z"));
        QCOMPARE(busy.size(), 3);
        QCOMPARE(busy.at(0).kind, WorldBusyTime::Kind::External);
        QCOMPARE(busy.at(1).kind, WorldBusyTime::Kind::Calendly);
        QCOMPARE(busy.at(1).meeting, meeting);
        QCOMPARE(busy.at(1).bufferedEnd, utc("2026-11-23T10:45:00Z"));
        QCOMPARE(busy.at(2).kind, WorldBusyTime::Kind::Reserved);
        cancelByHost(small.world, meeting, QStringLiteral("A"), QString());
        QCOMPARE(busyTimes(small.world, small.host, utc("2026-11-23T00:00:00Z"), utc("2026-11-24T00:00:00Z")).size(),
                 2);
    }
};

QTEST_GUILESS_MAIN(TestSlotFinder)
#include "tst_slotfinder.moc"
