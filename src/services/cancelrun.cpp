// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrun.h"

using namespace std::chrono_literals;
using Item = CancelItem::State;

namespace {

constexpr int mostInARow = 3; // meetings that go wrong before it stops

/// The request may have been fine: the server, or the way to it, is not.
bool isTrouble(const Error &error)
{
    return outcomeUnknown(error) || error.httpStatus >= 500 || (error.kind == Error::Kind::Refused && error.httpStatus == 0);
}

} // namespace

void CancelQueue::Private::renew()
{
    step = std::make_unique<CancelStep>(journal, meetings, links);
    QObject::connect(step.get(), &CancelStep::changed, q, &CancelQueue::changed);
    QObject::connect(step.get(), &CancelStep::ended, q,
                     [this](const QUrl &meeting, const std::optional<Error> &error) { stepEnded(meeting, error); });
    QObject::connect(step.get(), &CancelStep::looked, q, [this](const QUrl &meeting) { looked(meeting); });
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
    journal.remove(gone);
}

/// Sends `wanted`, besides what is being sent; nothing else that waits.
void CancelQueue::Private::run(const QList<QUrl> &wanted)
{
    if (wanted.isEmpty())
        return;
    going += QSet<QUrl>(wanted.begin(), wanted.end());
    if (state != State::Running) {
        badInARow = 0;
        doneInRun = 0;
        runBegan = clock();
    }
    state = State::Running;
    cause = Cause::None;
    emit q->changed();
    next();
}

void CancelQueue::Private::next()
{
    if (!underWay.isEmpty() || wait.isActive())
        return;
    if (state == State::Stopping)
        return stand(Cause::Asked);
    if (state != State::Running)
        return;
    const QList<QUrl> waiting = waitingToGo();
    if (waiting.isEmpty())
        return stand(Cause::Asked);
    underWay = waiting.first();
    step->cancel(underWay);
}

void CancelQueue::Private::stand(Cause why)
{
    state = State::Standing;
    going.clear();
    cause = inState(Item::Waiting).isEmpty() ? Cause::None : why;
    emit q->changed();
    emit q->ended();
}

void CancelQueue::Private::stepEnded(const QUrl &meeting, const std::optional<Error> &error)
{
    if (singles.contains(meeting))
        return singleEnded(meeting);
    underWay.clear();
    ++doneInRun;
    badInARow = error && isTrouble(*error) ? badInARow + 1 : 0;
    emit q->changed();
    if (error) {
        switch (error->kind) {
        case Error::Kind::Offline:
            return stand(Cause::Offline);
        case Error::Kind::SignedOut:
            return stand(Cause::SignedOut);
        case Error::Kind::ScopeMissing:
            return stand(Cause::ScopeMissing);
        case Error::Kind::Storage:
            return stand(Cause::Storage);
        case Error::Kind::RateLimited:
            wait.start(error->retryAfter.value_or(1s));
            return;
        default:
            break;
        }
    }
    if (badInARow >= mostInARow)
        return stand(Cause::Trouble);
    next();
}

void CancelQueue::Private::singleEnded(const QUrl &meeting)
{
    const CancelItem item = *journal.find(meeting);
    singles.remove(meeting);
    // What is unknown stays, for a look.
    if (item.state != Item::Unknown)
        journal.remove({meeting});
    else if (state == State::Empty)
        state = State::Standing;
    emit q->singleEnded(item);
    emit q->changed();
}

void CancelQueue::Private::looked(const QUrl &meeting)
{
    checking.remove(meeting);
    const bool again = retrying.remove(meeting);
    const CancelItem *item = journal.find(meeting);
    if (again && item && item->state == Item::Failed) {
        journal.note(meeting, Item::Waiting);
        run({meeting});
    }
    emit q->changed();
}
