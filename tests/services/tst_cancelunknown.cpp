// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelworld.h"

#include <QSignalSpy>

using sandbox::Fault;
using Cause = CancelQueue::Cause;
using Queue = CancelQueue::State;
using Item = CancelItem::State;

/// Cancellations of which nobody knows what came: after a lost answer, a late one, a restart, or with a clock that is wrong.
class TestCancelUnknown : public QObject
{
    Q_OBJECT

private slots:
    void afterARestartNothingGoesOnByItself()
    {
        CancelWorld world(4);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(1), faultOf(Fault::Kind::Hang));
        QVERIFY(world.queue().start(world.items()));
        QTRY_COMPARE(world.sent(1), 1);
        world.quitProgram();
        world.startProgram();
        QVERIFY(world.signIn());
        QCOMPARE(world.queue().state(), Queue::Standing);
        QCOMPARE(world.queue().cause(), Cause::Restarted);
        QCOMPARE(world.state(0), Item::Canceled);
        QCOMPARE(world.state(1), Item::Unknown);
        QCOMPARE(world.queue().count(Item::Waiting), 2);
        QCOMPARE(world.sent(), 2);

        world.queue().check(false);
        QVERIFY(world.stands());
        QTRY_COMPARE(world.state(1), Item::Failed);
        QCOMPARE(world.sent(), 2);
        world.queue().resume();
        QVERIFY(world.stands());
        QCOMPARE(world.sent(1), 1);
        QCOMPARE(world.queue().count(Item::Canceled), 3);
    }

    void checkingAndTryingAgainSendsOnlyWhatStillStands()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), faultOf(Fault::Kind::Lost));
        world.calendly->failNext(world.cancellationOf(1), faultOf(Fault::Kind::Drop));
        for (const int number : {0, 1})
            world.calendly->failAlways(world.lookAt(number), faultOf(Fault::Kind::Drop));
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Unknown), 2);
        world.calendly->clearFaults();
        world.queue().check(true);
        QTRY_COMPARE(world.queue().count(Item::Canceled), 3);
        QCOMPARE(world.sent(0), 1);
        QCOMPARE(world.sent(1), 2);
    }

    void whatCalendlyCancelsAfterOurPatience_isNotCalledUndone()
    {
        CancelWorld world(1);
        world.limits.idle = std::chrono::seconds(1);
        world.looks.after = {std::chrono::milliseconds(50), std::chrono::milliseconds(3500)};
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), delay(std::chrono::seconds(3)));
        QSignalSpy found(&world.queue(), &CancelQueue::lookedAgain);
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Unknown);
        QVERIFY(!world.isCanceled(0));
        QVERIFY(world.queue().looksAgain(world.booked[0]));
        world.queue().check(true);
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Unknown);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(0), Item::Canceled, 20000);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<CancelItem>().state, Item::Canceled);
        QVERIFY(!world.queue().looksAgain());
        QCOMPARE(world.sent(), 1);
    }

    void whatAGatewayGaveUpOn_isUndoneOnlyAfterTheLastLook()
    {
        CancelWorld world(1);
        world.looks.after = {std::chrono::milliseconds(10), std::chrono::milliseconds(500)};
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), 504);
        QList<Item> states;
        connect(&world.queue(), &CancelQueue::lookedAgain, &world.queue(), [&states](const CancelItem &item) { states.append(item.state); });
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Unknown);
        QTRY_COMPARE(states, QList<Item>{Item::Failed});
        QCOMPARE(world.state(0), Item::Failed);
        QCOMPARE(world.sent(), 1);
        QVERIFY(world.calendly->requests(world.lookAt(0)).size() >= 3);
    }

    void whatLeftJustBeforeARestart_mayStillBeCanceled()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), delay(std::chrono::seconds(3)));
        QVERIFY(world.queue().start(world.items()));
        QTRY_COMPARE(world.sent(), 1);
        world.quitProgram();
        world.looks.longest = std::chrono::seconds(5);
        world.startProgram();
        QVERIFY(world.signIn());
        world.queue().check(true);
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Unknown);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(0), Item::Canceled, 20000);
        QCOMPARE(world.sent(), 1);
    }

    void aClockThatIsWrong_makesNeitherOursForeignNorForeignOnesOurs()
    {
        CancelWorld world(2);
        QVERIFY(world.start());
        world.calendly.setBehind(std::chrono::hours(1));
        for (const int number : {0, 1})
            world.calendly->failAlways(world.lookAt(number), faultOf(Fault::Kind::Drop));
        world.calendly->failNext(world.cancellationOf(0), faultOf(Fault::Kind::Lost));
        world.calendly->failNext(world.cancellationOf(1), faultOf(Fault::Kind::Drop));
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Unknown), 2);
        world.calendly.setBehind(std::chrono::hours(-1));
        world.calendly.cancel(world.booked[1]);
        world.calendly->clearFaults();
        world.queue().check(false);
        QTRY_COMPARE(world.queue().count(Item::Unknown), 0);
        QCOMPARE(world.state(0), Item::Canceled);
        QCOMPARE(world.state(1), Item::CanceledBefore);
    }

    void ourOwnCancellationIsOursHoweverLateItIsFound()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), faultOf(Fault::Kind::Lost));
        world.calendly->failAlways(world.lookAt(0), faultOf(Fault::Kind::Drop));
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Unknown), 1);
        world.clock.advance(std::chrono::minutes(5));
        world.queue().check(false);
        QTRY_VERIFY(!world.queue().isChecking());
        QCOMPARE(world.queue().count(Item::Unknown), 1);
        world.calendly->clearFaults();
        world.queue().check(false);
        QTRY_COMPARE(world.queue().count(Item::Canceled), 1);
    }

private:
    static Fault delay(std::chrono::milliseconds wait)
    {
        Fault fault = faultOf(Fault::Kind::Delay);
        fault.wait = wait;
        return fault;
    }
};

QTEST_MAIN(TestCancelUnknown)
#include "tst_cancelunknown.moc"
