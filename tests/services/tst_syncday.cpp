// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "allocatedbytes.h"
#include "syncfixture.h"

#include <QScopeGuard>

/// A day of a program that nobody touches, minute by minute, with ten hours of sleep in it.
class TestSyncDay : public SyncFixture
{
    Q_OBJECT

private slots:
    void aDay_staysQuiet_renewsOnTime_andLeavesNothingBehind()
    {
        QVERIFY(begin());
        const Traces before = traces();
        for (int minute = 0; minute < 60; ++minute)
            QVERIFY(minutePasses(mostInAMinute));
        const qint64 bytesBefore = allocatedBytes(); // what is kept for later use is there by now
        for (int minute = 60; minute < 6 * 60; ++minute)
            QVERIFY(minutePasses(mostInAMinute));
        QCOMPARE(m_renewals, 3); // every 110 minutes: ten before the end of two hours
        m_world->clock.advance(10h);
        QVERIFY(minutePasses(mostAfterSleep));
        QCOMPARE(m_renewals, 4);
        for (int minute = 0; minute < 8 * 60 - 1; ++minute)
            QVERIFY(minutePasses(mostInAMinute));
        QCOMPARE(m_renewals, 8);
        QCOMPARE(generation(), 1 + m_renewals);
        QCOMPARE(traces(), before);
        const qint64 more = allocatedBytes() - bytesBefore;
        QVERIFY2(more * 50 <= bytesBefore, qPrintable(QStringLiteral("%1 bytes came to %2").arg(more).arg(bytesBefore))); // 2 %
    }

    void clockChangesAndOtherZones_areMinutesLikeAny_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("spring") << QStringLiteral("2027-03-28T00:30:00Z"); // Berlin has no 02:30 that night
        QTest::newRow("autumn") << QStringLiteral("2027-10-31T00:30:00Z"); // and two of them in this one
    }

    void clockChangesAndOtherZones_areMinutesLikeAny()
    {
        QFETCH(QString, before);
        QVERIFY(begin());
        m_world->clock.advance(std::chrono::seconds(m_world->clock.now().secsTo(instantFromText(before))));
        QVERIFY(minutePasses(mostAfterMonths));
        QVERIFY(waitUntil([this] { return sync().state() == State::UpToDate && m_world->program->meetings.missingInvitees() == 0; }, longWait));
        const Traces quiet = traces();
        m_renewals = 0;
        for (int minute = 0; minute < 60; ++minute)
            QVERIFY(minutePasses(mostInAMinute));
        const QByteArray home = qgetenv("TZ");
        qputenv("TZ", "Australia/Lord_Howe");
        const auto back = qScopeGuard([&home] { home.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", home); });
        m_world->calendly->world().setTimezone(m_world->calendly->demoPerson().id, QStringLiteral("America/St_Johns"));
        for (int minute = 0; minute < 60; ++minute)
            QVERIFY(minutePasses(mostInAMinute));
        QVERIFY(m_renewals <= 2);
        QCOMPARE(traces(), quiet);
    }

private:
    static constexpr int mostInAMinute = 2;
    static constexpr int mostAfterMonths = 60; ///< what lies ahead by then, page by page, once
    static constexpr int mostAfterSleep = 15; ///< all that is read at a start, once
    using Traces = QMap<QString, int>;

    /// Signed in with tokens that end, everything read.
    bool begin()
    {
        m_renewals = 0;
        m_world = std::make_unique<ServiceWorld>(10);
        if (!m_world->startServer() || !m_world->keepBrowserSignIn())
            return false;
        SyncTimes times;
        times.tick = times.shortestTick = 1ms; // by the test's clock, which goes on a minute at once
        times.pageSize = 10; // more lies ahead than a page holds
        AuthLimits limits;
        limits.betweenRenewals = 0ms; // likewise, but by the real clock
        m_world->startProgram(times, limits);
        m_world->program->account.openLast();
        return fillUp() && waitUntil([this] { return m_world->program->meetings.missingInvitees() == 0; }, longWait);
    }

    /// Lets a minute pass and the look that comes with it come back; false where there were too many calls.
    bool minutePasses(int mostCalls)
    {
        m_world->calendly->clearRequests();
        m_world->clock.advance(1min);
        const QDeadlineTimer deadline(longWait);
        while (sync().lastSync() < m_world->clock.now() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        int calls = 0;
        const QList<LoggedRequest> requests = m_world->calendly->requests();
        for (const LoggedRequest &request : requests)
            request.path == QLatin1String("/oauth/token") ? ++m_renewals : ++calls;
        if (calls > mostCalls || deadline.hasExpired()) {
            for (const LoggedRequest &request : requests)
                qWarning() << m_world->clock.now() << request.method << request.path << request.query.toString();
            return false;
        }
        return true;
    }

    int generation()
    {
        int stored = 0;
        m_world->vault.read(m_world->calendly.person().fileName(), this, [&](const auto &item) {
            if (item && *item)
                stored = fromItemText(**item).value_or({}).generation;
        });
        return waitUntil([&] { return stored > 0; }) ? stored : 0;
    }

    /// What would grow if something were forgotten: rows, requests that wait, objects and timers.
    Traces traces()
    {
        Program &program = *m_world->program;
        const QList<QObject *> keepers{&program.client, &program.session, &program.account, &program.meetings,
                                       &program.eventTypes, &program.availability, &program.sync};
        Traces found{{QStringLiteral("rows"), stored()}, {QStringLiteral("waiting"), sync().budget().waiting}};
        for (const QObject *keeper : keepers)
            found[QString::fromLatin1(keeper->metaObject()->className())] = int(keeper->findChildren<QObject *>().size());
        return found;
    }

    int m_renewals = 0;
};

QTEST_GUILESS_MAIN(TestSyncDay)
#include "tst_syncday.moc"
