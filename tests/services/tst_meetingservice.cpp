// SPDX-License-Identifier: GPL-3.0-or-later
#include "preparedmeetings.h"
#include "serviceworld.h"
#include "statement.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using Outcome = MeetingService::CancelOutcome;
using sandbox::Fault;

namespace {

const QString cancellation = QStringLiteral("POST /scheduled_events/*/cancellation");

} // namespace

class TestMeetingService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_meeting = m_world->coming();
        QVERIFY(!m_meeting.isEmpty());
        m_outcome.reset();
    }

    void cancel_storesTheCancellationAndTells()
    {
        QSignalSpy changed(&service(), &MeetingService::changed);
        cancel(QStringLiteral("Ill, sorry"));
        QVERIFY(service().isCanceling(m_meeting) && service().isBusy());
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(**m_outcome, Outcome::Canceled);
        QVERIFY(!service().isCanceling(m_meeting));
        const std::optional<MeetingSummary> stored = service().summary(m_meeting);
        QVERIFY(stored && stored->meeting.canceled);
        QCOMPARE(stored->meeting.cancellation->reason, QStringLiteral("Ill, sorry"));
        QTRY_VERIFY(!changed.isEmpty());
    }

    void cancel_isNotUndoneByAnswersThatWereAskedForBefore()
    {
        Meeting before = service().details(m_meeting)->meeting;
        before.source.insert(QStringLiteral("updated_at"), QStringLiteral("2026-11-18T09:00:00.000000Z")); // news of it, so that it is stored
        const MeetingService::Preparation page = service().preparation({before});
        const PreparedMeetings prepared = page();
        QCOMPARE(prepared.records.size(), 1);
        cancel(QStringLiteral("Ill, sorry"));
        QTRY_VERIFY(m_outcome && m_outcome->has_value());
        QVERIFY(service().store({before}, prepared));
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
        QVERIFY(service().store({before}));
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
        QCOMPARE(service().summary(m_meeting)->meeting.cancellation->reason, QStringLiteral("Ill, sorry"));
    }

    void cancel_thatCannotBeStored_isShownAllTheSame()
    {
        const auto run = [this](const char *sql) { return Statement(m_world->program->database, QLatin1String(sql)).run(); };
        QVERIFY(run("CREATE TRIGGER refuses BEFORE UPDATE ON meetings BEGIN SELECT RAISE(ABORT, 'full'); END"));
        QSignalSpy changed(&service(), &MeetingService::changed);
        cancel(QStringLiteral("Ill, sorry"));
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
        QCOMPARE(service().details(m_meeting)->meeting.cancellation->reason, QStringLiteral("Ill, sorry"));
        const auto isListed = [this](MeetingQuery::Status status) {
            MeetingQuery query;
            query.status = status;
            const QList<MeetingSummary> all = service().meetings(query);
            return std::any_of(all.begin(), all.end(), [this](const MeetingSummary &each) { return each.meeting.uri == m_meeting; });
        };
        QVERIFY(isListed(MeetingQuery::Status::Any));
        QVERIFY(!isListed(MeetingQuery::Status::Active));

        QVERIFY(run("DROP TRIGGER refuses"));
        service().refresh(m_meeting);
        QTRY_VERIFY(m_world->program->meetingTable.summary(m_meeting)->meeting.canceled);
    }

    void cancel_countsAnAlreadyCanceledMeetingAsDone()
    {
        m_world->calendly.cancel(m_meeting);
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(**m_outcome, Outcome::WasAlreadyCanceled);
        QCOMPARE(service().summary(m_meeting)->meeting.cancellation->reason, QStringLiteral("No time"));
    }

    void cancel_ofAPastMeetingIsRefusedInTheServersWords()
    {
        m_meeting = m_world->past();
        QVERIFY(!m_meeting.isEmpty());
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->has_value());
        QCOMPARE(m_outcome->error().kind, Error::Kind::NotAllowed);
        QCOMPARE(m_outcome->error().message, QStringLiteral("Event in the past"));
        QVERIFY(!service().summary(m_meeting)->meeting.canceled);
    }

    void cancel_looksWhenTheAnswerIsLost()
    {
        m_world->calendly->failNext(cancellation, faultOf(Fault::Kind::Lost));
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(**m_outcome, Outcome::Canceled);
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
        QCOMPARE(sentCancellations(), 1);
    }

    void cancel_saysThatNothingHappenedWhenTheRequestWasLost()
    {
        m_world->calendly->failNext(cancellation, faultOf(Fault::Kind::Drop));
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->has_value());
        QCOMPARE(m_outcome->error().kind, Error::Kind::Refused);
        QVERIFY(!outcomeUnknown(m_outcome->error()));
        QVERIFY(!service().summary(m_meeting)->meeting.canceled);
        QCOMPARE(sentCancellations(), 1);
    }

    void cancel_tellsSomebodyElsesEarlierCancellationFromOurs()
    {
        m_world->calendly.cancel(m_meeting);
        m_world->clock.advance(std::chrono::hours(1));
        m_world->calendly->failNext(cancellation, faultOf(Fault::Kind::Drop));
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(**m_outcome, Outcome::WasAlreadyCanceled);
    }

    void cancel_leavesTheOutcomeOpenWhenLookingFailsToo()
    {
        m_world->calendly->failAlways(QStringLiteral("GET /scheduled_events/*"), faultOf(Fault::Kind::Drop));
        m_world->calendly->failNext(cancellation, faultOf(Fault::Kind::Lost));
        cancel();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->has_value());
        QVERIFY(outcomeUnknown(m_outcome->error()));
        QVERIFY(!service().isBusy());
        QCOMPARE(sentCancellations(), 1);
    }

    void cancel_twiceAtOnceSendsOneRequest()
    {
        cancel();
        std::optional<Result<Outcome>> second;
        service().cancel(m_meeting, {}, this, [&](const Result<Outcome> &result) { second = result; });
        QTRY_VERIFY(m_outcome && second);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(second->error().kind, Error::Kind::Conflict);
        QCOMPARE(sentCancellations(), 1);
    }

    void cancel_goesOnWithoutItsDialog()
    {
        auto dialog = std::make_unique<QObject>();
        bool told = false;
        service().cancel(m_meeting, {}, dialog.get(), [&](const Result<Outcome> &) { told = true; });
        dialog.reset();
        QTRY_VERIFY(!service().isBusy());
        QVERIFY(service().summary(m_meeting)->meeting.canceled);
        QVERIFY(!told);
    }

    void cancel_isNotWrittenToAnotherAccountsStore()
    {
        cancel();
        service().forget();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(!service().summary(m_meeting)->meeting.canceled);
    }

    void invitees_ofVisibleRowsComeFirst()
    {
        MeetingQuery query;
        query.range = {m_world->clock.now(), m_world->clock.now().addDays(60)};
        query.newestFirst = true;
        const QUrl visible = service().meetings(query).first().meeting.uri;
        QVERIFY(!service().summary(visible)->inviteesKnown);
        m_world->calendly->clearRequests();
        service().showing({visible});
        service().fetchMissingInvitees();
        QTRY_COMPARE_WITH_TIMEOUT(service().missingInvitees(), 0, 30000);
        const QList<LoggedRequest> asked
            = m_world->calendly->requests(QStringLiteral("GET /scheduled_events/*/invitees"));
        QCOMPARE(asked.first().path, visible.path() + QLatin1String("/invitees"));
        QVERIFY(service().summary(visible)->inviteesKnown);
    }

    void invitees_areToldInBatches()
    {
        QTest::qWait(0);
        QSignalSpy changed(&service(), &MeetingService::changed);
        const int missing = service().missingInvitees();
        QVERIFY(missing > 20);
        service().fetchMissingInvitees();
        QTRY_COMPARE_WITH_TIMEOUT(service().missingInvitees(), 0, 30000);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY2(changed.size() < missing / 2, qPrintable(QString::number(changed.size())));
    }

    void invitees_whoCannotBeReadStay()
    {
        service().fetchMissingInvitees();
        QTRY_COMPARE_WITH_TIMEOUT(service().missingInvitees(), 0, 30000);
        const QList<Invitee> before = service().details(m_meeting)->invitees;
        QCOMPARE(before.size(), 1);
        m_world->calendly->failAlways(QStringLiteral("GET /scheduled_events/*/invitees"), {.kind = Fault::Kind::Null, .text = QStringLiteral("uri")});
        cancel();
        QTRY_VERIFY(m_outcome);
        QTRY_VERIFY(service().summary(m_meeting)->inviteesKnown);
        const QList<Invitee> after = service().details(m_meeting)->invitees;
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().uri, before.first().uri);
    }

    void refresh_removesAMeetingThatIsGone()
    {
        const int before = service().count(aroundNow());
        m_world->calendly->failNext(QLatin1String("GET ") + m_meeting.path(), 404);
        service().refresh(m_meeting);
        QTRY_VERIFY(!service().summary(m_meeting));
        QCOMPARE(service().count(aroundNow()), before - 1);
    }

    void aMeetingThatWasJustFound_outlivesAListOfBefore()
    {
        const QUrl other = m_world->past();
        QVERIFY(service().summary(other));
        bool found = false;
        service().look(m_meeting, this, [&found](const Result<Meeting> &answer) { found = answer.has_value(); });
        QTRY_VERIFY(found);
        QVERIFY(service().removeMissing(aroundNow().range, {}));
        QVERIFY(service().summary(m_meeting));
        QVERIFY(!service().summary(other));
    }

    void store_ofTheSameSaysNothing()
    {
        QTest::qWait(0);
        QSignalSpy changed(&service(), &MeetingService::changed);
        QVERIFY(m_world->load());
        QTest::qWait(0);
        QCOMPARE(changed.size(), 0);
    }

private:
    MeetingService &service() { return m_world->program->meetings; }

    void cancel(const QString &reason = {})
    {
        service().cancel(m_meeting, reason, this, [this](const Result<Outcome> &result) { m_outcome = result; });
    }

    int sentCancellations() { return int(m_world->calendly->requests(cancellation).size()); }

    MeetingQuery aroundNow() const
    {
        MeetingQuery query;
        query.range = {m_world->clock.now().addDays(-60), m_world->clock.now().addDays(60)};
        return query;
    }

    std::unique_ptr<ServiceWorld> m_world;
    QUrl m_meeting;
    std::optional<Result<Outcome>> m_outcome;
};

QTEST_GUILESS_MAIN(TestMeetingService)
#include "tst_meetingservice.moc"
