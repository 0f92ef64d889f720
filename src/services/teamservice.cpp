// SPDX-License-Identifier: GPL-3.0-or-later
#include "teamservice.h"

#include "availabilityapi.h"
#include "eventtypesapi.h"
#include "incomplete.h"
#include "meetingsapi.h"
#include "membertable.h"
#include "organizationapi.h"
#include "pendingwrites.h"
#include "unseenwrite.h"
#include "whilealive.h"
#include "withstored.h"

#include <QSet>

#include <algorithm>

namespace {

constexpr int shownMeetings = 20;
constexpr int meetingsOfPage = 100;
constexpr int mostPages = 10; // a thousand meetings of one person in a week

/// The whole list, or why it is not there; with those of `before` that may be rows which could not be read.
template <typename Value>
Result<QList<Value>> whole(const Result<Listing<Value>> &answer, const QList<Value> &before = {})
{
    if (!answer)
        return Unexpected(answer.error());
    if (answer->flaw)
        return Unexpected(*answer->flaw);
    return withStored(answer->items, answer->leftOut, before);
}

} // namespace

class TeamService::Private
{
public:
    Private(TeamService *service, TeamParts teamParts)
        : q(service)
        , parts(std::move(teamParts))
        , account(std::make_unique<QObject>())
    {
    }

    void load();
    void lookForInvited(const QUrl &organization, const QString &email, const std::optional<QSet<QUrl>> &before, const Error &lost, const Tell &tell);
    void lookForRevoked(const OrganizationInvitation &invitation, const Error &lost, const Tell &tell);
    void lookForRemoved(const OrganizationMembership &member, const Error &lost, const Tell &tell);
    void keepInvitations(const Result<QList<OrganizationInvitation>> &answer);
    void dropInvitation(const QUrl &uri);
    void drop(const OrganizationMembership &member);
    Tell writing(QObject *context, Tell then);
    static MeetingsApi::Query queryFor(const OrganizationMembership &member, const TimeRange &range);
    void readOn(const MeetingsApi::Query &query, const QList<Meeting> &before, int pages, QObject *context, const TellMeetings &then);

    TeamService *q;
    TeamParts parts;
    std::unique_ptr<QObject> account; ///< lives as long as the same account is open
    QList<OrganizationMembership> members;
    Reading membersReading;
    bool loaded = false; ///< members as the store has them
    QList<OrganizationInvitation> invitations;
    Reading invitationsReading;
    int writes = 0;
};

TeamService::TeamService(TeamParts parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(parts)))
{
}

TeamService::~TeamService() = default;

QList<OrganizationMembership> TeamService::members() const
{
    d->load();
    return d->members;
}

Reading TeamService::membersReading() const
{
    d->load();
    return d->membersReading;
}

std::optional<Role> TeamService::roleOf(const QUrl &user) const
{
    d->load();
    const auto found = std::find_if(d->members.cbegin(), d->members.cend(), [&](const OrganizationMembership &member) { return member.user.uri == user; });
    return found == d->members.cend() ? std::nullopt : std::optional(found->role);
}

void TeamService::refreshMembers(const User &self)
{
    if (d->membersReading.underWay)
        return;
    d->load();
    d->membersReading.underWay = true;
    d->parts.organization.memberships(self.organization, {}, Urgency::Now, d->account.get(),
                                      [this](const Result<Listing<OrganizationMembership>> &answer) {
                                          d->membersReading.underWay = false;
                                          const Result<QList<OrganizationMembership>> members = whole(answer, d->members);
                                          if (members) {
                                              const QDateTime now = d->parts.clock();
                                              d->membersReading = {now, false, std::nullopt};
                                              d->members = *members;
                                              if (d->parts.table.replace(*members, now)) // also puts them in order
                                                  d->members = d->parts.table.members().members;
                                          } else {
                                              d->membersReading.problem = members.error();
                                          }
                                          emit changed();
                                      });
    emit changed();
}

QList<OrganizationInvitation> TeamService::invitations() const
{
    return d->invitations;
}

Reading TeamService::invitationsReading() const
{
    return d->invitationsReading;
}

void TeamService::refreshInvitations(const User &self)
{
    if (d->invitationsReading.underWay)
        return;
    d->invitationsReading.underWay = true;
    d->parts.organization.invitations(self.organization, d->account.get(), [this](const Result<Listing<OrganizationInvitation>> &answer) {
        d->keepInvitations(whole(answer, d->invitations));
        emit changed();
    });
    emit changed();
}

