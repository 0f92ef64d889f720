// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingquery.h"
#include "worldjson.h"
#include "worldtest.h"
#include "zones.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace {

/// All meetings and invitees as the API would write them.
QByteArray written(const World &world)
{
    QByteArray text;
    for (const WorldMeeting &meeting : world.meetings())
        text += QJsonDocument(toJson(meeting, world)).toJson(QJsonDocument::Compact);
    for (const WorldInvitee &invitee : world.invitees())
        text += QJsonDocument(toJson(invitee, world)).toJson(QJsonDocument::Compact);
    return text;
}

QList<int> pagedMeetings(const World &world, WorldMeetingQuery query)
{
    QList<int> all;
    for (;;) {
        const MeetingPage page = findMeetings(world, query);
        all += page.meetings;
        if (!page.more)
            return all;
        query.after = keyOf(world.meetings()[static_cast<size_t>(page.meetings.last())]);
    }
}

} // namespace

class TestWorld : public QObject
{
    Q_OBJECT

private slots:
    void sameSeed_givesTheSameWorld()
    {
        const QByteArray first = written(World::fromSeed(seedOf(7, 400)));
        QCOMPARE(first, written(World::fromSeed(seedOf(7, 400))));
        QVERIFY(first != written(World::fromSeed(seedOf(8, 400))));
    }

    void seed_hasAsManyMeetingsAsAskedFor()
    {
        QCOMPARE(World::fromSeed(seedOf(1, 1200)).meetings().size(), size_t(1200));
        QCOMPARE(World::fromSeed(seedOf(3, 57)).meetings().size(), size_t(57));
        QCOMPARE(World::fromSeed(seedOf(2, 100000)).meetings().size(), size_t(100000));
    }

