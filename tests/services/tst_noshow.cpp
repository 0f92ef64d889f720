// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using sandbox::Fault;

namespace {

const QString marking = QStringLiteral("POST /invitee_no_shows");
const QString unmarking = QStringLiteral("DELETE /invitee_no_shows/*");
const QString looking = QStringLiteral("GET /scheduled_events/*/invitees/*");

} // namespace

/// Marking who did not come, against a Calendly that may lose the request, the answer, or its temper.
class TestNoShow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        service().fetchMissingInvitees();
        QTRY_COMPARE_WITH_TIMEOUT(service().missingInvitees(), 0, 30000);
        m_meeting = begun();
        QVERIFY(!m_meeting.isEmpty());
        m_invitee = stored().uri;
        m_outcome.reset();
        m_world->calendly->clearRequests();
    }

    void marking_isStoredAtOnceAndTold()
    {
        QSignalSpy changed(&service(), &MeetingService::changed);
        set(true);
        QVERIFY(service().isMarking(m_invitee) && service().isBusy());
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(!service().isBusy());
        QVERIFY(!stored().noShow.isEmpty());
        QVERIFY(stored().source.value(QStringLiteral("no_show")).isObject());
        QVERIFY(service().summary(m_meeting)->invitees.first().noShow);
        QCOMPARE(details().changes.last().kind, MeetingChange::Kind::NoShowMarked);
        QVERIFY(isMarkedAtCalendly());
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(sent(marking), 1);
        QCOMPARE(sent(looking), 0);
    }

    void marking_isNotUndoneByAListThatWasAskedForBefore()
    {
        const QString list = QStringLiteral("GET /scheduled_events/*/invitees");
        m_world->calendly->failNext(list, {.kind = Fault::Kind::Late, .wait = std::chrono::seconds(1)});
        service().refresh(m_meeting);
        QTRY_COMPARE(sent(list), 1);
        set(true);
        QTRY_VERIFY(m_outcome && m_outcome->has_value());
        QStringList seen;
        connect(&service(), &MeetingService::changed, this, [&] { seen.append(stored().noShow.isEmpty() ? QStringLiteral("open") : QStringLiteral("marked")); });
        QTRY_COMPARE(sent(list), 2);
        QTRY_VERIFY(!seen.isEmpty());
        QVERIFY(!seen.contains(QStringLiteral("open")));
        QVERIFY(!stored().noShow.isEmpty());
    }

    void unmarking_takesTheMarkAway()
    {
        mark();
        set(false);
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(stored().noShow.isEmpty());
        QVERIFY(!isMarkedAtCalendly());
        QCOMPARE(sent(unmarking), 1);
    }

    void marking_ofSomebodyMarkedElsewhereCountsAsDone()
    {
        markElsewhere();
        set(true);
        QTRY_VERIFY(m_outcome);
        QVERIFY2(m_outcome->has_value(), "a second mark is refused, which is what was wanted");
        QVERIFY(!stored().noShow.isEmpty());
        QCOMPARE(sent(marking), 1);
        QCOMPARE(sent(looking), 1);
    }

    void unmarking_ofAMarkThatIsNotKnownHereLooksForIt()
    {
        markElsewhere();
        set(false);
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(!isMarkedAtCalendly());
        QCOMPARE(sent(unmarking), 1);
    }

    void unmarking_ofAMarkThatIsGoneCountsAsDone()
    {
        mark();
        World &world = m_world->calendly->world();
        world.removeNoShow(world.invitee(m_invitee.fileName())->noShow);
        set(false);
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(stored().noShow.isEmpty());
    }

    void marking_thatIsForbiddenSaysSo()
    {
        m_world->calendly->failNext(marking, 403);
        set(true);
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::NotAllowed);
        QVERIFY(stored().noShow.isEmpty());
        QCOMPARE(sent(marking), 1);
        QCOMPARE(sent(looking), 0);
    }

    void marking_looksWhenTheAnswerIsLost()
    {
        m_world->calendly->failNext(marking, faultOf(Fault::Kind::Lost));
        set(true);
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(!stored().noShow.isEmpty());
        QCOMPARE(sent(marking), 1);
    }

    void marking_thatAGatewayGaveUpOnIsNotCalledUndone()
    {
        m_world->calendly->failNext(marking, faultOf(Fault::Kind::Status, 504));
        set(true);
        QTRY_VERIFY(m_outcome);
        QVERIFY2(outcomeUnknown(m_outcome->error()), "it may still be marked");
        QCOMPARE(sent(marking), 1);
        QCOMPARE(sent(looking), 1);
    }

    void marking_saysThatNothingHappenedWhenTheRequestWasLost()
    {
        m_world->calendly->failNext(marking, faultOf(Fault::Kind::Drop));
        set(true);
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::Refused);
        QVERIFY(!outcomeUnknown(m_outcome->error()));
        QVERIFY(stored().noShow.isEmpty());
        QCOMPARE(sent(marking), 1);
    }

    void marking_afterAServerErrorLooksAndIsNotSentAgain()
    {
        m_world->calendly->failNext(marking, 500);
        set(true);
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::Refused);
        QCOMPARE(sent(marking), 1);
        QCOMPARE(sent(looking), 1);
    }

    void marking_leavesTheOutcomeOpenWhenLookingFailsToo()
    {
        m_world->calendly->failAlways(looking, faultOf(Fault::Kind::Drop));
        m_world->calendly->failNext(marking, faultOf(Fault::Kind::Lost));
        set(true);
        QTRY_VERIFY(m_outcome);
        QVERIFY(outcomeUnknown(m_outcome->error()));
        QVERIFY(!service().isBusy());
        QCOMPARE(sent(marking), 1);
    }

    void unmarking_looksWhenTheAnswerIsLost()
    {
        mark();
        m_world->calendly->failNext(unmarking, faultOf(Fault::Kind::Lost));
        set(false);
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(stored().noShow.isEmpty());
        QVERIFY(!isMarkedAtCalendly());
    }

    void marking_twiceAtOnceSendsOneRequest()
    {
        set(true);
        std::optional<Result<Done>> second;
        service().setNoShow(m_invitee, true, this, [&](const Result<Done> &result) { second = result; });
        QTRY_VERIFY(m_outcome && second);
        QVERIFY(m_outcome->has_value());
        QCOMPARE(second->error().kind, Error::Kind::Conflict);
        QCOMPARE(sent(marking), 1);
    }

    void marking_isNotWrittenToAnotherAccountsStore()
    {
        set(true);
        service().forget();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->has_value());
        QVERIFY(stored().noShow.isEmpty());
    }

    void whoIsNotStoredIsNotMarked()
    {
        m_invitee = QUrl(m_world->calendly.url().toString() + QStringLiteral("/scheduled_events/x/invitees/y"));
        set(true);
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error().kind, Error::Kind::NotFound);
        QCOMPARE(sent(marking), 0);
    }

    void stepsThatAreNotStoredAreAskedForOnceAndNotStored()
    {
        // Only the last time of a booking that was moved twice is read.
        QVERIFY(service().removeMissing({m_world->clock.now().addDays(-60), m_world->clock.now().addSecs(60)}, {}));
        const QUrl moved = movedTwice();
        QVERIFY(!moved.isEmpty());
        const MeetingDetails before = *service().details(moved);
        QCOMPARE(before.moves.size(), 1);
        QCOMPARE(unknownSteps(before.moves.first()).size(), 1);
        connect(&service(), &MeetingService::changed, this, [&] { service().readMoves(*service().details(moved)); });
        service().readMoves(before);
        QTRY_COMPARE(service().details(moved)->moves.first().steps.size(), 3);
        QTRY_VERIFY(unknownSteps(service().details(moved)->moves.first()).isEmpty());
        const RescheduleChain chain = service().details(moved)->moves.first();
        QCOMPARE(chain.here, 2);
        QVERIFY(chain.steps.at(0).start < chain.steps.at(1).start);
        QVERIFY(!service().summary(chain.steps.at(0).meeting));
        service().readMoves(*service().details(moved));
        QTest::qWait(0);
        QCOMPARE(sent(looking), 2);
    }

