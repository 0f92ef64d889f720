// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure.h"
#include "syncfixture.h"

/// Looking for what changed, and what it does in trouble.
class TestSyncService : public SyncFixture
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(start()); }

    void poll_thatChangesNothingTakesTwoRequestsAndIsSilent()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        QTRY_COMPARE_WITH_TIMEOUT(m_world->program->meetings.missingInvitees(), 0, longWait);
        QTest::qWait(300); // the notice of the last invitees
        QSignalSpy changed(&m_world->program->meetings, &MeetingService::changed);
        m_world->calendly->clearRequests();
        const QDateTime before = sync().lastSync();
        m_world->clock.advance(60s);
        QTRY_VERIFY(sync().lastSync() > before);
        QTest::qWait(0);
        QVERIFY(m_world->calendly->requests().size() <= 2);
        QCOMPARE(changed.size(), 0);
    }

    void poll_findsABookingAndACancellation()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const QUrl canceled = m_world->coming();
        const QUrl booked = m_world->calendly.book(m_world->clock.now().addDays(3));
        m_world->calendly.cancel(canceled);
        m_world->clock.advance(60s);
        QTRY_VERIFY(m_world->program->meetings.summary(booked));
        QTRY_VERIFY(m_world->program->meetings.summary(canceled)->meeting.canceled);
        QTRY_VERIFY(m_world->program->meetings.summary(booked)->inviteesKnown);
    }

    void poll_comesToWhatLiesFarAheadPageByPage()
    {
        SyncTimes times = ServiceWorld::quickTimes();
        times.pageSize = 10;
        times.betweenLists = 24h;
        m_world->startProgram(times);
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const QUrl booked = m_world->calendly.book(m_world->clock.now().addDays(200));
        for (int look = 0; look < 60 && !m_world->program->meetings.summary(booked); ++look) {
            const QDateTime before = sync().lastSync();
            m_world->calendly->clearRequests();
            m_world->clock.advance(60s);
            QTRY_VERIFY(sync().lastSync() > before);
            QVERIFY(m_world->calendly->requests(listing).size() <= 2);
        }
        QVERIFY(m_world->program->meetings.summary(booked));
    }

    void refresh_looksAtOnce()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const QUrl booked = m_world->calendly.book(m_world->clock.now().addDays(300));
        sync().refresh();
        QTRY_VERIFY(m_world->program->meetings.summary(booked));
    }

    void offline_keepsWhatIsThereAndRecovers()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const int before = stored();
        m_world->calendly.stop();
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::Offline);
        QCOMPARE(sync().offlineSince(), m_world->clock.now());
        QVERIFY(!sync().isOnline());
        QCOMPARE(stored(), before);
        QTRY_VERIFY(sync().problem()); // the look has ended, and the next one is planned by the clock as it stands now
        QVERIFY(m_world->startServer());
        m_world->clock.advance(61s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QVERIFY(!sync().problem());
        QVERIFY(sync().offlineSince().isNull());
    }

    void aClockFarAheadWhileOffline_doesNotBringBackWhatWasErased()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const QUrl erased = m_world->coming();
        const TimeRange range{m_world->program->meetings.summary(erased)->meeting.start, m_world->program->meetings.summary(erased)->meeting.start.addSecs(1)};
        QVERIFY(Erasure(m_world->program->database, m_world->clock.clock()).eraseMeetings(range));
        m_world->calendly.stop();
        m_world->clock.advance(24h * 30);
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::Offline);
        QTRY_VERIFY(sync().problem()); // the look has ended
        m_world->clock.advance(-24h * 30);
        QVERIFY(m_world->startServer());
        sync().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QVERIFY2(!m_world->program->meetings.summary(erased), "Calendly lists it still");
    }

    void marksOfErasures_endAfterALook()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const QUrl erased = m_world->coming();
        const TimeRange range{m_world->program->meetings.summary(erased)->meeting.start, m_world->program->meetings.summary(erased)->meeting.start.addSecs(1)};
        QVERIFY(Erasure(m_world->program->database, m_world->clock.clock()).eraseMeetings(range));
        m_world->clock.advance(24h * 9);
        sync().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->program->meetings.summary(erased), longWait); // Calendly of the tests deletes nothing
    }

    void tooManyRequests_pauseItUntilTheServersTime()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        Fault tooMany = faultOf(Fault::Kind::TooMany);
        tooMany.wait = 30s;
        m_world->calendly->failNext(listing, tooMany);
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::Paused);
        QVERIFY(sync().budget().blockedUntil > m_world->clock.now());
    }

    void brokenLook_isTriedAgainWithGrowingGaps()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Status, 500));
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::Failed);
        m_world->calendly->clearFaults();
        m_world->clock.advance(5s);
        QTRY_COMPARE(sync().state(), State::UpToDate);
    }

    void wakingUp_looksAtOnce()
    {
        SyncTimes times = ServiceWorld::quickTimes();
        times.tick = 50ms;
        m_world->startProgram(times);
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        m_world->clock.advance(8h);
        QTRY_COMPARE(sync().lastSync(), m_world->clock.now());
        m_world->clock.advance(-3h);
        QTRY_COMPARE(sync().lastSync(), m_world->clock.now());
    }

    void endedSignIn_stopsEverything()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        m_world->calendly->failAlways(QStringLiteral("*"), faultOf(Fault::Kind::RevokedGrant));
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::SignedOut);
        m_world->calendly->clearRequests();
        m_world->clock.advance(10min);
        QTest::qWait(100);
        QVERIFY(m_world->calendly->requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSyncService)
#include "tst_syncservice.moc"
