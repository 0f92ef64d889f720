// SPDX-License-Identifier: GPL-3.0-or-later
#include "preparedmeetings.h"
#include "syncfixture.h"

/// Reading all there is for the first time.
class TestSyncFill : public SyncFixture
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(start()); }

    void firstFill_readsTheWeekFirst_andThePastLast()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(sync().isFirstFill());
        QVERIFY(fillUp());
        QVERIFY(!sync().isFirstFill());
        const TimeRange week = weekAround(m_world->clock.now(), QTimeZone(zone().toLatin1()));
        const QList<LoggedRequest> asked = m_world->calendly->requests(listing);
        QCOMPARE(bound(asked.first(), QStringLiteral("min_start_time")), week.begin.addSecs(-1));
        QCOMPARE(bound(asked.first(), QStringLiteral("max_start_time")), week.end);
        qsizetype firstAhead = asked.size();
        qsizetype firstPast = asked.size();
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const bool isPast = bound(asked[i], QStringLiteral("min_start_time")) < week.begin.addSecs(-1);
            if (isPast)
                firstPast = std::min(firstPast, i);
            else if (i > 0)
                firstAhead = std::min(firstAhead, i);
        }
        QVERIFY(firstPast < asked.size());
        QVERIFY(firstAhead < firstPast);
        QCOMPARE(stored(), onServer());
    }

    void firstFill_readsEventTypesAndHoursBesideTheWeek()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        QVERIFY(!m_world->program->eventTypes.eventTypes().isEmpty());
        QVERIFY(!m_world->program->availability.schedules().isEmpty());
    }

    void fill_goesOnAfterARestartWhereItStopped()
    {
        QVERIFY(m_world->signIn());
        connect(&sync(), &SyncService::changed, this, [this] {
            if (sync().progress().partsDone > 3)
                sync().stop();
        });
        sync().start();
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::Stopped, longWait);
        const QList<TimeRange> covered = m_world->program->syncState.covered();
        m_world->quitProgram();
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        m_world->calendly->clearRequests();
        QVERIFY(fillUp());
        QCOMPARE(stored(), onServer());
        const QDateTime readBefore = covered.first().begin;
        for (const LoggedRequest &request : m_world->calendly->requests(listing)) {
            const QDateTime from = bound(request, QStringLiteral("min_start_time"));
            QVERIFY(from < readBefore || from >= m_world->clock.now().addDays(-2));
        }
    }

    void meetingsThatAreGoneAreRemoved()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        Meeting stranger = m_world->program->meetings.details(m_world->coming())->meeting;
        stranger.uri = QUrl(stranger.uri.toString() + QLatin1String("X"));
        QVERIFY(m_world->program->meetings.store({stranger}));
        sync().refresh();
        QTRY_VERIFY(!m_world->program->meetings.summary(stranger.uri));
        QCOMPARE(stored(), onServer());
    }

    void meetingsThatCannotBeRead_stay_data()
    {
        QTest::addColumn<bool>("everywhere");
        QTest::newRow("on each page") << true;
        QTest::newRow("on the first page") << false;
    }

    void meetingsThatCannotBeRead_stay()
    {
        QFETCH(const bool, everywhere);
        SyncTimes times = ServiceWorld::quickTimes();
        times.pageSize = 5;
        m_world->startProgram(times);
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        MeetingQuery ahead;
        ahead.range = {m_world->clock.now().addDays(1), m_world->clock.now().addYears(5)};
        ahead.newestFirst = true;
        MeetingService &meetings = m_world->program->meetings;
        Meeting stranger = meetings.meetings(ahead).first().meeting;
        stranger.uri = QUrl(stranger.uri.toString() + QLatin1String("X"));
        QVERIFY(meetings.store({stranger}));
        // The last of a page: whether it starts before the first of the next one, nobody knows.
        const Fault noStart{.kind = Fault::Kind::Null, .text = QStringLiteral("start_time")};
        if (everywhere)
            m_world->calendly->failAlways(listing, noStart);
        else
            m_world->calendly->failNext(listing, noStart);
        const QDateTime before = sync().lastSync();
        m_world->calendly->clearRequests();
        m_world->clock.advance(1s);
        sync().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(sync().lastSync() > before, longWait);
        QVERIFY(m_world->calendly->requests(listing).size() > 2);
        QCOMPARE(stored(), onServer() + (everywhere ? 1 : 0));
        QCOMPARE(meetings.summary(stranger.uri).has_value(), everywhere);
    }

    void whatGoesWhileAPageIsMadeReadyIsStoredWithIt()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        MeetingService &meetings = m_world->program->meetings;
        const Meeting meeting = meetings.details(m_world->coming())->meeting;
        QVERIFY(meetings.store({meeting}));
        const PreparedMeetings prepared = meetings.preparation({meeting})();
        QVERIFY(prepared.records.isEmpty()); // it is stored as it is
        QVERIFY(meetings.removeMissing({meeting.start, meeting.start.addSecs(1)}, {}));
        QVERIFY(!meetings.summary(meeting.uri));
        QVERIFY(meetings.store({meeting}, prepared));
        QVERIFY(meetings.summary(meeting.uri));
    }

    void aListThatPointsToItself_endsWithAWord_andIsReadLater()
    {
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::SelfNext));
        sync().start();
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::Failed, longWait);
        QCOMPARE(sync().problem()->kind, Error::Kind::Malformed);
        QTRY_COMPARE_WITH_TIMEOUT(sync().progress().partsTotal, 0, longWait);
        m_world->calendly->clearFaults();
        m_world->clock.advance(61s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QCOMPARE(stored(), onServer());
    }

    void brokenPage_isReadLaterWithoutLosingWhatCame()
    {
        SyncTimes times = ServiceWorld::quickTimes();
        times.pageSize = 5;
        times.partsAtOnce = 1;
        m_world->startProgram(times);
        QVERIFY(m_world->signIn());
        sync().start();
        QTRY_VERIFY_WITH_TIMEOUT(sync().progress().partsTotal > 0, longWait);
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Status, 500));
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::Failed, longWait);
        QCOMPARE(sync().problem()->kind, Error::Kind::ServerFailed);
        m_world->calendly->clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(sync().progress().partsTotal, 0, longWait);
        QVERIFY(stored() > 0 && stored() <= onServer());
        m_world->clock.advance(61s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QCOMPARE(stored(), onServer());
    }

    void showing_readsWhatWasNeverReadFirst()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        const TimeRange longAgo{m_world->clock.now().addYears(-3), m_world->clock.now().addYears(-3).addDays(7)};
        m_world->calendly->clearRequests();
        sync().showing(longAgo);
        QVERIFY(sync().isFirstFill());
        QTRY_VERIFY(!sync().isFirstFill());
        QCOMPARE(bound(m_world->calendly->requests(listing).first(), QStringLiteral("max_start_time")), longAgo.end);
    }
};

QTEST_GUILESS_MAIN(TestSyncFill)
#include "tst_syncfill.moc"
