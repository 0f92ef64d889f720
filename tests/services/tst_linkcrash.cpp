// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"
#include "linkworld.h"

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

    /// However far it came: the ledger has every link whose answer came, and none is made again without being asked.
    void killedAtAnyMoment()
    {
        constexpr int each = 5;
        const int kills = killsWanted(4);
        LinkWorld world;
        QVERIFY(world.start());
        const QUrl type = world.type.uri;
        const int before = world.made();
        for (int kill = 0; kill < kills; ++kill) {
            world.quitProgram();
            const int made = world.made();
            const qsizetype listed = kill * each;
            QVERIFY(runAndKill(world, type, each));
            world.startProgram();
            QVERIFY(world.signIn());
            QVERIFY2(!world.program->account.rescue().happened(), "the store had to be set aside");
            QCOMPARE(integrityOf(world.program->database), QStringLiteral("ok"));
            LinkBatch &batch = world.batch();
            QVERIFY(batch.orders().size() == each || (batch.orders().isEmpty() && world.made() == made));
            const int unknown = batch.count(Item::Unknown);
            QVERIFY(unknown <= 1);
            QVERIFY(batch.count(Item::Made) == world.made() - made || batch.count(Item::Made) + unknown == world.made() - made);
            if (batch.orders().isEmpty())
                QVERIFY(batch.start(world.type, LinkWorld::labels(each)));
            else
                batch.resume();
            QVERIFY(world.stands());
            QCOMPARE(batch.count(Item::Unknown), unknown); // not made again unless the user says so
            QCOMPARE(batch.count(Item::Made), each - unknown);
            batch.retryUnknown();
            QVERIFY(world.stands());
            batch.clear();
            QCOMPARE(world.ledger().size(), listed + each);
        }
        QVERIFY(world.made() - before <= kills * (each + 1));
    }

private:
    /// Makes so many links in another process, which ends when the server has seen some of them.
    static bool runAndKill(LinkWorld &world, const QUrl &type, int each)
    {
        QStringList arguments{world.profile.path(), world.calendly.url().toString(), world.calendly.token(), type.toString()};
        arguments += LinkWorld::labels(each);
        const int until = world.sent() + QRandomGenerator::global()->bounded(1, each + 1);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral(LINK_RUNNER), arguments);
        return killOnce(child, [&] { return world.sent() >= until; });
    }
};

QTEST_GUILESS_MAIN(TestLinkCrash)
#include "tst_linkcrash.moc"
