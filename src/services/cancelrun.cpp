// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrun.h"

using Item = CancelItem::State;

namespace {

constexpr std::chrono::minutes untilStruckAgain{1};

/// The request may have been fine: the server, or the way to it, is not.
bool isTrouble(const Error &error)
{
    return outcomeUnknown(error) || error.httpStatus >= 500 || (error.kind == Error::Kind::Refused && error.httpStatus == 0);
}

} // namespace

void CancelQueue::Private::renew()
{
    step = std::make_unique<CancelStep>(journal, meetings, links, times);
    QObject::connect(step.get(), &CancelStep::changed, q, &CancelQueue::changed);
    QObject::connect(step.get(), &CancelStep::ended, q,
                     [this](const QUrl &meeting, const std::optional<Error> &error) { stepEnded(meeting, error); });
    QObject::connect(step.get(), &CancelStep::looked, q, [this](const QUrl &meeting, bool wasUnknown) { looked(meeting, wasUnknown); });
}

QList<QUrl> CancelQueue::Private::inState(Item wanted) const
{
    QList<QUrl> found = journal.inState(wanted);
    found.removeIf([this](const QUrl &meeting) { return singles.contains(meeting); });
    return found;
}

QList<QUrl> CancelQueue::Private::waitingToGo() const
{
    QList<QUrl> waiting = inState(Item::Waiting);
    waiting.removeIf([this](const QUrl &meeting) { return !going.contains(meeting); });
    return waiting;
}

void CancelQueue::Private::dropSettled()
{
    QList<QUrl> gone;
    for (const CancelItem &item : journal.items()) {
        if (isSettled(item))
            gone.append(item.meeting);
    }
    drop(gone);
}

void CancelQueue::Private::drop(const QList<QUrl> &gone)
{
    const bool isTold = strikeAgain.isActive();
    if (journal.drop(gone))
        return strikeAgain.stop();
    strikeAgain.start(untilStruckAgain);
    if (!isTold)
        emit q->strikingRefused();
}

void CancelQueue::Private::strike()
{
    if (!journal.strike())
        strikeAgain.start(untilStruckAgain);
}

/// Sends `wanted`, besides what is being sent; nothing else that waits.
void CancelQueue::Private::send(const QList<QUrl> &wanted)
{
    if (wanted.isEmpty())
        return;
    going += QSet<QUrl>(wanted.begin(), wanted.end());
    if (run.begin()) {
        doneInRun = 0;
        runBegan = clock();
    }
    emit q->changed();
    next();
}

void CancelQueue::Private::next()
{
    const PacedRun::Turn turn = run.turn();
    if (turn == PacedRun::Turn::Stand)
        return stand(Cause::Asked);
    if (turn == PacedRun::Turn::NotNow)
        return;
    const QList<QUrl> waiting = waitingToGo();
    if (waiting.isEmpty())
        return stand(Cause::Asked);
    run.sent();
    step->cancel(waiting.first());
}

void CancelQueue::Private::stand(Cause why)
{
    going.clear();
    run.stand(inState(Item::Waiting).isEmpty() ? Cause::None : why);
    emit q->changed();
    emit q->ended();
}

void CancelQueue::Private::stepEnded(const QUrl &meeting, const std::optional<Error> &error)
{
    if (singles.contains(meeting))
        return singleEnded(meeting);
    ++doneInRun;
    const std::optional<Cause> cause = run.ended(error, error && isTrouble(*error));
    emit q->changed();
    if (cause)
        return stand(*cause);
    next();
}

void CancelQueue::Private::singleEnded(const QUrl &meeting)
{
    const CancelItem item = *journal.find(meeting);
    singles.remove(meeting);
    // What is unknown stays, for a look.
    if (item.state != Item::Unknown)
        drop({meeting});
    else if (run.state() == State::Empty)
        run.stand(Cause::None);
    emit q->singleEnded(item);
    emit q->changed();
}

void CancelQueue::Private::looked(const QUrl &meeting, bool wasUnknown)
{
    const bool wasAsked = checking.remove(meeting);
    const CancelItem *item = journal.find(meeting);
    if (item && item->state == Item::Unknown && step->looksAgain(meeting))
        return emit q->changed(); // and where it is to be sent again, it still is, once it is known to stand
    const std::optional<CancelItem> found = item ? std::optional(*item) : std::nullopt;
    const bool again = retrying.remove(meeting);
    if (again && found && found->state == Item::Failed) {
        journal.note(meeting, Item::Waiting);
        send({meeting});
    } else if (found && wasUnknown && !wasAsked) {
        emit q->lookedAgain(*found);
    }
    emit q->changed();
}
