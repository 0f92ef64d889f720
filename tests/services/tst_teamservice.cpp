// SPDX-License-Identifier: GPL-3.0-or-later
#include "membertable.h"
#include "serviceworld.h"
#include "teamservice.h"

#include <QTest>

#include <algorithm>
#include <optional>

using sandbox::Fault;
using Kind = WriteOutcome::Kind;

namespace {

const QString listing = QStringLiteral("GET /organizations/*/invitations");
const QString inviting = QStringLiteral("POST /organizations/*/invitations");
const QString revoking = QStringLiteral("DELETE /organizations/*/invitations/*");
const QString removing = QStringLiteral("DELETE /organization_memberships/*");
const QString newcomer = QStringLiteral("ana@example.com");
const QString waiting = QStringLiteral("petra@nordwind.example");

} // namespace

/// The people of an organization, against a Calendly that may lose the request, the answer, or its temper.
class TestTeamService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(10);
        QVERIFY(m_world->startSignedIn());
        m_table = std::make_unique<MemberTable>(m_world->program->database);
        m_team = makeTeam();
        m_outcome.reset();
    }

    void cleanup()
    {
        m_team.reset();
        m_table.reset();
        m_world.reset();
    }

    void membersAreThereWithoutANetworkAfterARestart()
    {
        read();
        QCOMPARE(m_team->members().size(), 7);
        QCOMPARE(m_team->roleOf(self().uri), Role::Owner);
        m_world->calendly.stop();
        m_team = makeTeam();
        QCOMPARE(m_team->members().size(), 7);
        QCOMPARE(m_team->membersReading().seenAt, m_world->clock.now());
        read();
        QCOMPARE(m_team->membersReading().problem->kind, Error::Kind::Offline);
        QCOMPARE(m_team->members().size(), 7);
    }

    void somebodyWhoCannotBeReadIsNotTakenToHaveLeft()
    {
        read();
        const QList<OrganizationInvitation> invitations = m_team->invitations();
        const Fault unreadable{.kind = Fault::Kind::Null, .text = QStringLiteral("uri")};
        m_world->calendly->failAlways(QStringLiteral("GET /organization_memberships"), unreadable);
        m_world->calendly->failAlways(listing, unreadable);
        read();
        QCOMPARE(m_team->members().size(), 7);
        QCOMPARE(m_table->members().members.size(), 7);
        QCOMPARE(m_team->invitations(), invitations);
    }

    void inviting_isSentOnceAndListed()
    {
        read();
        invite();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_team->invitations().first().email, newcomer);
        QCOMPARE(sent(inviting), 1);
    }

    void inviting_looksWhenTheAnswerIsLost()
    {
        read();
        m_world->calendly->failNext(inviting, faultOf(Fault::Kind::Lost));
        invite();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(sent(inviting), 1);
    }

    void inviting_guessesNothingWhereItIsNotKnownWhoWasInvitedBefore()
    {
        m_world->calendly->failNext(inviting, faultOf(Fault::Kind::Lost));
        invite();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QCOMPARE(sent(inviting), 1);
    }

    void inviting_saysThatNothingWasSentWhenTheRequestWasLost()
    {
        read();
        m_world->calendly->failNext(inviting, faultOf(Fault::Kind::Drop));
        invite();
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(sent(inviting), 1);
    }

    void inviting_leavesTheOutcomeOpenWhenLookingFailsToo()
    {
        read();
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Drop));
        m_world->calendly->failNext(inviting, faultOf(Fault::Kind::Lost));
        invite();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QCOMPARE(sent(inviting), 1);
    }

    void inviting_leavesTheOutcomeOpenWhereAnInvitationCannotBeRead()
    {
        read();
        m_world->calendly->failAlways(listing, {.kind = Fault::Kind::Null, .text = QStringLiteral("uri")});
        m_world->calendly->failNext(inviting, faultOf(Fault::Kind::Drop));
        invite();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
    }

    void inviting_doesNotTakeAnOlderInvitationForTheNewOne()
    {
        read();
        m_world->calendly->failNext(inviting, 500);
        invite(waiting);
        QCOMPARE(m_outcome->kind, Kind::NotDone);
    }

    void revoking_takesItAway()
    {
        read();
        m_team->revoke(invitation(waiting), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_team->invitations().size(), 2);
    }

    void revoking_afterAServerErrorSaysThatItStillWorks()
    {
        read();
        m_world->calendly->failNext(revoking, 500);
        m_team->revoke(invitation(waiting), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(m_team->invitations().size(), 3);
        QCOMPARE(sent(revoking), 1);
    }

    void sendingAgain_revokesTheOldOneFirst()
    {
        read();
        const QUrl old = invitation(waiting).uri;
        m_team->resend(self(), invitation(waiting), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::Done);
        QVERIFY(invitation(waiting).uri != old);
        QCOMPARE(m_team->invitations().size(), 3);
        QVERIFY(!m_team->isWriting());
    }

    void sendingAgain_sendsNothingWhileTheOldOneWorks()
    {
        read();
        m_world->calendly->failNext(revoking, 500);
        m_team->resend(self(), invitation(waiting), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(sent(inviting), 0);
    }

    void removing_takesTheMemberOutOfTheStoreToo()
    {
        read();
        m_team->remove(member(QStringLiteral("June Calloway")), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_team->members().size(), 6);
        QCOMPARE(m_table->members().members.size(), 6);
    }

    void removing_looksWhenTheAnswerIsLost()
    {
        read();
        m_world->calendly->failNext(removing, 500);
        m_team->remove(member(QStringLiteral("June Calloway")), this, keep());
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(m_team->members().size(), 7);
        QCOMPARE(sent(removing), 1);
    }

    void aPlainUserIsRefused()
    {
        signInAs(m_world->calendly->personalAccessToken(QStringLiteral("june")));
        read();
        QCOMPARE(m_team->roleOf(self().uri), Role::User);
        invite();
        QCOMPARE(m_outcome->kind, Kind::Refused);
        QCOMPARE(m_outcome->error->kind, Error::Kind::NotAllowed);
    }

    void aColleaguesMeetingsAreOnlyForAdmins()
    {
        read();
        std::optional<Result<QList<EventType>>> types;
        m_team->eventTypesOf(member(QStringLiteral("June Calloway")).user.uri, this, [&](const Result<QList<EventType>> &answer) { types = answer; });
        QTRY_VERIFY(types && types->has_value());
        const OrganizationMembership theo = member(QStringLiteral("Theo Marchetti"));
        signInAs(m_world->calendly->personalAccessToken(QStringLiteral("june")));
        std::optional<Result<QList<Meeting>>> meetings;
        m_team->meetingsOf(theo, {.begin = m_world->clock.now(), .end = m_world->clock.now().addDays(7)}, this,
                           [&](const Result<QList<Meeting>> &answer) { meetings = answer; });
        QTRY_VERIFY(meetings);
        QVERIFY(!meetings->has_value());
        QCOMPARE(meetings->error().kind, Error::Kind::NotAllowed);
    }

    void anotherAccountSeesNothingOfTheFormer()
    {
        read();
        QVERIFY(m_table->replace({}, m_world->clock.now())); // as the store of another account
        m_team->forget();
        QVERIFY(m_team->members().isEmpty() && m_team->invitations().isEmpty());
        QVERIFY(!m_team->roleOf(self().uri));
    }

private:
    User self() const { return m_world->program->account.account()->user; }
    int sent(const QString &what) { return int(m_world->calendly->requests(what).size()); }
    TeamService::Tell keep()
    {
        return [this](const WriteOutcome &outcome) { m_outcome = outcome; };
    }

    std::unique_ptr<TeamService> makeTeam()
    {
        Program &program = *m_world->program;
        return std::make_unique<TeamService>(TeamParts{.organization = program.organizationApi,
                                                       .eventTypes = program.eventTypesApi,
                                                       .availability = program.availabilityApi,
                                                       .meetings = program.meetingsApi,
                                                       .table = *m_table,
                                                       .writes = program.account.writes(),
                                                       .clock = m_world->clock.clock()});
    }

    OrganizationMembership member(const QString &name) const
    {
        const auto all = m_team->members();
        return *std::find_if(all.begin(), all.end(), [&](const OrganizationMembership &each) { return each.user.name == name; });
    }

    OrganizationInvitation invitation(const QString &email) const
    {
        const auto all = m_team->invitations();
        return *std::find_if(all.begin(), all.end(), [&](const OrganizationInvitation &each) { return each.email == email; });
    }

    void signInAs(const QString &token)
    {
        m_world->program->account.openWithToken(token.toLatin1());
        QTRY_COMPARE(m_world->program->account.state(), AccountService::State::Ready);
        m_team->forget();
    }

    void read()
    {
        m_team->refreshMembers(self());
        m_team->refreshInvitations(self());
        QTRY_VERIFY(!m_team->membersReading().underWay && !m_team->invitationsReading().underWay);
    }

    void invite(const QString &email = newcomer)
    {
        m_team->invite(self(), email, this, keep());
        QTRY_VERIFY(m_outcome);
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MemberTable> m_table;
    std::unique_ptr<TeamService> m_team;
    std::optional<WriteOutcome> m_outcome;
};

QTEST_GUILESS_MAIN(TestTeamService)
#include "tst_teamservice.moc"
