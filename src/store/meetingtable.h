// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "database.h"
#include "invitee.h"
#include "meeting.h"
#include "meetingsummary.h"
#include "meetingtime.h"
#include "searchindex.h"

#include <QList>

#include <functional>
#include <optional>

struct MeetingRecord;

/// Meetings and their invitees, and what was seen to change of them. Costs follow what is asked for, never what is stored. What
/// was erased is not stored again while Calendly may not have deleted it yet.
class MeetingTable
{
public:
    explicit MeetingTable(Database &database, Clock clock = systemClock());

    /// Stores what the server sent, or what was changed here; the URIs of those that are new or differ. Invitees of a
    /// meeting whose updated_at, counters or status differ count as unknown again (but stay readable).
    Result<QList<QUrl>> upsert(const QList<Meeting> &meetings);
    Result<QList<QUrl>> upsert(const QList<MeetingRecord> &records);
    /// In the order of `meetings`; nothing for those that are not stored.
    QList<std::optional<QByteArray>> fingerprints(const QList<QUrl> &meetings) const;

    /// The meeting's invitees, all of them: others of this meeting go. Nothing happens when the meeting is not stored
    /// (any more).
    Result<Done> setInvitees(const QUrl &meeting, const QList<Invitee> &invitees);

    /// One invitee who is stored, read again alone or changed here. Nothing happens to others.
    Result<Done> updateInvitee(const Invitee &invitee);

    /// Meetings within `range` (by start) that the server no longer lists, given those it lists. For group events and
    /// removed data: they go from the store.
    Result<int> removeMissing(const TimeRange &range, const QList<QUrl> &listed);

    /// In order of start, then end. An open end of the query's range (a null time) reaches as far as time goes.
    Result<QList<MeetingSummary>> summaries(const MeetingQuery &query) const;
    std::optional<MeetingSummary> summary(const QUrl &meeting) const;
    std::optional<MeetingDetails> details(const QUrl &meeting) const; ///< without eventType, moves and person
    PersonHistory historyBefore(const MeetingDetails &meeting) const; ///< with its first invitee; "met" is what took place by now
    /// Many at once, in order of time, for reading them out; without what was had with their people before.
    Result<QList<MeetingDetails>> details(const QList<QUrl> &meetings) const;
    Result<QList<QUrl>> uris(const MeetingQuery &query) const; ///< in order, up to the query's limit
    Result<QList<MeetingTime>> times(const MeetingQuery &query) const; ///< of the same ones
    int count(const MeetingQuery &query) const; ///< without regard to the query's limit

    /// Meetings whose invitees are not known or out of date, nearest to `around` first; at most `limit`.
    QList<QUrl> withoutInvitees(const QDateTime &around, int limit) const;
    int countWithoutInvitees() const;
    /// Which of `meetings` have invitees that are not known or out of date.
    QList<QUrl> withoutInvitees(const QList<QUrl> &meetings) const;

    /// The active meetings that run at `now`, the one that began last first, and then the next one.
    QList<MeetingSummary> runningAndNext(const QDateTime &now) const;

    std::optional<Invitee> invitee(const QUrl &invitee) const;
    std::optional<RescheduleStep> step(const QUrl &invitee) const; ///< one booking of a story of moves

    SearchIndex &searchIndex() { return m_index; }
    const SearchIndex &searchIndex() const { return m_index; }

private:
    Result<Done> write(const std::function<Result<Done>()> &work);

    Database &m_database;
    Clock m_clock;
    SearchIndex m_index;
};
