// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingservice.h"

#include "cancelrequest.h"
#include "changenotice.h"
#include "eventtypetable.h"
#include "inviteefetcher.h"
#include "latewrites.h"
#include "meetingreader.h"
#include "meetingsapi.h"
#include "meetingtable.h"
#include "movedbookings.h"
#include "noshowrequest.h"
#include "preparedmeetings.h"
#include "recentanswers.h"
#include "searchfiller.h"
#include "unstoredcancellations.h"
#include "whilealive.h"

#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

class MeetingService::Private
{
public:
    Private(MeetingService *service, MeetingsApi &meetingsApi, MeetingTable &meetingTable,
            EventTypeTable &eventTypeTable, Clock presentTime)
        : q(service)
        , api(meetingsApi)
        , meetings(meetingTable)
        , eventTypes(eventTypeTable)
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
        , notice(250ms)
        , reader(meetingsApi, meetingTable, *service)
        , invitees(meetingsApi, meetingTable, clock)
        , moved(meetingsApi, meetingTable)
        , filler(meetingTable.searchIndex())
    {
    }

    Result<Done> heard(const Result<QList<QUrl>> &differing);
    void keep(const QUrl &meeting, const CancelRequest::Ended &ended);
    void markCanceled(const QUrl &meeting, const std::optional<Cancellation> &cancellation);
    void keepUnstored(const Meeting &meeting);

    MeetingService *q;
    MeetingsApi &api;
    MeetingTable &meetings;
    EventTypeTable &eventTypes;
    Clock clock;
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
    ChangeNotice notice;
    MeetingReader reader;
    InviteeFetcher invitees;
    MovedBookings moved;
    SearchFiller filler;
    RecentAnswers recent;
    UnstoredCancellations unstored;
    bool unreadable = false; ///< what meetings() was asked for last
    int revision = 0; ///< rises when meetings went from the store or were canceled: what was prepared before is wrong then
    QSet<QUrl> canceling;
    QSet<QUrl> marking;
};

MeetingService::MeetingService(MeetingsApi &api, MeetingTable &meetings, EventTypeTable &eventTypes, Clock clock,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, api, meetings, eventTypes, std::move(clock)))
{
    connect(&d->notice, &ChangeNotice::due, this, &MeetingService::changed);
    connect(&d->filler, &SearchFiller::finished, &d->notice, &ChangeNotice::soon);
    connect(&d->invitees, &InviteeFetcher::stored, this, [this](bool visible) {
        if (visible)
            d->notice.soon();
        else
            d->notice.inAWhile();
    });
    connect(&d->moved, &MovedBookings::found, &d->notice, &ChangeNotice::soon);
    connect(&d->invitees, &InviteeFetcher::meetingGone, this, [this](const QUrl &meeting) { d->reader.read(meeting, d->account.get()); });
}

MeetingService::~MeetingService() = default;

QList<MeetingSummary> MeetingService::meetings(const MeetingQuery &query) const
{
    Result<QList<MeetingSummary>> found = d->meetings.summaries(query);
    d->unreadable = !found && !d->meetings.searchIndex().isDamaged();
    if (!found && d->meetings.searchIndex().isDamaged() && !d->filler.hasFailed())
        d->filler.start();
    if (found)
        d->unstored.correct(*found, query.status == MeetingQuery::Status::Active);
    return found.value_or({});
}

bool MeetingService::isUnreadable() const
{
    return d->unreadable;
}

MeetingService::SearchState MeetingService::searchState() const
{
    if (d->filler.hasFailed())
        return SearchState::Failed;
    return d->filler.isFilling() ? SearchState::Filling : SearchState::Whole;
}

int MeetingService::count(const MeetingQuery &query) const
{
    return d->meetings.count(query);
}

std::optional<MeetingSummary> MeetingService::summary(const QUrl &meeting) const
{
    std::optional<MeetingSummary> found = d->meetings.summary(meeting);
    d->unstored.correct(found);
    return found;
}

std::optional<MeetingDetails> MeetingService::details(const QUrl &meeting) const
{
    std::optional<MeetingDetails> details = d->meetings.details(meeting);
    if (!details)
        return details;
    d->unstored.correct(details);
    details->eventType = d->eventTypes.eventType(details->meeting.eventType);
    for (const Invitee &invitee : std::as_const(details->invitees)) {
        const bool isMoved = !invitee.oldInvitee.isEmpty() || !invitee.newInvitee.isEmpty();
        if (const RescheduleChain chain = isMoved ? d->moved.chainOf(invitee.uri) : RescheduleChain(); !chain.steps.isEmpty())
            details->moves.append(chain);
    }
    return details;
}