void TeamService::invite(const User &self, const QString &email, QObject *context, Tell then)
{
    const QUrl organization = self.organization;
    // As known before it leaves: while its answer hangs, the list may be read with it.
    std::optional<QSet<QUrl>> before;
    if (d->invitationsReading.seenAt.isValid()) {
        before.emplace();
        for (const OrganizationInvitation &invitation : std::as_const(d->invitations))
            before->insert(invitation.uri);
    }
    d->parts.organization.invite(organization, email, d->account.get(),
                                 [this, organization, email, before, tell = d->writing(context, std::move(then))](const Result<OrganizationInvitation> &answer) {
                                     if (answer) {
                                         d->dropInvitation(answer->uri);
                                         d->invitations.prepend(*answer);
                                         emit changed();
                                         return tell({});
                                     }
                                     if (!outcomeUnknown(answer.error()))
                                         return tell({WriteOutcome::Kind::Refused, answer.error()});
                                     d->lookForInvited(organization, email, before, answer.error(), tell);
                                 });
}

void TeamService::revoke(const OrganizationInvitation &invitation, QObject *context, Tell then)
{
    d->parts.organization.revoke(invitation.uri, d->account.get(), [this, invitation, tell = d->writing(context, std::move(then))](const Result<Done> &answer) {
        if (answer) {
            d->dropInvitation(invitation.uri);
            return tell({});
        }
        if (!outcomeUnknown(answer.error()))
            return tell({WriteOutcome::Kind::Refused, answer.error()});
        d->lookForRevoked(invitation, answer.error(), tell);
    });
}

void TeamService::resend(const User &self, const OrganizationInvitation &invitation, QObject *context, Tell then)
{
    // Only what is known to be revoked is sent anew: somebody with two invitations would not know which one works.
    revoke(invitation, d->account.get(), [this, self, email = invitation.email, tell = d->writing(context, std::move(then))](const WriteOutcome &revoked) {
        if (revoked.kind != WriteOutcome::Kind::Done)
            return tell(revoked);
        invite(self, email, d->account.get(), tell);
    });
}

void TeamService::remove(const OrganizationMembership &member, QObject *context, Tell then)
{
    d->parts.organization.removeMembership(member.uri, d->account.get(), [this, member, tell = d->writing(context, std::move(then))](const Result<Done> &answer) {
        if (answer) {
            d->drop(member);
            return tell({});
        }
        if (!outcomeUnknown(answer.error()))
            return tell({WriteOutcome::Kind::Refused, answer.error()});
        d->lookForRemoved(member, answer.error(), tell);
    });
}

bool TeamService::isWriting() const
{
    return d->writes > 0;
}

void TeamService::eventTypesOf(const QUrl &user, QObject *context, std::function<void(const Result<QList<EventType>> &)> then)
{
    EventTypesApi::Query query;
    query.user = user;
    query.active = true;
    query.sort = QStringLiteral("name:asc");
    d->parts.eventTypes.list(query, Urgency::Now, context, [then = std::move(then)](const Result<Listing<EventType>> &answer) { then(whole(answer)); });
}

void TeamService::schedulesOf(const QUrl &user, QObject *context, std::function<void(const Result<QList<AvailabilitySchedule>> &)> then)
{
    d->parts.availability.schedules(user, Urgency::Now, context,
                                    [then = std::move(then)](const Result<Listing<AvailabilitySchedule>> &answer) { then(whole(answer)); });
}

void TeamService::busyTimesOf(const QUrl &user, const TimeRange &range, QObject *context, std::function<void(const Result<QList<BusyTime>> &)> then)
{
    // The server wants a range that begins in the future; a minute covers clocks that differ a little.
    const QDateTime begin = std::max(range.begin, d->parts.clock().addSecs(60));
    d->parts.availability.busyTimes(user, {begin, range.end}, Urgency::Now, context, std::move(then));
}

void TeamService::meetingsOf(const OrganizationMembership &member, const TimeRange &range, QObject *context, TellMeetings then)
{
    MeetingsApi::Query query = Private::queryFor(member, range);
    query.count = shownMeetings;
    d->parts.meetings.list(query, Urgency::Now, context, [then = std::move(then)](const Result<Page<Meeting>> &answer) {
        if (!answer)
            return then(Unexpected(answer.error()));
        then(answer->items);
    });
}

void TeamService::allMeetingsOf(const OrganizationMembership &member, const TimeRange &range, QObject *context, TellMeetings then)
{
    MeetingsApi::Query query = Private::queryFor(member, range);
    query.count = meetingsOfPage;
    d->readOn(query, {}, mostPages, context, then);
}

void TeamService::forget()
{
    d->account = std::make_unique<QObject>();
    d->members.clear();
    d->membersReading = {};
    d->loaded = false;
    d->invitations.clear();
    d->invitationsReading = {};
    d->writes = 0;
    emit changed();
}

MeetingsApi::Query TeamService::Private::queryFor(const OrganizationMembership &member, const TimeRange &range)
{
    MeetingsApi::Query query;
    query.user = member.user.uri;
    query.organization = member.organization;
    query.range = range;
    query.status = QStringLiteral("active");
    return query;
}

