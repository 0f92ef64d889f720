// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "meetingsummary.h"
#include "meetingtime.h"
#include "result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class MeetingsApi;
class MeetingTable;
class EventTypeTable;
struct PreparedMeetings;

/// Meetings: what is stored, asked for by range, canceling, and marking who did not come.
class MeetingService : public QObject
{
    Q_OBJECT

public:
    MeetingService(MeetingsApi &api, MeetingTable &meetings, EventTypeTable &eventTypes, Clock clock,
                   QObject *parent = nullptr);
    ~MeetingService() override;

    QList<MeetingSummary> meetings(const MeetingQuery &query) const;
    bool isUnreadable() const; ///< what meetings() gave last says nothing: it could not be read from the store
    int count(const MeetingQuery &query) const;
    enum class SearchState {
        Whole, ///< everything stored can be found
        Filling, ///< older meetings are still being made ready for searching
        Failed, ///< nothing can be found at the moment
    };
    SearchState searchState() const;

    std::optional<MeetingSummary> summary(const QUrl &meeting) const;
    std::optional<MeetingDetails> details(const QUrl &meeting) const; ///< without person
    PersonHistory historyBefore(const MeetingDetails &meeting) const; ///< with its first invitee; what a card tells beside it
    /// Many at once, in order of time, for writing them to a file: a few hundred at a time, so that nobody waits. Without
    /// event types and without what was had with their people before.
    Result<QList<MeetingDetails>> details(const QList<QUrl> &meetings) const;
    Result<QList<QUrl>> uris(const MeetingQuery &query) const; ///< which meetings, in order, up to the query's limit
    Result<QList<MeetingTime>> times(const MeetingQuery &query) const; ///< of the same ones
    QList<MeetingSummary> runningAndNext() const; ///< all that run now, the one that began last first, and then the next one

    /// Rows on the screen: their invitees are fetched before all others.
    void showing(const QList<QUrl> &meetings);
    /// Reads one meeting and its invitees again, for the card.
    void refresh(const QUrl &meeting);

    /// Reads one meeting now and stores it; `then` hears what was found. For looking before anything is tried again.
    void look(const QUrl &meeting, QObject *context, std::function<void(const Result<Meeting> &)> then);

    /// Reads one that is not stored, as it lies outside of what is read, and its invitees; both are stored where `isWanted`
    /// says so of it. `then` hears what was found, also of one that is not wanted, unless another account comes before.
    void fetch(const QUrl &meeting, std::function<bool(const Meeting &)> isWanted, QObject *context,
               std::function<void(const Result<Meeting> &)> then);

    enum class CancelOutcome { Canceled, WasAlreadyCanceled };

    /// Cancels for everybody and mails them; cannot be undone. Never sent twice: while it runs a second call for the
    /// same meeting is refused (Conflict). After an answer that leaves the outcome open it reads the meeting first and
    /// tells what it found: a meeting that is still active gives kind Refused, so that trying again is safe. If even
    /// looking fails, the error says that the outcome is not known (outcomeUnknown). What came of it is stored even
    /// when `context` is gone; nothing is ever sent again by itself.
    void cancel(const QUrl &meeting, const QString &reason, QObject *context,
                std::function<void(const Result<CancelOutcome> &)> then);
    bool isCanceling(const QUrl &meeting) const;
    /// True while any cancellation or mark is on its way; quitting waits for it.
    bool isBusy() const;

    /// Marks somebody who did not come, or takes the mark away. Never sent twice: while it runs a second call for the same
    /// person is refused (Conflict). A mark that is there already counts as set. After an answer that leaves the outcome
    /// open it looks at the person first; only if looking fails too does outcomeUnknown() hold of the error.
    void setNoShow(const QUrl &invitee, bool noShow, QObject *context, std::function<void(const Result<Done> &)> then);
    bool isMarking(const QUrl &invitee) const;

    /// Asks for what is not stored of how the bookings of a meeting were moved; changed() comes with it.
    void readMoves(const MeetingDetails &meeting);

    /// Stores what a sync read, as the server sent it, and tells if anything differs.
    Result<Done> store(const QList<Meeting> &meetings);
    /// The same in two steps: any thread may call the preparation, which goes through all that was read, and its outcome
    /// is stored here. Where meetings went from the store meanwhile, it is prepared anew.
    using Preparation = std::function<PreparedMeetings()>;
    Preparation preparation(const QList<Meeting> &meetings) const;
    Result<Done> store(const QList<Meeting> &meetings, const PreparedMeetings &prepared);
    /// The server lists `listed` in `range` (by start) and nothing else: others go.
    Result<Done> removeMissing(const TimeRange &range, const QList<QUrl> &listed);

    /// Fetches invitees of meetings that lack them, in the background; visible ones first. Called by the sync.
    void fetchMissingInvitees();
    int missingInvitees() const;

    /// Somebody else wrote to the store: data was deleted, or own data came in. changed() follows.
    void storeChanged();
    /// Likewise meetings, a few of many: changed() follows now and then.
    void meetingsWent();

    /// The store now holds another account's meetings: answers that are on their way are not written to it.
    void forget();

signals:
    /// What is stored changed.
    void changed();
    /// A cancellation began or ended.
    void cancelingChanged(const QUrl &meeting);
    /// Marking somebody began or ended.
    void markingChanged(const QUrl &invitee);

private:
    class Private;
    std::unique_ptr<Private> d;
};
