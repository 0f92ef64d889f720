// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreason.h"
#include "cancelworld.h"
#include "waiting.h"

#include <QSignalSpy>

using sandbox::Fault;
using Cause = CancelQueue::Cause;
using Queue = CancelQueue::State;
using Item = CancelItem::State;

class TestCancelQueue : public QObject
{
    Q_OBJECT

private slots:
    void eachMeetingIsCanceledOnceWithItsReason()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        QSignalSpy ended(&world.queue(), &CancelQueue::ended);
        QVERIFY(world.queue().start(world.items()));
        QCOMPARE(world.queue().state(), Queue::Running);
        QVERIFY(world.stands());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(world.queue().cause(), Cause::None);
        QVERIFY(!world.queue().isOpen());
        for (int number = 0; number < 3; ++number) {
            QCOMPARE(world.state(number), Item::Canceled);
            QCOMPARE(world.sent(number), 1);
            QVERIFY(world.isCanceled(number));
            QVERIFY(world.calendly->requests(world.cancellationOf(number)).first().body.contains("Ill today"));
            QVERIFY(world.program->meetings.summary(world.booked[number])->meeting.canceled);
        }
        world.queue().clear();
        QVERIFY(world.program->cancelTable.items()->isEmpty());
    }

    void twoHundredWithFaultsEndInTheirTrueStateAndNoneIsSentTwice()
    {
        CancelWorld world(200);
        QVERIFY(world.start());
        QSet<int> limited;
        for (int number = 5; number < 200; number += 20) {
            world.calendly->failNext(world.cancellationOf(number), 403);
            world.calendly->failNext(world.cancellationOf(number + 2), 500);
            world.calendly->failNext(world.cancellationOf(number + 4), faultOf(Fault::Kind::Lost));
            world.calendly->failNext(world.cancellationOf(number + 6), faultOf(Fault::Kind::Drop));
            world.calendly.cancel(world.booked[number + 8]);
            world.calendly->failNext(world.cancellationOf(number + 10), faultOf(Fault::Kind::Lost));
            world.calendly->failAlways(world.lookAt(number + 10), faultOf(Fault::Kind::Drop));
        }
        for (const int number : {0, 100}) {
            limited.insert(number);
            world.calendly->failNext(world.cancellationOf(number), faultOf(Fault::Kind::TooMany));
        }
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands(150000));
        QCOMPARE(world.queue().items().size(), 200);
        QCOMPARE(world.queue().count(Item::Unknown), 10);
        QCOMPARE(world.queue().count(Item::Failed), 30);
        QCOMPARE(world.queue().count(Item::CanceledBefore), 10);
        QCOMPARE(world.queue().count(Item::Canceled), 150);
        for (int number = 0; number < 200; ++number) {
            QCOMPARE(world.sent(number), limited.contains(number) ? 2 : 1);
            if (world.state(number) != Item::Unknown)
                QCOMPARE(world.isCanceled(number), world.state(number) != Item::Failed);
        }

        world.calendly->clearFaults();
        world.queue().check(true);
        QTRY_COMPARE(world.queue().count(Item::Unknown), 0);
        QCOMPARE(world.queue().count(Item::Failed), 30);
        world.queue().retryFailed();
        QVERIFY(world.stands());
        QCOMPARE(world.queue().settled(), 200);
        for (int number = 0; number < 200; ++number)
            QVERIFY(world.isCanceled(number));
        QCOMPARE(world.sent(), 232);
    }

    void stoppingFinishesTheOneUnderWayAndKeepsTheRest()
    {
        CancelWorld world(4);
        QVERIFY(world.start());
        QVERIFY(startAndStopAfterOne(world, Item::Canceled));
        QCOMPARE(world.queue().cause(), Cause::Asked);
        const int sent = world.sent();
        QVERIFY(sent < 4);
        QCOMPARE(world.queue().count(Item::Canceled), sent);
        QCOMPARE(world.queue().count(Item::Waiting), 4 - sent);
        world.queue().resume();
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Canceled), 4);
        QCOMPARE(world.sent(), 4);
    }

    void whatIsLeftOutIsNotSent()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        QVERIFY(world.queue().start(world.items()));
        world.queue().stop();
        QVERIFY(world.stands());
        world.queue().skipRest();
        QVERIFY(!world.queue().isOpen());
        QCOMPARE(world.queue().settled(), 3);
        QVERIFY(world.sent() < 3);
        world.queue().resume();
        QCOMPARE(world.queue().state(), Queue::Standing);
    }

    void retryingSendsTheFailedOnly()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), 403);
        QVERIFY(startAndStopAfterOne(world, Item::Failed));
        const int waiting = world.queue().count(Item::Waiting);
        QVERIFY(waiting > 0);
        world.queue().retryFailed();
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Canceled);
        QCOMPARE(world.queue().count(Item::Waiting), waiting);
    }

    void withoutANetworkItStopsAtOnceAndSaysSo()
    {
        CancelWorld world(5);
        QVERIFY(world.start());
        world.calendly.stop();
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().cause(), Cause::Offline);
        QCOMPARE(world.queue().count(Item::Waiting), 5);
    }

    void withoutTheRightItStopsAtOnceAndSaysSo()
    {
        CancelWorld world(5);
        QVERIFY(world.start());
        const QString token = world.calendly->mintToken(world.calendly->demoPerson().slug, {QStringLiteral("users:read"), QStringLiteral("scheduled_events:read")});
        world.program->account.openWithToken(token.toLatin1());
        QTRY_COMPARE(world.program->account.state(), AccountService::State::Ready);
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().cause(), Cause::ScopeMissing);
        QCOMPARE(world.sent(), 1);
        QCOMPARE(world.queue().count(Item::Waiting), 5);
    }

    void aServerThatKeepsFailingStopsIt()
    {
        CancelWorld world(8);
        QVERIFY(world.start());
        world.calendly->failAlways(QStringLiteral("POST /scheduled_events/*/cancellation"), faultOf(Fault::Kind::Status, 503));
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().cause(), Cause::Trouble);
        QCOMPARE(world.sent(), 3);
        QCOMPARE(world.queue().count(Item::Waiting), 5);
    }

    void whatCannotBeWrittenDownIsNotSent()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        world.program->database.close();
        QVERIFY(!world.queue().start(world.items()));
        QCOMPARE(world.queue().state(), Queue::Empty);
        QTest::qWait(0);
        QCOMPARE(world.sent(), 0);
    }

    void aDiskThatFailsInTheMiddleStopsItAndKeepsTheTruth()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        // The answer comes when the disk is gone already, however long this process was kept waiting.
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::seconds(1);
        world.calendly->failNext(world.cancellationOf(0), late);
        QVERIFY(world.queue().start(world.items()));
        QTRY_COMPARE(world.sent(), 1);
        world.program->database.close();
        QVERIFY(world.stands());
        QCOMPARE(world.queue().cause(), Cause::Storage);
        QCOMPARE(world.state(0), Item::Canceled);
        QCOMPARE(world.queue().count(Item::Waiting), 2);
        QCOMPARE(world.sent(), 1);
    }

    void eachPersonGetsALinkOfTheirOwn()
    {
        CancelWorld world(2);
        QVERIFY(world.start());
        QVERIFY(loadTypes(world));
        QList<CancelItem> items = world.items(QStringLiteral("Choose again: ") + linkMark);
        for (CancelItem &item : items)
            item.wantsLink = true;
        QVERIFY(world.queue().start(items));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Canceled), 2);
        QCOMPARE(world.calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 2);
        const QList<CancelItem> done = world.queue().items();
        QVERIFY(done[0].link != done[1].link);
        for (int number = 0; number < 2; ++number) {
            const QByteArray body = world.calendly->requests(world.cancellationOf(number)).first().body;
            QVERIFY(body.contains(done[number].link.toEncoded()));
        }
        QCOMPARE(world.program->links.recent(5).size(), 2);
        QCOMPARE(world.program->links.recent(5).first().bookingUrl, done[1].link);
    }

    void aMeetingWithoutItsLinkStandsUntilTheUserDecides()
    {
        CancelWorld world(2);
        QVERIFY(world.start());
        QVERIFY(loadTypes(world));
        world.calendly->failNext(QStringLiteral("POST /scheduling_links"), 500);
        QList<CancelItem> items = world.items(QStringLiteral("Choose again: ") + linkMark);
        for (CancelItem &item : items)
            item.wantsLink = true;
        QVERIFY(world.queue().start(items));
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Failed);
        QVERIFY(lacksLink(world.queue().items().first()));
        QCOMPARE(world.sent(0), 0);
        QCOMPARE(world.state(1), Item::Canceled);
        world.queue().retryWithoutLink();
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Canceled);
        QVERIFY(!world.calendly->requests(world.cancellationOf(0)).first().body.contains("http"));
        QCOMPARE(world.calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 2);
    }

    void aReasonThatGrewTooLongIsNotSent()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        QVERIFY(world.queue().start(world.items(QString(longestCancelReason + 1, QLatin1Char('a')))));
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Failed);
        QCOMPARE(world.sent(), 0);
    }

    void aMeetingThatIsCanceledOnItsOwnIsNotSentAgain()
    {
        CancelWorld world(2);
        QVERIFY(world.start());
        world.program->meetings.cancel(world.booked[0], {}, this, {});
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.sent(0), 1);
        QCOMPARE(world.state(1), Item::Canceled);
    }

    void meetingsThatAreAddedDuringARunFollow()
    {
        CancelWorld world(4);
        QVERIFY(world.start());
        QVERIFY(world.queue().start(world.items().mid(0, 2)));
        QVERIFY(world.queue().start(world.items()));
        QVERIFY(world.stands());
        QCOMPARE(world.queue().count(Item::Canceled), 4);
        QCOMPARE(world.sent(), 4);
    }

    void whatIsAddedAfterAStopDoesNotSetTheRestGoing()
    {
        CancelWorld world(4);
        QVERIFY(world.start());
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(500);
        world.calendly->failNext(world.cancellationOf(0), late);
        QVERIFY(world.queue().start(world.items().mid(0, 3)));
        QTRY_COMPARE(world.sent(0), 1);
        world.queue().stop();
        QVERIFY(world.queue().start(world.items().mid(3)));
        QVERIFY(world.stands());
        QCOMPARE(world.state(0), Item::Canceled);
        QCOMPARE(world.state(3), Item::Canceled);
        QCOMPARE(world.queue().count(Item::Waiting), 2);
        QCOMPARE(world.sent(), 2);
    }

    void anotherAccountStopsItAndWhatWaitsStaysInItsStore()
    {
        CancelWorld world(3);
        QVERIFY(world.start());
        world.calendly->failNext(world.cancellationOf(0), faultOf(Fault::Kind::Hang));
        QVERIFY(world.queue().start(world.items()));
        QTRY_COMPARE(world.sent(), 1);
        world.queue().reload();
        QCOMPARE(world.queue().cause(), Cause::Restarted);
        QCOMPARE(world.queue().count(Item::Waiting), 2);
        QCOMPARE(world.queue().count(Item::Unknown), 1);
        QCOMPARE(world.sent(), 1);
    }

private:
    /// Stops as soon as one item is in `state`, however quick the rest would be.
    static bool startAndStopAfterOne(CancelWorld &world, Item state)
    {
        CancelQueue &queue = world.queue();
        QObject until;
        connect(&queue, &CancelQueue::changed, &until, [&queue, state] {
            if (queue.count(state) == 1)
                queue.stop();
        });
        return queue.start(world.items()) && world.stands();
    }

    static bool loadTypes(CancelWorld &world)
    {
        world.program->sync.start();
        return waitUntil([&world] {
            const auto details = world.program->meetings.details(world.booked.last());
            return details && details->eventType && details->inviteesKnown;
        }, 20000);
    }
};

QTEST_MAIN(TestCancelQueue)
#include "tst_cancelqueue.moc"
