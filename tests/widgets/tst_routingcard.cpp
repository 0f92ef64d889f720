// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityservice.h"
#include "dialogfixture.h"
#include "enterpriseapi.h"
#include "erasure.h"
#include "erasureservice.h"
#include "membertable.h"
#include "organizationservices.h"
#include "routingformsapi.h"
#include "routingsection.h"
#include "routingservice.h"
#include "teamservice.h"

#include <algorithm>

/// What was sent with a routing form, as its card tells it.
class TestRoutingCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void submissions_nameColleaguesTypesAndEachTag()
    {
        DialogFixture fixture;
        QVERIFY(fixture.start());
        World &world = fixture.world.calendly->world();
        const auto &types = world.eventTypes();
        const int theo = world.userBySlug(QStringLiteral("theo"))->id;
        const auto his = std::find_if(types.begin(), types.end(), [theo](const WorldEventType &type) { return type.hosts == QList<int>{theo} && type.profileKnown; });
        QVERIFY(his != types.end());
        const QString name = his->name;
        const QUrl uri(world.uri(World::Thing::EventType, his->id));
        WorldSubmission sent = world.submissions().front();
        sent.eventType = his->id;
        sent.invitee = noId;
        sent.tracking = {};
        sent.tracking.utmMedium = QStringLiteral("mail");
        sent.tracking.utmContent = QStringLiteral("footer");
        sent.tracking.utmTerm = QStringLiteral("brand");
        sent.tracking.salesforceUuid = QStringLiteral("00Q123");
        sent.createdAt = world.now();
        world.add(sent);
        sent.createdAt -= 1000;
        world.add(sent);

        Program &program = *fixture.world.program;
        const Clock clock = fixture.world.clock.clock();
        RoutingFormsApi formsApi(program.client);
        EnterpriseApi enterpriseApi(program.client);
        MemberTable members(program.database);
        Erasure erasure(program.database);
        TeamService team({.organization = program.organizationApi,
                          .eventTypes = program.eventTypesApi,
                          .availability = program.availabilityApi,
                          .meetings = program.meetingsApi,
                          .table = members,
                          .writes = program.account.writes(),
                          .clock = clock});
        RoutingService routing(formsApi, clock);
        ActivityService activity(enterpriseApi, clock);
        ErasureService eraser(enterpriseApi, erasure, program.account.writes());
        const OrganizationServices organization{.team = team, .routing = routing, .activity = activity, .erasure = eraser};
        fixture.parts->organization = &organization;
        RoutingSection section(*fixture.parts, *fixture.toasts, &fixture.window);
        section.resize(fixture.window.size());
        section.show();
        section.refresh();

        const QString led = QStringLiteral("Event type “%1” of Theo Marchetti").arg(name);
        QTRY_COMPARE(DialogFixture::wordsOf(&section).count(led), 2);
        const QStringList words = DialogFixture::wordsOf(&section).split(u'\n');
        for (const char *word : {"utm_medium", "utm_content", "utm_term", "salesforce_uuid", "mail", "footer", "brand", "00Q123"})
            QCOMPARE(words.count(QLatin1String(word)), 2);
        QVERIFY2(words.contains(QStringLiteral("Event type “30 min intro”")), "one's own need no owner");
        QCOMPARE(fixture.sent(QStringLiteral("GET ") + uri.path()), 1);
    }
};

QTEST_MAIN(TestRoutingCard)
#include "tst_routingcard.moc"