/// Reads `pages` more at most; half a list would look like free time.
void TeamService::Private::readOn(const MeetingsApi::Query &query, const QList<Meeting> &before, int pages, QObject *context, const TellMeetings &then)
{
    parts.meetings.list(query, Urgency::Now, context, [this, query, before, pages, context, then](const Result<Page<Meeting>> &answer) {
        if (!answer)
            return then(Unexpected(answer.error()));
        if (answer->flaw)
            return then(Unexpected(*answer->flaw));
        const QList<Meeting> read = before + answer->items;
        if (answer->nextPageToken.isEmpty())
            return then(read);
        if (pages <= 1)
            return then(Unexpected(incomplete(QStringLiteral("The list of meetings is too long"))));
        MeetingsApi::Query next = query;
        next.pageToken = answer->nextPageToken;
        readOn(next, read, pages - 1, context, then);
    });
}

/// Once for an account, so that asking again and again costs nothing.
void TeamService::Private::load()
{
    if (loaded)
        return;
    loaded = true;
    const MemberTable::Members stored = parts.table.members();
    members = stored.members;
    membersReading.seenAt = stored.seenAt;
}

void TeamService::Private::keepInvitations(const Result<QList<OrganizationInvitation>> &answer)
{
    invitationsReading.underWay = false;
    if (!answer) {
        invitationsReading.problem = answer.error();
        return;
    }
    invitations = *answer;
    std::stable_sort(invitations.begin(), invitations.end(),
                     [](const OrganizationInvitation &one, const OrganizationInvitation &other) { return one.createdAt > other.createdAt; });
    invitationsReading = {parts.clock(), false, std::nullopt};
}

/// One that waits for this address and was not known before is the one that was sent; where it is not known what there was
/// before, nobody can tell.
void TeamService::Private::lookForInvited(const QUrl &organization, const QString &email, const std::optional<QSet<QUrl>> &before, const Error &lost, const Tell &tell)
{
    parts.organization.invitations(organization, account.get(), [this, email, before, lost, tell](const Result<Listing<OrganizationInvitation>> &answer) {
        keepInvitations(whole(answer, invitations));
        emit q->changed();
        if (invitationsReading.problem)
            return tell({WriteOutcome::Kind::Unknown, invitationsReading.problem});
        const auto waits = [&](const OrganizationInvitation &invitation) {
            return invitation.email.compare(email, Qt::CaseInsensitive) == 0 && invitation.status == QLatin1String("pending")
                && !(before && before->contains(invitation.uri));
        };
        const bool isThere = std::any_of(invitations.cbegin(), invitations.cend(), waits);
        if (isThere)
            return tell({before ? WriteOutcome::Kind::Done : WriteOutcome::Kind::Unknown, std::nullopt});
        if (answer->leftOut > 0) // it may be one that could not be read
            return tell({WriteOutcome::Kind::Unknown, incomplete(QStringLiteral("Some rows could not be read"))});
        tell(unseenOutcome(lost));
    });
}

void TeamService::Private::lookForRevoked(const OrganizationInvitation &invitation, const Error &lost, const Tell &tell)
{
    parts.organization.invitation(invitation.uri, account.get(), [this, invitation, lost, tell](const Result<OrganizationInvitation> &answer) {
        if (answer)
            return tell(unseenOutcome(lost));
        if (answer.error().kind != Error::Kind::NotFound)
            return tell({WriteOutcome::Kind::Unknown, answer.error()});
        dropInvitation(invitation.uri);
        tell({});
    });
}

void TeamService::Private::lookForRemoved(const OrganizationMembership &member, const Error &lost, const Tell &tell)
{
    parts.organization.membership(member.uri, account.get(), [this, member, lost, tell](const Result<OrganizationMembership> &answer) {
        if (answer)
            return tell(unseenOutcome(lost));
        if (answer.error().kind != Error::Kind::NotFound)
            return tell({WriteOutcome::Kind::Unknown, answer.error()});
        drop(member);
        tell({});
    });
}

void TeamService::Private::dropInvitation(const QUrl &uri)
{
    invitations.removeIf([&](const OrganizationInvitation &other) { return other.uri == uri; });
    emit q->changed();
}

void TeamService::Private::drop(const OrganizationMembership &member)
{
    members.removeIf([&](const OrganizationMembership &other) { return other.uri == member.uri; });
    parts.table.remove(member.uri);
    emit q->changed();
}

TeamService::Tell TeamService::Private::writing(QObject *context, Tell then)
{
    ++writes;
    emit q->changed();
    const Tell told = holding(parts.writes.hold(PendingWrites::Kind::Member), whileAlive<WriteOutcome>(context, std::move(then)));
    return [this, of = QPointer<QObject>(account.get()), tell = told](const WriteOutcome &outcome) {
        if (of) {
            --writes;
            emit q->changed();
        }
        tell(outcome);
    };
}