private:
    MeetingService &service() { return m_world->program->meetings; }
    MeetingDetails details() { return *service().details(m_meeting); }
    Invitee stored() { return details().invitees.first(); }
    int sent(const QString &what) { return int(m_world->calendly->requests(what).size()); }
    bool isMarkedAtCalendly() { return m_world->calendly->world().invitee(m_invitee.fileName())->noShow != noId; }

    void set(bool noShow)
    {
        service().setNoShow(m_invitee, noShow, this, [this](const Result<Done> &result) { m_outcome = result; });
    }

    void mark()
    {
        set(true);
        QTRY_VERIFY(m_outcome && m_outcome->has_value());
        m_outcome.reset();
        m_world->calendly->clearRequests();
    }

    void markElsewhere()
    {
        World &world = m_world->calendly->world();
        world.add(WorldNoShow{noId, world.invitee(m_invitee.fileName())->id, world.now(), false});
    }

    /// A meeting with one person that is over, without a mark.
    QUrl begun()
    {
        MeetingQuery query;
        query.range = {m_world->clock.now().addDays(-60), m_world->clock.now().addSecs(-3600)};
        query.status = MeetingQuery::Status::Active;
        for (const MeetingSummary &meeting : service().meetings(query)) {
            if (!isGroup(meeting.meeting) && meeting.invitees.size() == 1 && !meeting.invitees.first().noShow)
                return meeting.meeting.uri;
        }
        return {};
    }

    QUrl movedTwice()
    {
        MeetingQuery query;
        query.range = {m_world->clock.now(), m_world->clock.now().addDays(10)};
        for (const MeetingSummary &meeting : service().meetings(query)) {
            if (!meeting.invitees.isEmpty() && meeting.invitees.first().email == QLatin1String("emily@hart.example"))
                return meeting.meeting.uri;
        }
        return {};
    }

    std::unique_ptr<ServiceWorld> m_world;
    QUrl m_meeting;
    QUrl m_invitee;
    std::optional<Result<Done>> m_outcome;
};

QTEST_GUILESS_MAIN(TestNoShow)
#include "tst_noshow.moc"