    void seed_fillsTwoYearsInOrder()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        const std::vector<int> &sorted = world.meetingsOfOrganization(0);
        QVERIFY(std::is_sorted(sorted.begin(), sorted.end(), [&world](int left, int right) {
            return keyOf(world.meetings()[static_cast<size_t>(left)])
                < keyOf(world.meetings()[static_cast<size_t>(right)]);
        }));
        QVERIFY(world.meetings()[static_cast<size_t>(sorted.front())].start < utc("2025-07-01T00:00:00Z"));
        QVERIFY(world.meetings()[static_cast<size_t>(sorted.back())].start > utc("2027-04-20T00:00:00Z"));
    }

    void seed_hasEveryKindOfThing()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        QSet<QString> places;
        int noNames = 0;
        int notes = 0;
        for (const WorldMeeting &meeting : world.meetings()) {
            places.insert(meeting.place.kind);
            noNames += meeting.name.isNull() ? 1 : 0;
            notes += meeting.notes.isNull() ? 0 : 1;
            QVERIFY(meeting.createdAt <= world.now());
            QVERIFY(!meeting.hosts.isEmpty());
            QVERIFY(!meeting.invitees.isEmpty());
        }
        QCOMPARE(places.size(), 11); // ten kinds, and none
        QVERIFY(noNames > 0);
        QVERIFY(notes > 10);
        const auto &all = world.invitees();
        const auto count = [&all](auto test) { return std::count_if(all.begin(), all.end(), test); };
        QVERIFY(count([](const WorldInvitee &one) { return one.payment.has_value(); }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.noShow != noId; }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.rescheduled; }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.reconfirmation.has_value(); }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.timezone.isNull(); }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return !one.textReminderNumber.isNull(); }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return !one.tracking.utmContent.isNull(); }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.cancellation && one.cancellation->byHost; }) > 10);
        QVERIFY(count([](const WorldInvitee &one) { return one.cancellation && !one.cancellation->byHost; }) > 10);
    }

    void seed_usesOnlyDomainsThatCannotExist()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        const auto harmless = [](const QString &email) {
            return email.endsWith(QLatin1String(".example")) || email.endsWith(QLatin1String("@example.com"))
                || email.endsWith(QLatin1String("@example.org")) || email.endsWith(QLatin1String(".example.org"));
        };
        for (const WorldInvitee &invitee : world.invitees())
            QVERIFY2(harmless(invitee.email), qPrintable(invitee.email));
        for (const WorldUser &user : world.users())
            QVERIFY2(harmless(user.email), qPrintable(user.email));
    }

    void timeZonesOfTheSeed_areKnown()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        for (const WorldInvitee &invitee : world.invitees())
            QVERIFY2(invitee.timezone.isNull() || zoneNamed(invitee.timezone), qPrintable(invitee.timezone));
    }

    void todayOfTheScript_isAsPictured()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        WorldMeetingQuery query;
        query.user = mara(world).id;
        query.minStart = utc("2026-11-20T00:00:00Z");
        query.maxStart = utc("2026-11-20T23:00:00Z");
        QStringList rows;
        for (const int id : findMeetings(world, query).meetings) {
            const WorldMeeting &meeting = world.meetings()[static_cast<size_t>(id)];
            const WorldInvitee &invitee = world.invitees()[static_cast<size_t>(meeting.invitees.first())];
            rows += timeText(meeting.start).mid(11, 5) + u' ' + meeting.name + u' '
                + (meeting.invitees.size() > 1 ? QString::number(meeting.invitees.size()) : invitee.name)
                + (meeting.cancellation ? QStringLiteral(" canceled") : QString())
                + (invitee.noShow != noId ? QStringLiteral(" no-show") : QString());
        }
        const QStringList pictured{QStringLiteral("08:00 15 min check-in Tomasz Wilk no-show"),
                                   QStringLiteral("09:30 30 min intro Ana Ruiz"),
                                   QStringLiteral("10:30 Portfolio review Jonas Berg"),
                                   QStringLiteral("12:00 Product demo Kenji Watanabe"),
                                   QStringLiteral("12:30 Coaching session Priya Nair"),
                                   QStringLiteral("13:30 30 min intro Lena Fischer canceled"),
                                   QStringLiteral("15:00 Office hours 5"),
                                   QStringLiteral("16:00 Phone call back Marcus Bell")};
        QCOMPARE(rows, pictured);
    }

    void onAnyDay_todayHasTheSameMeetings()
    {
        for (int day = 0; day < 9; ++day) {
            WorldSeed seed = seedOf(1, 200);
            seed.nowUtc = seed.nowUtc.addDays(day * 37);
            const World world = World::fromSeed(seed);
            WorldMeetingQuery query;
            query.user = mara(world).id;
            query.minStart = seed.nowUtc.addSecs(-4 * 3600).toMSecsSinceEpoch();
            query.maxStart = seed.nowUtc.addSecs(9 * 3600).toMSecsSinceEpoch();
            QCOMPARE(findMeetings(world, query).meetings.size(), 8);
        }
    }

    void movedTwice_isAChain()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        QList<int> chain = world.inviteesOf(QStringLiteral("Emily@Hart.example"));
        QCOMPARE(chain.size(), 3);
        const auto &first = world.invitees()[static_cast<size_t>(chain.at(0))];
        const auto &second = world.invitees()[static_cast<size_t>(first.newInvitee)];
        const auto &third = world.invitees()[static_cast<size_t>(second.newInvitee)];
        QCOMPARE(second.oldInvitee, first.id);
        QCOMPARE(third.oldInvitee, second.id);
        QVERIFY(first.rescheduled && second.rescheduled && !third.rescheduled);
        QVERIFY(first.cancellation && second.cancellation && !third.cancellation);
    }

    void uuid_leadsBackToItsIdAndOnlyThere()
    {
        const World world = World::fromSeed(seedOf(1, 300));
        QSet<QString> seen;
        for (const WorldMeeting &meeting : world.meetings()) {
            const QString uuid = world.uuid(World::Thing::Meeting, meeting.id);
            QCOMPARE(world.meeting(uuid), &meeting);
            QVERIFY(!world.invitee(uuid));
            seen.insert(uuid);
        }
        QCOMPARE(seen.size(), 300);
        QString changed = world.uuid(World::Thing::Meeting, 5);
        changed[35] = changed.at(35) == u'0' ? u'1' : u'0';
        QVERIFY(!world.meeting(changed));
        QVERIFY(!world.meeting(u"no-uuid"));
        QCOMPARE(world.idOfUri(World::Thing::Invitee, world.inviteeUri(9)), 9);
        QCOMPARE(world.idOfUri(World::Thing::EventType, world.uri(World::Thing::Meeting, 3)), noId);
    }

    void pages_coverEverythingOnceInBothDirections()
    {
        const World world = World::fromSeed(seedOf(1, 500));
        WorldMeetingQuery query;
        query.organization = 0;
        query.limit = 7;
        const QList<int> up = pagedMeetings(world, query);
        const std::vector<int> &sorted = world.meetingsOfOrganization(0);
        QVERIFY(std::equal(up.begin(), up.end(), sorted.begin(), sorted.end()));
        query.descending = true;
        QList<int> down = pagedMeetings(world, query);
        std::reverse(down.begin(), down.end());
        QCOMPARE(down, up);
    }

    void frozenView_neitherShowsNewRowsNorLosesOldOnes()
    {
        World world = World::fromSeed(seedOf(1, 300));
        WorldMeetingQuery query;
        query.user = mara(world).id;
        query.status = WorldMeetingQuery::Status::Active;
        query.minStart = world.now();
        query.limit = 5;
        query.view = world.sequence();
        const QList<int> before = pagedMeetings(world, query);
        const BookingRequest request = introRequest(world);
        QVERIFY(std::holds_alternative<int>(book(world, request)));
        QCOMPARE(cancelByHost(world, before.at(7), QStringLiteral("Mara"), QString()), CancelAnswer::Ok);
        QCOMPARE(pagedMeetings(world, query), before);
        query.view = world.sequence();
        const QList<int> after = pagedMeetings(world, query);
        QCOMPARE(after.size(), before.size());
        QVERIFY(!after.contains(before.at(7)));
    }

    void emailFilter_findsWhoBookedLast()
    {
        World world = World::fromSeed(seedOf(1, 300));
        WorldMeetingQuery query;
        query.user = mara(world).id;
        query.inviteeEmail = QStringLiteral("ADA@example.org");
        QVERIFY(findMeetings(world, query).meetings.isEmpty());
        const BookingAnswer booked = book(world, introRequest(world));
        QCOMPARE(findMeetings(world, query).meetings, QList<int>{meetingOf(world, std::get<int>(booked)).id});
        query.user = world.userBySlug(QStringLiteral("ottilie"))->id;
        QVERIFY(findMeetings(world, query).meetings.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
