// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelworld.h"
#include "statement.h"

#include <QSignalSpy>

using Cause = CancelQueue::Cause;
using Queue = CancelQueue::State;
using Item = CancelItem::State;

/// Single cancellations that wait some seconds before they are sent.
class TestCancelHold : public QObject
{
    Q_OBJECT

private slots:
    void aHeldMeetingThatCannotBeWrittenDownIsNotSentAndSaidToBeSo()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        QSignalSpy ended(&world.queue(), &CancelQueue::singleEnded);
        QVERIFY(world.queue().hold(world.items().first()));
        world.program->database.close();
        world.queue().release(world.booked[0]);
        QTRY_COMPARE(ended.size(), 1);
        const auto item = ended.first().first().value<CancelItem>();
        QCOMPARE(item.state, Item::Waiting);
        QVERIFY(item.problem);
        QCOMPARE(item.problem->kind, Error::Kind::Storage);
        QCOMPARE(world.sent(), 0);
    }

    void aHeldMeetingIsSentWhenReleasedAndNotBefore()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        QSignalSpy ended(&world.queue(), &CancelQueue::singleEnded);
        QVERIFY(world.queue().hold(world.items().first()));
        QVERIFY(world.queue().items().isEmpty());
        QTest::qWait(0);
        QCOMPARE(world.sent(), 0);
        world.queue().release(world.booked[0]);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().value<CancelItem>().state, Item::Canceled);
        QCOMPARE(world.sent(), 1);
        QVERIFY(world.program->cancelTable.items()->isEmpty());
        QCOMPARE(world.queue().state(), Queue::Empty);
    }

    void aHeldMeetingThatIsTakenBackIsNeverSent()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        QVERIFY(world.queue().hold(world.items().first()));
        world.queue().withdraw(world.booked[0]);
        world.queue().release(world.booked[0]);
        QTest::qWait(0);
        QCOMPARE(world.sent(), 0);
        QVERIFY(world.program->cancelTable.items()->isEmpty());
    }

    void whatIsTakenBackOnAFullDisk_isGoneHereAndStruckLater()
    {
        CancelWorld world(2);
        QVERIFY(world.start());
        QSignalSpy refused(&world.queue(), &CancelQueue::strikingRefused);
        QVERIFY(world.queue().hold(world.items().first()));
        const auto run = [&world](const char *sql) { return Statement(world.program->database, QLatin1String(sql)).run(); };
        QVERIFY(run("CREATE TRIGGER refuses BEFORE DELETE ON cancel_items BEGIN SELECT RAISE(ABORT, 'no'); END"));
        world.queue().withdraw(world.booked[0]);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!world.queue().concerns(world.booked[0]));
        QCOMPARE(world.program->cancelTable.items()->size(), 1);
        QVERIFY(run("DROP TRIGGER refuses"));
        QVERIFY(world.queue().hold(world.items().last()));
        QCOMPARE(world.program->cancelTable.items()->size(), 1);
        QCOMPARE(world.program->cancelTable.items()->first().meeting, world.booked[1]);
    }

    void aMeetingThatWasHeldWhenTheProgramEndedWaitsForAnAnswer()
    {
        CancelWorld world(1);
        QVERIFY(world.start());
        QVERIFY(world.queue().hold(world.items().first()));
        world.quitProgram();
        world.startProgram();
        QVERIFY(world.signIn());
        QCOMPARE(world.state(0), Item::Waiting);
        QCOMPARE(world.queue().cause(), Cause::Restarted);
        QCOMPARE(world.sent(), 0);
    }
};

QTEST_MAIN(TestCancelHold)
#include "tst_cancelhold.moc"
