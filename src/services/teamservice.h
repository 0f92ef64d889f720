// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "clock.h"
#include "eventtype.h"
#include "meeting.h"
#include "organization.h"
#include "reading.h"
#include "result.h"
#include "writeoutcome.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class AvailabilityApi;
class EventTypesApi;
class MeetingsApi;
class MemberTable;
class OrganizationApi;
class PendingWrites;

/// What TeamService works with. All outlive it.
struct TeamParts
{
    OrganizationApi &organization;
    EventTypesApi &eventTypes;
    AvailabilityApi &availability;
    MeetingsApi &meetings;
    MemberTable &table;
    PendingWrites &writes;
    Clock clock;
};

/// The people of the organization. Members are stored, and so can be read without a network; invitations are kept while
/// the program runs.
class TeamService : public QObject
{
    Q_OBJECT

public:
    explicit TeamService(TeamParts parts, QObject *parent = nullptr);
    ~TeamService() override;

    QList<OrganizationMembership> members() const; ///< in order of their names
    Reading membersReading() const;
    std::optional<Role> roleOf(const QUrl &user) const; ///< nothing for those who are no member, as far as is known
    void refreshMembers(const User &self);

    QList<OrganizationInvitation> invitations() const; ///< the newest first
    Reading invitationsReading() const;
    void refreshInvitations(const User &self);

    using Tell = std::function<void(const WriteOutcome &)>;
    /// Sends an invitation by mail, once. After a lost answer the list of invitations tells.
    void invite(const User &self, const QString &email, QObject *context, Tell then);
    /// What was sent stops working. One that is gone already counts as revoked.
    void revoke(const OrganizationInvitation &invitation, QObject *context, Tell then);
    /// Calendly has no call for it: the old invitation is revoked, and only then a new one is sent.
    void resend(const User &self, const OrganizationInvitation &invitation, QObject *context, Tell then);
    /// Takes somebody out of the organization. One who is out already counts as removed.
    void remove(const OrganizationMembership &member, QObject *context, Tell then);
    /// True while one of these writes is on its way.
    bool isWriting() const;

    // What Calendly shows of a colleague; reads that go with `context`.
    void eventTypesOf(const QUrl &user, QObject *context, std::function<void(const Result<QList<EventType>> &)> then);
    void schedulesOf(const QUrl &user, QObject *context, std::function<void(const Result<QList<AvailabilitySchedule>> &)> then);
    /// In what lies ahead of `range`, which is a week at most.
    void busyTimesOf(const QUrl &user, const TimeRange &range, QObject *context, std::function<void(const Result<QList<BusyTime>> &)> then);
    using TellMeetings = std::function<void(const Result<QList<Meeting>> &)>;
    /// The first meetings in `range`; only for admins and owners.
    void meetingsOf(const OrganizationMembership &member, const TimeRange &range, QObject *context, TellMeetings then);
    /// All of them: one call for each hundred, up to ten; a list that is longer is an error.
    void allMeetingsOf(const OrganizationMembership &member, const TimeRange &range, QObject *context, TellMeetings then);

    /// Another account is open now: nothing that was read, or is on its way, is shown to it.
    void forget();

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
