// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguetypes.h"
#include "membertable.h"
#include "serviceworld.h"
#include "teamservice.h"

#include <QTest>

#include <algorithm>

/// Whose types the quick palette shows for what was typed.
class TestColleagueTypes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(10);
        QVERIFY(m_world->startSignedIn());
        for (const char *name : {"Kaya Alder", "Kaya Birch", "Kaya Cedar", "Kaya Dogwood"})
            addColleague(QString::fromLatin1(name));
        Program &program = *m_world->program;
        m_table = std::make_unique<MemberTable>(program.database);
        m_team = std::make_unique<TeamService>(TeamParts{.organization = program.organizationApi,
                                                         .eventTypes = program.eventTypesApi,
                                                         .availability = program.availabilityApi,
                                                         .meetings = program.meetingsApi,
                                                         .table = *m_table,
                                                         .writes = program.account.writes(),
                                                         .clock = m_world->clock.clock()});
        m_types = std::make_unique<ColleagueTypes>(*m_team, m_world->clock.clock(), nullptr);
        m_types->readMembers(self());
        QTRY_COMPARE(m_team->members().size(), 11);
        m_world->calendly->clearRequests();
    }

    void cleanup()
    {
        m_types.reset();
        m_team.reset();
        m_table.reset();
        m_world.reset();
    }

    void oneOfMany_isFoundByTheNextWord()
    {
        find(QStringLiteral("kaya bi"));
        QTRY_COMPARE(owners(QStringLiteral("kaya bi")), QStringList{QStringLiteral("Kaya Birch")});
        QTRY_COMPARE(owners(QStringLiteral("kaya birch coffee")), QStringList{QStringLiteral("Kaya Birch")});
        QCOMPARE(asked(), 1);
    }

    void manyOfOneName_areTooMany()
    {
        find(QStringLiteral("kaya"));
        find(QStringLiteral("kaya coffee"));
        find(QStringLiteral("june")); // takes the place of what was wished for before
        QTRY_VERIFY(!owners(QStringLiteral("june")).isEmpty());
        QVERIFY(owners(QStringLiteral("kaya")).isEmpty() && owners(QStringLiteral("kaya coffee")).isEmpty());
        QCOMPARE(asked(), 1);
    }

private:
    User self() const { return m_world->program->account.account()->user; }
    int asked() const { return int(m_world->calendly->requests(QStringLiteral("GET /event_types")).size()); }

    void find(const QString &typed) { m_types->want(typed, self().uri); }

    QStringList owners(const QString &typed) const
    {
        QStringList owners;
        for (const QuickHit &hit : m_types->hits(typed, self().uri))
            owners.append(hit.owner);
        owners.removeDuplicates();
        return owners;
    }

    /// Somebody in the demo person's organization, with a type of their own.
    void addColleague(const QString &name)
    {
        World &world = m_world->calendly->world();
        WorldUser person = m_world->calendly->demoPerson();
        const int demo = person.id;
        person.name = name;
        person.slug = QString(name).replace(u' ', u'-').toLower();
        person.email = person.slug + QStringLiteral("@northlight.example");
        const int user = world.add(person);
        WorldMembership membership;
        membership.organization = person.organization;
        membership.user = user;
        membership.createdAt = world.now();
        world.add(membership);
        const auto &types = world.eventTypes();
        WorldEventType type = *std::find_if(types.begin(), types.end(), [demo](const WorldEventType &each) {
            return each.hosts == QList<int>{demo} && each.active && !each.deletedAt && !each.secret;
        });
        type.name = QStringLiteral("Coffee");
        type.owner = user;
        type.hosts = {user};
        world.add(type);
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MemberTable> m_table;
    std::unique_ptr<TeamService> m_team;
    std::unique_ptr<ColleagueTypes> m_types;
};

QTEST_MAIN(TestColleagueTypes)
#include "tst_colleaguetypes.moc"
