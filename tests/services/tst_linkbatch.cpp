// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkworld.h"

using sandbox::Fault;
using Item = LinkOrder::State;

/// Many links at once: none lost, none double, whatever happens.
class TestLinkBatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<LinkWorld>(); }
    void cleanup() { m_world.reset(); }

    void fiftyUnderALimitOfFifty_areAllMadeOnce()
    {
        m_world->calendly.limit(50);
        QVERIFY(m_world->start());
        const int before = m_world->made();
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(50)));
        QVERIFY(m_world->stands());
        QCOMPARE(batch().cause(), LinkBatch::Cause::None);
        QCOMPARE(batch().count(Item::Made), 50);
        QCOMPARE(m_world->made() - before, 50);
        QCOMPARE(m_world->ledger(), LinkWorld::sorted(LinkWorld::labels(50)));
        // Part of the limit stays for the user: Calendly never had to refuse.
        QCOMPARE(m_world->sent(), 50);
    }

    void stopAndResume_makeTheRestOnly()
    {
        QVERIFY(m_world->start());
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(20)));
        QTRY_VERIFY(batch().count(Item::Made) >= 5);
        batch().stop();
        QVERIFY(m_world->stands());
        QCOMPARE(batch().cause(), LinkBatch::Cause::Asked);
        const int made = batch().count(Item::Made);
        QVERIFY(made < 20);
        QCOMPARE(batch().count(Item::Waiting), 20 - made);
        QCOMPARE(m_world->sent(), made);
        batch().resume();
        QVERIFY(m_world->stands());
        QCOMPARE(m_world->sent(), 20);
        QCOMPARE(m_world->ledger(), LinkWorld::sorted(LinkWorld::labels(20)));
    }

    void aLinkThatWaitsForTheLimit_isNotOneThatMayHaveBeenMade()
    {
        m_world->calendly.limit(50);
        QVERIFY(m_world->start());
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(80)));
        QVERIFY(waitsForTheLimit());
        const int made = batch().count(Item::Made);
        m_world->quitProgram();
        QCOMPARE(m_world->sent(), made);
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QCOMPARE(batch().count(Item::Unknown), 0);
        QCOMPARE(batch().count(Item::Waiting), 80 - made);
        QCOMPARE(batch().cause(), LinkBatch::Cause::Restarted);
    }

    void stoppingWhileItWaitsForTheLimit_standsAtOnce()
    {
        m_world->calendly.limit(50);
        QVERIFY(m_world->start());
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(80)));
        QVERIFY(waitsForTheLimit());
        const int made = batch().count(Item::Made);
        batch().stop();
        QCOMPARE(batch().state(), LinkBatch::State::Standing);
        QCOMPARE(batch().cause(), LinkBatch::Cause::Asked);
        QCOMPARE(batch().count(Item::Waiting), 80 - made);
        const QObject watch;
        int taken = 0;
        connect(&batch(), &LinkBatch::changed, &watch, [&] { taken = std::max(taken, m_world->program->links.totals().unknown); });
        batch().resume(); // what was taken back is not sent beside what is sent now
        QVERIFY(m_world->stands());
        QVERIFY2(taken == 0, "a link that is being asked for was taken for one that may have been made");
        QCOMPARE(m_world->sent(), 80);
        QCOMPARE(m_world->ledger(), LinkWorld::sorted(LinkWorld::labels(80)));
    }

    void theTimeForetold_followsTheLimit()
    {
        using namespace std::chrono_literals;
        QCOMPARE(LinkBatch::expected(40, 0, false), 16s);
        QCOMPARE(LinkBatch::expected(40, 50, false), 16s);
        QCOMPARE(LinkBatch::expected(50, 50, false), 60s);
        QCOMPARE(LinkBatch::expected(50, 50, true), 240s);
        QCOMPARE(LinkBatch::expected(50, 500, true), 20s);
    }

    void aLostAnswer_isNotSentAgainByItself()
    {
        QVERIFY(m_world->start());
        m_world->calendly->failNext(makingLink, faultOf(Fault::Kind::Lost));
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(3)));
        QVERIFY(m_world->stands());
        QCOMPARE(batch().count(Item::Unknown), 1);
        QCOMPARE(batch().count(Item::Made), 2);
        QCOMPARE(m_world->sent(), 3);
        batch().resume();
        QCOMPARE(m_world->sent(), 3);
    }

    void aServerInTrouble_stopsTheRunAndRetryFinishesIt()
    {
        QVERIFY(m_world->start());
        m_world->calendly->failAlways(makingLink, faultOf(Fault::Kind::Status, 403));
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(10)));
        QVERIFY(m_world->stands());
        QVERIFY(batch().cause() == LinkBatch::Cause::Trouble || batch().cause() == LinkBatch::Cause::ScopeMissing);
        QVERIFY(m_world->sent() <= 3);
        QCOMPARE(batch().count(Item::Made), 0);
        m_world->calendly->clearFaults();
        batch().retryFailed();
        QVERIFY(m_world->stands());
        QCOMPARE(batch().count(Item::Made), 10);
    }

    void withoutANetwork_everythingWaits()
    {
        QVERIFY(m_world->start());
        m_world->calendly.stop();
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(4)));
        QVERIFY(m_world->stands());
        QCOMPARE(batch().cause(), LinkBatch::Cause::Offline);
        QCOMPARE(batch().count(Item::Waiting), 4);
        QVERIFY(m_world->calendly.start());
        batch().resume();
        QVERIFY(m_world->stands());
        QCOMPARE(batch().count(Item::Made), 4);
    }

    void aFinishedList_staysUntilItIsCleared()
    {
        QVERIFY(m_world->start());
        QVERIFY(batch().start(m_world->type, LinkWorld::labels(2)));
        QVERIFY(m_world->stands());
        QVERIFY(!batch().isOpen());
        m_world->quitProgram();
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QCOMPARE(batch().count(Item::Made), 2);
        QVERIFY(m_world->program->links.entry(batch().orders().first().link));
        batch().clear();
        QCOMPARE(batch().state(), LinkBatch::State::Empty);
        QCOMPARE(m_world->program->links.totals().open, 2);
    }

private:
    LinkBatch &batch() { return m_world->batch(); }
    bool waitsForTheLimit()
    {
        return waitUntil([this] { return batch().count(Item::Made) >= 20 && m_world->program->client.budget().waiting > 0 && batch().count(Item::Sending) == 0; }, 30000);
    }

    std::unique_ptr<LinkWorld> m_world;
};

QTEST_GUILESS_MAIN(TestLinkBatch)
#include "tst_linkbatch.moc"
