// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityservice.h"
#include "enterpriseapi.h"
#include "serviceworld.h"

#include <QTest>

/// The activity log of an organization, read page by page also where a page repeats what the one before held.
class TestActivityService : public QObject
{
    Q_OBJECT

private slots:
    void whatThePageBeforeHeld_isListedOnce()
    {
        ServiceWorld world(10);
        QVERIFY(world.startServer());
        world.startProgram();
        world.program->account.openWithToken(world.calendly->personalAccessToken(QStringLiteral("ottilie")).toLatin1());
        QTRY_COMPARE(world.program->account.state(), AccountService::State::Ready);
        EnterpriseApi api(world.program->client);
        world.calendly->failAlways(QStringLiteral("GET /activity_log_entries"), faultOf(sandbox::Fault::Kind::Endless));
        ActivityService service(api, world.clock.clock());
        service.search(world.program->account.account()->user, {});
        QTRY_VERIFY(!service.reading().underWay);
        const QList<ActivityEntry> first = service.entries();
        QVERIFY(!first.isEmpty() && service.hasEarlier());

        service.readEarlier();
        QTRY_VERIFY(!service.reading().underWay);
        QVERIFY(!service.reading().problem);
        QCOMPARE(service.entries(), first);
    }
};

QTEST_GUILESS_MAIN(TestActivityService)
#include "tst_activityservice.moc"
