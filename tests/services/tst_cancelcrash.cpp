// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelworld.h"
#include "killing.h"

using sandbox::Fault;
using Item = CancelItem::State;

/// A program that is killed in the middle of canceling, as a real process, and what the next start makes of it.
class TestCancelCrash : public QObject
{
    Q_OBJECT

private slots:
    void killedWhileCanceling_data()
    {
        QTest::addColumn<Fault::Kind>("fault");
        QTest::addColumn<bool>("done");
        QTest::newRow("before Calendly did it") << Fault::Kind::Hang << false;
        QTest::newRow("after Calendly did it") << Fault::Kind::Late << true;
    }

    void killedWhileCanceling()
    {
        QFETCH(Fault::Kind, fault);
        QFETCH(bool, done);
        constexpr int all = 20;
        constexpr int last = 7;
        CancelWorld world(all);
        QVERIFY(world.start());
        Fault hanging = faultOf(fault);
        hanging.wait = std::chrono::minutes(2);
        world.calendly->failNext(world.cancellationOf(last), hanging);
        world.quitProgram();

        QProcess child;
        QStringList arguments{world.profile.path(), world.calendly.url().toString(), world.calendly.token()};
        for (const QUrl &meeting : std::as_const(world.booked))
            arguments.append(meeting.toString());
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral(CANCEL_RUNNER), arguments);
        QTRY_COMPARE_WITH_TIMEOUT(world.sent(last), 1, 60000);
        QTRY_COMPARE(world.isCanceled(last), done);
        child.kill();
        QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 30000);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const int sent = world.sent();
        QCOMPARE(sent, last + 1);

        world.startProgram();
        QVERIFY(world.signIn());
        QCOMPARE(world.queue().cause(), CancelQueue::Cause::Restarted);
        QCOMPARE(world.queue().items().size(), all);
        QCOMPARE(world.queue().count(Item::Canceled), last);
        QCOMPARE(world.state(last), Item::Unknown);
        QCOMPARE(world.queue().count(Item::Waiting), all - last - 1);
        QCOMPARE(world.queue().items().at(last).reason, QStringLiteral("Ill today"));

        world.queue().check(false);
        QVERIFY(world.stands());
        QTRY_COMPARE(world.state(last), done ? Item::Canceled : Item::Failed);
        QCOMPARE(world.sent(), sent);

        world.queue().resume();
        QVERIFY(world.stands());
        world.queue().retryFailed();
        QVERIFY(world.stands());
        QCOMPARE(world.queue().settled(), all);
        for (int number = 0; number < all; ++number) {
            QVERIFY(world.isCanceled(number));
            QCOMPARE(world.sent(number), number == last && !done ? 2 : 1);
        }
    }

    /// However far it came: the next start knows the truth of each meeting, or finds it out, and nothing is sent twice.
    void killedAtAnyMoment()
    {
        constexpr int each = 5;
        const int kills = killsWanted(4);
        CancelWorld world(kills * each);
        QVERIFY(world.start());
        for (int kill = 0; kill < kills; ++kill) {
            world.quitProgram();
            const int first = kill * each;
            QVERIFY(runAndKill(world, first, each));
            world.startProgram();
            QVERIFY(world.signIn());
            QVERIFY2(!world.program->account.rescue().happened(), "the store had to be set aside");
            QCOMPARE(integrityOf(world.program->database), QStringLiteral("ok"));
            QVERIFY(settle(world, first, each));
            for (int number = first; number < first + each; ++number) {
                QVERIFY(world.isCanceled(number));
                QCOMPARE(world.sent(number), 1);
            }
            world.queue().clear();
        }
    }

private:
    /// Brings what a killed run left to its end, as a user does; false where it says what is not true.
    static bool settle(CancelWorld &world, int first, int each)
    {
        CancelQueue &queue = world.queue();
        // Of a run that was over only what failed is told at the next start; one that was not begun left nothing.
        if (queue.items().isEmpty() && world.sent() == first + each)
            return true;
        if (queue.items().isEmpty() && (world.sent() != first || !queue.start(world.items().mid(first, each))))
            return false;
        for (int number = first; number < first + each; ++number) {
            const Item state = world.state(number);
            if ((state == Item::Canceled && !world.isCanceled(number)) || (state == Item::Waiting && world.sent(number) > 0))
                return false;
        }
        if (queue.state() == CancelQueue::State::Standing)
            queue.check(false);
        if (!world.stands() || queue.count(Item::Unknown) > 0)
            return false;
        queue.resume();
        if (!world.stands())
            return false;
        queue.retryFailed();
        return world.stands();
    }

    /// Cancels so many meetings in another process, which ends when the server has seen some of them.
    static bool runAndKill(CancelWorld &world, int first, int each)
    {
        QStringList arguments{world.profile.path(), world.calendly.url().toString(), world.calendly.token()};
        for (const QUrl &meeting : world.booked.mid(first, each))
            arguments.append(meeting.toString());
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral(CANCEL_RUNNER), arguments);
        const int until = first + QRandomGenerator::global()->bounded(1, each + 1);
        return killOnce(child, [&] { return world.sent() >= until; });
    }
};

QTEST_MAIN(TestCancelCrash)
#include "tst_cancelcrash.moc"
