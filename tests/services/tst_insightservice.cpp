// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightservice.h"

#include "insighttable.h"
#include "serviceworld.h"
#include "waiting.h"
#include "zones.h"

#include <QTest>

#include <optional>

/// Figures of the demo person's meetings, as a sync stored them.
class InsightServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_world = std::make_unique<ServiceWorld>(1000);
        QVERIFY(m_world->startSignedIn());
        SyncService &sync = m_world->program->sync;
        sync.start();
        QTRY_VERIFY_WITH_TIMEOUT(sync.state() == SyncService::State::UpToDate && sync.progress().partsTotal == 0 && sync.progress().inviteesMissing == 0, 120000);
        m_table = std::make_unique<InsightTable>(m_world->program->database);
        m_service = std::make_unique<InsightService>(*m_table, m_world->program->syncState);
    }

    void cleanupTestCase()
    {
        m_service.reset();
        m_world.reset();
    }

    void aLongPeriod_isCountedWhole()
    {
        const InsightQuery query = queryOf(InsightPeriod::ThisYear);
        const Insight insight = counted(query);
        QVERIFY(insight.whole.meetings > 100);
        MeetingQuery all;
        all.range = rangeOf(query.days, query.zone);
        all.status = MeetingQuery::Status::Active;
        QCOMPARE(insight.whole.meetings, m_world->program->meetings.count(all));
        QVERIFY(insight.soFar.meetings < insight.whole.meetings);
        QVERIFY(insight.before.meetings > 0);
        QVERIFY(insight.whole.lead.has_value());
        QVERIFY(showRate(insight.whole).has_value());
        QVERIFY(insight.wholeRead);
        QVERIFY(insight.comparable);
        QCOMPARE(insight.whole.peopleUnknown, 0);
        QCOMPARE(insight, counted(query));
    }

    void whatWasNotRead_isTold()
    {
        // Two years are read; the year before them is not.
        InsightQuery query = queryOf(InsightPeriod::ThisYear);
        query.days = {QDate(2024, 11, 1), QDate(2024, 12, 1)};
        query.before = daysBefore(InsightPeriod::LastMonth, query.days);
        const Insight partly = counted(query);
        QVERIFY(!partly.wholeRead);
        QVERIFY(!partly.comparable);
        QVERIFY(partly.readFrom > rangeOf(query.days, query.zone).begin);
        QVERIFY(partly.readFrom < rangeOf(query.days, query.zone).end);
        query.days = {QDate(2024, 12, 1), QDate(2025, 1, 1)};
        query.before = daysBefore(InsightPeriod::LastMonth, query.days);
        const Insight whole = counted(query);
        QVERIFY(whole.wholeRead);
        QVERIFY(!whole.comparable); // November was not read whole
    }

    void aNewCount_takesThePlaceOfTheOldOne()
    {
        int answers = 0;
        m_service->count(queryOf(InsightPeriod::ThisYear), this, [&](const Result<Insight> &) { answers += 100; });
        m_service->count(queryOf(InsightPeriod::ThisWeek), this, [&](const Result<Insight> &) { ++answers; });
        QTRY_VERIFY(!m_service->isCounting());
        QCOMPARE(answers, 1);
    }

    void anotherAccount_isNotMixedIn()
    {
        bool answered = false;
        m_service->count(queryOf(InsightPeriod::ThisYear), this, [&](const Result<Insight> &) { answered = true; });
        m_service->forget();
        QVERIFY(!m_service->isCounting());
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void whoIsGone_isNotCalled()
    {
        bool answered = false;
        {
            QObject page;
            m_service->count(queryOf(InsightPeriod::ThisWeek), &page, [&](const Result<Insight> &) { answered = true; });
        }
        QTRY_VERIFY(!m_service->isCounting());
        QVERIFY(!answered);
    }

    void itAsksNothingOfTheServer()
    {
        m_world->calendly.stop();
        QVERIFY(counted(queryOf(InsightPeriod::Last90Days)).whole.meetings > 0);
    }

private:
    InsightQuery queryOf(InsightPeriod period)
    {
        const QTimeZone zone = *zoneNamed(m_world->program->account.account()->user.timezone);
        const QDateTime now = m_world->clock.now();
        const InsightDays days = daysOf(period, wallClock(now, zone).date(), Qt::Monday);
        return {.days = days, .before = daysBefore(period, days), .now = now, .zone = zone};
    }

    Insight counted(const InsightQuery &query)
    {
        std::optional<Insight> found;
        m_service->count(query, this, [&](const Result<Insight> &insight) { found = insight.value_or({}); });
        if (!waitUntil([&] { return found.has_value(); }, 60000))
            return {};
        return *found;
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<InsightTable> m_table;
    std::unique_ptr<InsightService> m_service;
};

QTEST_GUILESS_MAIN(InsightServiceTest)
#include "tst_insightservice.moc"
