// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityservice.h"
#include "colleaguebusytimes.h"
#include "enterpriseapi.h"
#include "erasure.h"
#include "erasureservice.h"
#include "membertable.h"
#include "organizationservices.h"
#include "routingformsapi.h"
#include "routingservice.h"
#include "teamservice.h"
#include "timespans.h"
#include "waiting.h"
#include "windowparts.h"

#include <QTest>

#include <algorithm>

namespace {

const QString theo = QStringLiteral("Theo Marchetti");

} // namespace

/// What is known of colleagues' time, from a Calendly that tells of busy times only what lies ahead.
class ColleagueBusyTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
    }

    void cleanup() { m_world.reset(); }

    void thePastIsNotKnown()
    {
        const Team team(*m_world);
        const TimeRange ahead{m_world->clock.now(), days(0, 1).end};
        const ColleagueTime today = team.timeOf(theo, days(0, 1), [&](const ColleagueTime &time) { return intersected(time.unknown, {ahead}).isEmpty(); });
        QVERIFY(intersected(today.unknown, {ahead}).isEmpty());
        QCOMPARE(united(today.unknown + intersected(today.busy, {past()})), QList<TimeRange>{past()});
        const TimeRange yesterday = days(-1, 0);
        const ColleagueTime before = team.timeOf(theo, yesterday, [](const ColleagueTime &) { return true; });
        QCOMPARE(united(before.unknown + before.busy), QList<TimeRange>{yesterday});
    }

    void ownersSeeMeetingsByName()
    {
        const Team team(*m_world);
        const ColleagueTime week = team.timeOf(theo, days(0, 7), [](const ColleagueTime &time) { return !time.meetings.isEmpty(); });
        QVERIFY(!week.meetings.isEmpty());
        for (const ColleagueMeeting &meeting : week.meetings) {
            QVERIFY(!meeting.name.isEmpty());
            QVERIFY(without(intersected({meeting.range}, {days(0, 7)}), week.busy).isEmpty());
            QVERIFY(intersected({meeting.range}, week.unknown).isEmpty());
        }
    }

    void aFullWeek_isShownToItsEnd()
    {
        const TimeRange week = days(0, 7);
        const QDateTime last = days(6, 7).end.addSecs(-3600);
        QVERIFY(book(theo, last, 1));
        QVERIFY(book(theo, days(2, 3).begin, 130)); // more than one answer holds
        m_world->calendly->clearRequests();
        const Team team(*m_world);
        const ColleagueTime shown = team.timeOf(theo, week, [](const ColleagueTime &time) { return !time.meetings.isEmpty(); });
        QVERIFY(shown.meetings.size() > 130);
        QVERIFY(std::any_of(shown.meetings.begin(), shown.meetings.end(), [&last](const ColleagueMeeting &meeting) { return meeting.range.begin == last; }));
        QCOMPARE(m_world->calendly->requests(QStringLiteral("GET /scheduled_events")).size(), 2);
    }

    void othersDoNotAskForMeetings()
    {
        Program &program = *m_world->program;
        program.account.openWithToken(m_world->calendly->personalAccessToken(QStringLiteral("dev")).toLatin1());
        QTRY_COMPARE(program.account.state(), AccountService::State::Ready);
        const Team team(*m_world);
        m_world->calendly->clearRequests();
        const ColleagueTime week = team.timeOf(theo, days(0, 7), [&](const ColleagueTime &time) { return time.refused || time.unknown == QList<TimeRange>{past()}; });
        QVERIFY(week.meetings.isEmpty());
        QCOMPARE(m_world->calendly->requests(QStringLiteral("GET /scheduled_events")).size(), 0);
    }

private:
    /// The people of the organization of who is signed in, and what is shown of one of them.
    class Team
    {
    public:
        explicit Team(ServiceWorld &world)
            : m_program(*world.program)
            , m_table(m_program.database)
            , m_enterprise(m_program.client)
            , m_routingForms(m_program.client)
            , m_erasureStore(m_program.database)
            , m_team(TeamParts{m_program.organizationApi, m_program.eventTypesApi, m_program.availabilityApi, m_program.meetingsApi, m_table,
                               m_program.account.writes(), world.clock.clock()})
            , m_routing(m_routingForms, world.clock.clock())
            , m_activity(m_enterprise, world.clock.clock())
            , m_erasure(m_enterprise, m_erasureStore, m_program.account.writes())
            , m_organization{m_team, m_routing, m_activity, m_erasure}
            , m_parts(windowParts(world))
        {
            m_parts.organization = &m_organization;
        }

        /// As it is when `settled` says so.
        ColleagueTime timeOf(const QString &name, const TimeRange &range, const std::function<bool(const ColleagueTime &)> &settled) const
        {
            ColleagueBusyTimes times(m_parts, nullptr);
            times.wantColleagues();
            if (!waitUntil([&times] { return !times.colleagues().isEmpty(); }))
                return {};
            const QList<OrganizationMembership> all = times.colleagues();
            times.toggle(std::find_if(all.begin(), all.end(), [&name](const OrganizationMembership &each) { return each.user.name == name; })->user);
            times.read(range);
            waitUntil([&] { return settled(times.in(range).value(0)); });
            return times.in(range).value(0);
        }

    private:
        Program &m_program;
        MemberTable m_table;
        EnterpriseApi m_enterprise;
        RoutingFormsApi m_routingForms;
        Erasure m_erasureStore;
        TeamService m_team;
        RoutingService m_routing;
        ActivityService m_activity;
        ErasureService m_erasure;
        OrganizationServices m_organization;
        MainWindowParts m_parts;
    };

    /// So many meetings of `host`, ten minutes from one to the next.
    bool book(const QString &host, const QDateTime &first, int count)
    {
        World &world = m_world->calendly->world();
        const auto &users = world.users();
        const auto user = std::find_if(users.begin(), users.end(), [&host](const WorldUser &each) { return each.name == host; });
        if (user == users.end() || world.meetingsOfUser(user->id).empty())
            return false;
        WorldMeeting meeting = world.meetings().at(size_t(world.meetingsOfUser(user->id).front()));
        meeting.cancellation.reset();
        meeting.invitees.clear();
        for (int number = 0; number < count; ++number) {
            meeting.start = first.addSecs(number * 600).toMSecsSinceEpoch();
            meeting.end = meeting.start + 600'000;
            world.add(meeting);
        }
        return true;
    }

    TimeRange days(int first, int last) const
    {
        const QDateTime midnight(m_world->clock.now().date(), QTime(0, 0), Qt::UTC);
        return {midnight.addDays(first), midnight.addDays(last)};
    }
    TimeRange past() const { return {days(0, 1).begin, m_world->clock.now()}; }

    std::unique_ptr<ServiceWorld> m_world;
};

QTEST_GUILESS_MAIN(ColleagueBusyTimesTest)
#include "tst_colleaguebusytimes.moc"
