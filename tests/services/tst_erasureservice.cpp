// SPDX-License-Identifier: GPL-3.0-or-later
#include "enterpriseapi.h"
#include "erasure.h"
#include "erasureservice.h"
#include "syncfixture.h"

/// Deleting data of a Calendly that accepts it and, as the real one may for a week, goes on listing it.
class TestErasureService : public SyncFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(start());
        Program &program = *m_world->program;
        World &world = m_world->calendly->world();
        world.editOrganization(m_world->calendly->demoPerson().organization).plan = QStringLiteral("enterprise");
        QVERIFY(m_world->signIn());
        QVERIFY(fillUp());
        QTRY_COMPARE_WITH_TIMEOUT(program.meetings.missingInvitees(), 0, longWait);
        m_api = std::make_unique<EnterpriseApi>(program.client);
        m_store = std::make_unique<Erasure>(program.database, m_world->clock.clock());
        m_service = std::make_unique<ErasureService>(*m_api, *m_store, program.account.writes());
        connect(m_service.get(), &ErasureService::erased, &program.meetings, &MeetingService::storeChanged);
        m_outcome.reset();
    }

    void cleanup()
    {
        m_service.reset();
        m_world.reset();
    }

    void aPersonStaysGoneUntilCalendlyHasHadItsTime()
    {
        const QUrl meeting = m_world->coming();
        const QString email = m_world->program->meetings.summary(meeting).value().invitees.first().email;
        m_service->erasePeople({email}, this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->calendly.kind, WriteOutcome::Kind::Done);
        QVERIFY(!isListed(meeting) && !isFound(email));
        lookAfter(61s);
        QVERIFY2(!isListed(meeting) && !isFound(email), "a look brought it back");
        sync().refresh();
        QTRY_COMPARE(sync().state(), State::UpToDate);
        QVERIFY(!isListed(meeting) && !isFound(email));
        lookAfter(9 * 24h);
        QTRY_VERIFY_WITH_TIMEOUT(isListed(meeting) && isFound(email), longWait);
    }

    void whatWasAskedForWhenTheProgramEnded_goesAtTheNextStart()
    {
        const QUrl meeting = m_world->coming();
        const QString email = m_world->program->meetings.summary(meeting).value().invitees.first().email;
        m_world->calendly->failNext(QStringLiteral("POST /data_compliance/deletion/invitees"), faultOf(sandbox::Fault::Kind::Hang));
        m_service->erasePeople({email}, this, keep());
        QCOMPARE(m_store->orders().orders()->size(), 1);
        m_service = std::make_unique<ErasureService>(*m_api, *m_store, m_world->program->account.writes());
        QVERIFY(isListed(meeting));
        m_service->reload();
        QVERIFY(m_service->madeUp() && !m_service->madeUp()->accepted && !m_service->madeUp()->store);
        QVERIFY(!isListed(meeting) && !isFound(email));
        QVERIFY(m_store->orders().orders()->isEmpty());
        m_service->reload();
        QVERIFY2(!m_service->madeUp(), "it is told once");
    }

    void whatCalendlyRefuses_stays()
    {
        const QUrl meeting = m_world->coming();
        const QString email = m_world->program->meetings.summary(meeting).value().invitees.first().email;
        m_world->calendly->failNext(QStringLiteral("POST /data_compliance/deletion/invitees"), faultOf(sandbox::Fault::Kind::Status, 403));
        m_service->erasePeople({email}, this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->calendly.kind, WriteOutcome::Kind::Refused);
        QVERIFY(isListed(meeting));
        QVERIFY(m_store->orders().orders()->isEmpty());
    }

    void meetingsOfARangeStayGoneUntilCalendlyHasHadItsTime()
    {
        const QUrl meeting = m_world->past();
        const QDateTime begin = m_world->program->meetings.summary(meeting).value().meeting.start;
        m_service->eraseMeetings({begin, m_world->clock.now()}, this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->calendly.kind, WriteOutcome::Kind::Done);
        QVERIFY(!isListed(meeting));
        const int left = stored();
        lookAfter(61s);
        QCOMPARE(stored(), left);
        std::optional<Result<Meeting>> looked;
        m_world->program->meetings.look(meeting, this, [&looked](const Result<Meeting> &answer) { looked = answer; });
        QTRY_VERIFY(looked && looked->has_value());
        QVERIFY(!isListed(meeting));
        lookAfter(9 * 24h);
        QTRY_VERIFY_WITH_TIMEOUT(isListed(meeting), longWait);
    }

private:
    ErasureService::Tell keep()
    {
        return [this](const ErasureService::Outcome &outcome) { m_outcome = outcome; };
    }

    void lookAfter(std::chrono::milliseconds time)
    {
        const QDateTime before = sync().lastSync();
        m_world->clock.advance(time);
        QTRY_VERIFY_WITH_TIMEOUT(sync().lastSync() > before && sync().state() == State::UpToDate, longWait);
    }

    bool isListed(const QUrl &meeting) { return m_world->program->meetings.summary(meeting).has_value(); }
    bool isFound(const QString &email)
    {
        MeetingQuery query;
        query.text = QStringLiteral("with:") + email;
        query.now = m_world->clock.now();
        return m_world->program->meetings.count(query) > 0;
    }

    std::unique_ptr<EnterpriseApi> m_api;
    std::unique_ptr<Erasure> m_store;
    std::unique_ptr<ErasureService> m_service;
    std::optional<ErasureService::Outcome> m_outcome;
};

QTEST_GUILESS_MAIN(TestErasureService)
#include "tst_erasureservice.moc"
