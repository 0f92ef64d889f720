// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelworld.h"

#include <QProcess>

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
};

QTEST_MAIN(TestCancelCrash)
#include "tst_cancelcrash.moc"
