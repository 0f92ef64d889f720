// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkworld.h"

#include <QProcess>

using sandbox::Fault;
using Item = LinkOrder::State;

/// A program that is killed in the middle of making fifty links, as a real process, and what the next start makes of it.
class TestLinkCrash : public QObject
{
    Q_OBJECT

private slots:
    void killedWhileMakingLinks_data()
    {
        QTest::addColumn<Fault::Kind>("fault");
        QTest::addColumn<bool>("done");
        QTest::newRow("before Calendly made it") << Fault::Kind::Hang << false;
        QTest::newRow("after Calendly made it") << Fault::Kind::Late << true;
    }

    void killedWhileMakingLinks()
    {
        QFETCH(Fault::Kind, fault);
        QFETCH(bool, done);
        constexpr int all = 50;
        LinkWorld world;
        QVERIFY(world.start());
        const int before = world.made();
        const QUrl type = world.type.uri;
        world.quitProgram();

        QProcess child;
        QStringList arguments{world.profile.path(), world.calendly.url().toString(), world.calendly.token(), type.toString()};
        arguments += LinkWorld::labels(all);
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral(LINK_RUNNER), arguments);
        QTRY_VERIFY_WITH_TIMEOUT(world.sent() >= 20, 120000);
        // Nothing is answered but within a wait: the next request is the one that hangs.
        Fault hanging = faultOf(fault);
        hanging.wait = std::chrono::minutes(2);
        world.calendly->failNext(makingLink, hanging);
        const int whole = world.sent();
        QTRY_COMPARE_WITH_TIMEOUT(world.sent(), whole + 1, 60000);
        child.kill();
        QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 30000);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(world.made() - before, whole + (done ? 1 : 0));

        world.startProgram();
        QVERIFY(world.signIn());
        QCOMPARE(world.batch().cause(), LinkBatch::Cause::Restarted);
        QCOMPARE(world.batch().orders().size(), all);
        QCOMPARE(world.batch().count(Item::Made), whole);
        QCOMPARE(world.batch().count(Item::Unknown), 1);
        QCOMPARE(world.batch().count(Item::Waiting), all - whole - 1);
        QCOMPARE(world.sent(), whole + 1);
        QCOMPARE(world.program->links.totals().unknown, 1);

        world.batch().resume();
        QVERIFY(world.stands());
        QCOMPARE(world.batch().count(Item::Made), all - 1);
        QCOMPARE(world.batch().count(Item::Unknown), 1); // not made again unless the user says so
        world.batch().retryUnknown();
        QVERIFY(world.stands());
        QCOMPARE(world.batch().count(Item::Made), all);
        QCOMPARE(world.ledger(), LinkWorld::sorted(LinkWorld::labels(all)));
        QCOMPARE(world.made() - before, all + (done ? 1 : 0));
        QCOMPARE(world.program->links.totals(), (LinkTotals{.open = all}));
    }
};

QTEST_GUILESS_MAIN(TestLinkCrash)
#include "tst_linkcrash.moc"
