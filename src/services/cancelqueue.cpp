// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelqueue.h"

#include "cancelreason.h"
#include "cancelrun.h"
#include "whilealive.h"

#include <algorithm>

using namespace std::chrono_literals;
using Item = CancelItem::State;

namespace {

constexpr std::chrono::milliseconds usualPace = 2s; // of one meeting, before there is experience

} // namespace

CancelQueue::CancelQueue(CancelTable &table, MeetingService &meetings, LinkService &links, Clock clock, LookTimes times,
                         QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, table, meetings, links, std::move(clock), std::move(times)))
{
    connect(&d->run, &PacedRun::due, this, [this] { d->next(); });
    d->strikeAgain.setSingleShot(true);
    connect(&d->strikeAgain, &QTimer::timeout, this, [this] { d->strike(); });
    d->renew();
}

CancelQueue::~CancelQueue() = default;

QList<CancelItem> CancelQueue::items() const
{
    QList<CancelItem> items = d->journal.items();
    items.removeIf([this](const CancelItem &item) { return d->singles.contains(item.meeting); });
    return items;
}

CancelQueue::State CancelQueue::state() const
{
    return d->run.state();
}

CancelQueue::Cause CancelQueue::cause() const
{
    return d->run.cause();
}

int CancelQueue::count(CancelItem::State state) const
{
    return static_cast<int>(d->inState(state).size());
}

int CancelQueue::settled() const
{
    const QList<CancelItem> all = items();
    return static_cast<int>(std::count_if(all.begin(), all.end(), isSettled));
}

bool CancelQueue::isOpen() const
{
    return state() == State::Standing && settled() < items().size();
}

bool CancelQueue::isChecking() const
{
    return !d->checking.isEmpty();
}

bool CancelQueue::looksAgain() const
{
    return d->step->looksAgain();
}

bool CancelQueue::looksAgain(const QUrl &meeting) const
{
    return d->step->looksAgain(meeting);
}

std::chrono::seconds CancelQueue::timeLeft() const
{
    const int left = static_cast<int>(d->waitingToGo().size()) + (d->run.isUnderWay() ? 1 : 0);
    const auto pace = d->doneInRun == 0 ? usualPace : std::chrono::milliseconds(d->runBegan.msecsTo(d->clock()) / d->doneInRun);
    return std::chrono::ceil<std::chrono::seconds>(pace * left);
}

std::chrono::seconds CancelQueue::expected(int meetings)
{
    return std::chrono::ceil<std::chrono::seconds>(usualPace * meetings);
}

bool CancelQueue::concerns(const QUrl &meeting) const
{
    const CancelItem *known = d->journal.find(meeting);
    return known && !isSettled(*known) && known->state != Item::Failed;
}

Result<Done> CancelQueue::start(const QList<CancelItem> &items)
{
    if (const Result<Done> known = d->journal.known(); !known)
        return known;
    if (state() == State::Standing)
        d->dropSettled();
    QList<CancelItem> fresh;
    QList<QUrl> meetings;
    for (CancelItem item : items) {
        if (concerns(item.meeting))
            continue;
        item.state = Item::Waiting;
        item.problem.reset();
        fresh.append(item);
        meetings.append(item.meeting);
    }
    const Result<Done> written = d->journal.put(fresh);
    if (written)
        d->send(meetings);
    return written;
}

void CancelQueue::stop()
{
    // What is confirmed meanwhile sets the run going again, and that must not take these along.
    d->going.clear();
    d->retrying.clear();
    if (!d->run.stop())
        return;
    d->next();
    emit changed();
}

void CancelQueue::resume()
{
    d->send(d->inState(Item::Waiting));
}

void CancelQueue::skipRest()
{
    for (const QUrl &meeting : d->inState(Item::Waiting))
        d->journal.note(meeting, Item::Skipped);
    if (state() == State::Standing)
        d->run.stand(Cause::None);
    emit changed();
}

void CancelQueue::retryFailed()
{
    const QList<QUrl> failed = d->inState(Item::Failed);
    for (const QUrl &meeting : failed)
        d->journal.note(meeting, Item::Waiting);
    d->send(failed);
}

void CancelQueue::retryWithoutLink()
{
    QList<QUrl> meetings;
    for (const QUrl &meeting : d->inState(Item::Failed)) {
        CancelItem item = *d->journal.find(meeting);
        if (!lacksLink(item))
            continue;
        item.wantsLink = false;
        item.reason = withLink(item.reason, QUrl()).trimmed();
        item.state = Item::Waiting;
        item.problem.reset();
        if (d->journal.put({item}))
            meetings.append(meeting);
    }
    d->send(meetings);
}

void CancelQueue::check(bool retry)
{
    for (const QUrl &meeting : d->inState(Item::Unknown)) {
        if (retry)
            d->retrying.insert(meeting);
        if (d->checking.contains(meeting))
            continue;
        d->checking.insert(meeting);
        d->step->look(meeting);
    }
    emit changed();
}

void CancelQueue::clear()
{
    if (state() != State::Standing)
        return;
    QList<QUrl> gone;
    for (const CancelItem &item : items())
        gone.append(item.meeting);
    d->drop(gone);
    d->run.restore(State::Empty, Cause::None);
    emit changed();
}

bool CancelQueue::isSendingSingle() const
{
    return std::any_of(d->singles.cbegin(), d->singles.cend(), [this](const QUrl &meeting) {
        const CancelItem *item = d->journal.find(meeting);
        return item && item->state != Item::Held;
    });
}

Result<Done> CancelQueue::hold(CancelItem item)
{
    if (const Result<Done> known = d->journal.known(); !known)
        return known;
    if (concerns(item.meeting))
        return Unexpected(failure(Error::Kind::Conflict, MeetingService::tr("This meeting is being canceled already.")));
    item.state = Item::Held;
    const Result<Done> written = d->journal.put({item});
    if (written) {
        d->singles.insert(item.meeting);
        emit changed();
    }
    return written;
}

void CancelQueue::release(const QUrl &meeting)
{
    const CancelItem *item = d->journal.find(meeting);
    if (item && item->state == Item::Held)
        d->step->cancel(meeting);
}

void CancelQueue::withdraw(const QUrl &meeting)
{
    const CancelItem *item = d->journal.find(meeting);
    if (!item || item->state != Item::Held)
        return;
    d->singles.remove(meeting);
    d->drop({meeting});
    emit changed();
}

void CancelQueue::reload()
{
    d->renew();
    d->going.clear();
    d->singles.clear();
    d->checking.clear();
    d->retrying.clear();
    d->strikeAgain.stop();
    d->journal.read();
    // What came of all was told when it ended, and only waited to be looked at.
    if (settled() == items().size())
        d->dropSettled();
    d->step->resume(d->clock());
    const bool any = !d->journal.items().isEmpty();
    d->run.restore(any ? State::Standing : State::Empty, any ? Cause::Restarted : Cause::None);
    emit changed();
}