PersonHistory MeetingService::historyBefore(const MeetingDetails &meeting) const
{
    return d->meetings.historyBefore(meeting);
}

Result<QList<MeetingDetails>> MeetingService::details(const QList<QUrl> &meetings) const
{
    Result<QList<MeetingDetails>> found = d->meetings.details(meetings);
    for (qsizetype i = 0; found && i < found->size(); ++i)
        d->unstored.correct((*found)[i].meeting);
    return found;
}

Result<QList<QUrl>> MeetingService::uris(const MeetingQuery &query) const
{
    return d->meetings.uris(query);
}

Result<QList<MeetingTime>> MeetingService::times(const MeetingQuery &query) const
{
    return d->meetings.times(query);
}

QList<MeetingSummary> MeetingService::runningAndNext() const
{
    QList<MeetingSummary> found = d->meetings.runningAndNext(d->clock());
    d->unstored.correct(found, true);
    return found;
}

void MeetingService::showing(const QList<QUrl> &meetings)
{
    d->invitees.showing(meetings);
}

void MeetingService::look(const QUrl &meeting, QObject *context, std::function<void(const Result<Meeting> &)> then)
{
    d->reader.look(meeting, context, [this, meeting, then = std::move(then)](const Result<Meeting> &answer) {
        if (answer)
            d->recent.found(meeting);
        then(answer);
    });
}

void MeetingService::fetch(const QUrl &meeting, std::function<bool(const Meeting &)> isWanted, QObject *context,
                           std::function<void(const Result<Meeting> &)> then)
{
    const auto tell = whileAlive<Result<Meeting>>(context, std::move(then));
    d->reader.fetch(meeting, std::move(isWanted), d->account.get(), [this, tell](const Result<Meeting> &answer) {
        d->notice.soon(); // its invitees were stored behind the meeting itself
        tell(answer);
    });
}

void MeetingService::refresh(const QUrl &meeting)
{
    d->reader.read(meeting, d->account.get());
    d->invitees.fetch(meeting);
}

void MeetingService::cancel(const QUrl &meeting, const QString &reason, QObject *context,
                            std::function<void(const Result<CancelOutcome> &)> then)
{
    if (d->canceling.contains(meeting)) {
        answerLater<Result<CancelOutcome>>(
            context, std::move(then),
            Unexpected(failure(Error::Kind::Conflict, tr("This meeting is being canceled already."))));
        return;
    }
    d->canceling.insert(meeting);
    auto *request = new CancelRequest(d->api, meeting, this);
    connect(request, &CancelRequest::finished, this,
            [this, meeting, account = QPointer<QObject>(d->account.get()),
             tell = whileAlive<Result<CancelOutcome>>(context, std::move(then))](const CancelRequest::Ended &ended) {
                if (account)
                    d->keep(meeting, ended);
                d->canceling.remove(meeting);
                emit cancelingChanged(meeting);
                tell(ended.outcome);
            });
    request->start(reason);
    emit cancelingChanged(meeting);
}

bool MeetingService::isCanceling(const QUrl &meeting) const
{
    return d->canceling.contains(meeting);
}

bool MeetingService::isBusy() const
{
    return !d->canceling.isEmpty() || !d->marking.isEmpty();
}

void MeetingService::setNoShow(const QUrl &invitee, bool noShow, QObject *context,
                               std::function<void(const Result<Done> &)> then)
{
    const std::optional<Invitee> stored = d->meetings.invitee(invitee);
    if (!stored || d->marking.contains(invitee)) {
        const Error refusal = stored ? failure(Error::Kind::Conflict, tr("This person is being marked already."))
                                     : failure(Error::Kind::NotFound, tr("This person is no longer in the meeting."));
        return answerLater<Result<Done>>(context, std::move(then), Unexpected(refusal));
    }
    d->marking.insert(invitee);
    auto *request = new NoShowRequest(d->api, *stored, this);
    connect(request, &NoShowRequest::finished, this,
            [this, invitee, meeting = stored->meeting, account = QPointer<QObject>(d->account.get()),
             tell = whileAlive<Result<Done>>(context, std::move(then))](const NoShowRequest::Ended &ended) {
                if (account && ended.seen) {
                    d->invitees.written(meeting);
                    if (d->meetings.updateInvitee(*ended.seen))
                        d->notice.soon();
                }
                d->marking.remove(invitee);
                emit markingChanged(invitee);
                if (account && !ended.outcome && mayStillBeDone(ended.outcome.error()))
                    QTimer::singleShot(LookTimes().longest, account, [this, meeting] { refresh(meeting); });
                tell(ended.outcome);
            });
    if (noShow)
        request->mark();
    else
        request->unmark();
    emit markingChanged(invitee);
}

