// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcejson.h"
#include "serviceworld.h"
#include "syncplan.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using State = SyncService::State;
using sandbox::Fault;
using namespace std::chrono_literals;

namespace {

const QString listing = QStringLiteral("GET /scheduled_events");
constexpr int longWait = 60000;

QDateTime bound(const LoggedRequest &request, const QString &name)
{
    return instantFromText(request.query.queryItemValue(name, QUrl::FullyDecoded));
}

} // namespace

class TestSyncService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startServer());
        m_world->startProgram();
    }

    void firstFill_readsTheWeekThenTheFutureThenThePast()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(sync().isFirstFill());
        QVERIFY(fillUp());
        QVERIFY(!sync().isFirstFill());
        const TimeRange week = weekAround(m_world->clock.now(), QTimeZone(zone().toLatin1()));
        const QList<LoggedRequest> asked = m_world->calendly->requests(listing);
        QCOMPARE(bound(asked.first(), QStringLiteral("min_start_time")), week.begin.addSecs(-1));
        QCOMPARE(bound(asked.first(), QStringLiteral("max_start_time")), week.end);
        qsizetype lastFuture = 0;
        qsizetype firstPast = asked.size();
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const bool isPast = bound(asked[i], QStringLiteral("min_start_time")) < week.begin.addSecs(-1);
            if (isPast)
                firstPast = std::min(firstPast, i);
            else
                lastFuture = i;
        }
        QVERIFY(lastFuture > 0 && firstPast < asked.size());
        QVERIFY(lastFuture < firstPast);
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
        times.betweenLongLooks = 24h;
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
        QVERIFY(m_world->startServer());
        m_world->clock.advance(61s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QVERIFY(!sync().problem());
        QVERIFY(sync().offlineSince().isNull());
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

    void brokenPage_isReadLaterWithoutLosingWhatCame()
    {
        SyncTimes times = ServiceWorld::quickTimes();
        times.pageSize = 5;
        times.partsAtOnce = 1;
        m_world->startProgram(times);
        QVERIFY(m_world->signIn());
        sync().start();
        QTRY_VERIFY_WITH_TIMEOUT(sync().progress().partsTotal > 0, longWait);
        m_world->calendly->failNext(listing, faultOf(Fault::Kind::Status, 500));
        m_world->calendly->failNext(listing, faultOf(Fault::Kind::Status, 500));
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::Failed, longWait);
        QCOMPARE(sync().problem()->kind, Error::Kind::ServerFailed);
        QTRY_COMPARE_WITH_TIMEOUT(sync().progress().partsTotal, 0, longWait);
        QVERIFY(stored() > 0 && stored() <= onServer());
        m_world->clock.advance(61s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state(), State::UpToDate, longWait);
        QCOMPARE(stored(), onServer());
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

private:
    SyncService &sync() { return m_world->program->sync; }
    QString zone() { return m_world->program->account.account()->user.timezone; }

    bool fillUp()
    {
        sync().start();
        return QTest::qWaitFor([this] { return sync().state() == State::UpToDate; }, longWait);
    }

    int stored()
    {
        MeetingQuery everything;
        everything.range = {m_world->clock.now().addDays(-731), m_world->clock.now().addYears(5)};
        return m_world->program->meetings.count(everything);
    }

    int onServer()
    {
        const World &world = m_world->calendly->world();
        const WorldTime first = m_world->clock.now().addDays(-731).toMSecsSinceEpoch();
        const auto &all = world.meetingsOfUser(m_world->calendly->demoPerson().id);
        return int(std::count_if(all.begin(), all.end(),
                                 [&](int id) { return world.meetings().at(size_t(id)).start >= first; }));
    }

    std::unique_ptr<ServiceWorld> m_world;
};

QTEST_GUILESS_MAIN(TestSyncService)
#include "tst_syncservice.moc"