bool MeetingService::isMarking(const QUrl &invitee) const
{
    return d->marking.contains(invitee);
}

void MeetingService::readMoves(const MeetingDetails &meeting)
{
    for (const RescheduleChain &chain : meeting.moves)
        d->moved.readUnknown(chain);
}

Result<Done> MeetingService::store(const QList<Meeting> &meetings)
{
    return store(meetings, preparation(meetings)());
}

MeetingService::Preparation MeetingService::preparation(const QList<Meeting> &meetings) const
{
    return preparationOf(d->recent.corrected(meetings), d->meetings, d->revision);
}

Result<Done> MeetingService::store(const QList<Meeting> &meetings, const PreparedMeetings &prepared)
{
    if (prepared.revision != d->revision)
        return store(meetings);
    const Result<Done> written = prepared.records.isEmpty() ? Result<Done>(Done{}) : d->heard(d->meetings.upsert(prepared.records));
    for (auto meeting = meetings.cbegin(); written && meeting != meetings.cend(); ++meeting)
        d->unstored.stored(meeting->uri);
    return written;
}

Result<Done> MeetingService::removeMissing(const TimeRange &range, const QList<QUrl> &listed)
{
    const Result<int> removed = d->meetings.removeMissing(range, listed + d->recent.standing());
    if (!removed)
        return Unexpected(removed.error());
    if (*removed > 0) {
        ++d->revision;
        d->notice.soon();
    }
    return Done{};
}

void MeetingService::fetchMissingInvitees()
{
    d->invitees.fetchRest();
}

int MeetingService::missingInvitees() const
{
    return d->meetings.countWithoutInvitees();
}

void MeetingService::storeChanged()
{
    ++d->revision;
    d->notice.soon();
    if (!d->filler.isFilling())
        d->filler.start(); // a damaged index was begun anew
}

void MeetingService::meetingsWent()
{
    ++d->revision;
    d->notice.inAWhile();
    if (!d->filler.isFilling())
        d->filler.start(); // a damaged index was begun anew
}

void MeetingService::forget()
{
    d->account = std::make_unique<QObject>();
    d->invitees.forget();
    d->moved.forget();
    d->recent.clear();
    d->unstored.clear();
    d->filler.forget();
    d->notice.soon();
}

/// What a write to the table came to.
Result<Done> MeetingService::Private::heard(const Result<QList<QUrl>> &differing)
{
    if (!differing)
        return Unexpected(differing.error());
    if (!differing->isEmpty())
        notice.soon();
    if (!filler.isFilling())
        filler.start(); // a damaged index was begun anew
    return Done{};
}

void MeetingService::Private::keep(const QUrl &meeting, const CancelRequest::Ended &ended)
{
    if (ended.outcome) {
        ++revision;
        recent.canceled(meeting, ended.seen ? ended.seen->cancellation : ended.cancellation);
        invitees.written(meeting);
    }
    if (ended.seen) {
        if (!q->store({*ended.seen}))
            keepUnstored(*ended.seen);
    } else if (ended.outcome) {
        markCanceled(meeting, ended.cancellation);
    }
    if (ended.outcome)
        invitees.fetch(meeting);
}

void MeetingService::Private::markCanceled(const QUrl &meeting, const std::optional<Cancellation> &cancellation)
{
    std::optional<MeetingDetails> stored = meetings.details(meeting);
    if (!stored)
        return;
    stored->meeting.canceled = true;
    if (cancellation)
        stored->meeting.cancellation = cancellation;
    if (!heard(meetings.upsert({stored->meeting})))
        keepUnstored(stored->meeting);
}

void MeetingService::Private::keepUnstored(const Meeting &meeting)
{
    unstored.add(meeting);
    notice.soon();
}
