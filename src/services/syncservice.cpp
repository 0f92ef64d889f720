// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncservice.h"

#include "accountservice.h"
#include "availabilityservice.h"
#include "eventtypeservice.h"
#include "meetingservice.h"
#include "restclient.h"
#include "retention.h"
#include "serviceparts.h"
#include "syncplan.h"
#include "syncstatetable.h"
#include "syncworker.h"
#include "whilealive.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds longPause = 1h; ///< after which one page is not enough to catch up
constexpr std::chrono::milliseconds clockTolerance = 1min;
} // namespace

class SyncService::Private
{
public:
    Private(SyncService *service, SyncParts serviceParts, Clock presentTime, SyncTimes syncTimes)
        : q(service)
        , parts(serviceParts)
        , clock(std::move(presentTime))
        , times(syncTimes)
        , worker(serviceParts, clock, syncTimes, nullptr)
        , retry(syncTimes.firstRetry)
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::CoarseTimer);
    }

    bool canRead() const { return started && user.isValid() && !signInEnded; }
    void followAccount();
    void begin(const QUrl &whose);
    void halt();
    void reached(bool server);
    void readAsKept();
    void look(bool longOne, Urgency urgency);
    void lookDone(bool longOne);
    void failed(const Error &error);
    void planNext(std::chrono::milliseconds wait);
    void arm();
    void tick();
    QDateTime blockedUntil() const;

    SyncService *q;
    SyncParts parts;
    Clock clock;
    SyncTimes times;
    SyncWorker worker;
    QTimer timer;
    bool started = false;
    QUrl user; ///< whose schedule is kept fresh; empty while nobody's
    bool signInEnded = false;
    std::optional<Error> problem; ///< of the last look
    std::optional<Error> fillProblem;
    QDateTime offlineSince;
    QDateTime nextLook; ///< by the wall clock; null while one is under way
    QDateTime plannedAt;
    QDateTime lastLists; ///< when event types and hours were last read, or became due
    std::chrono::milliseconds retry;
};

SyncService::SyncService(SyncParts parts, Clock clock, SyncTimes times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, parts, std::move(clock), times))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->tick(); });
    connect(&d->worker, &SyncWorker::progressed, this, &SyncService::changed);
    connect(&d->worker, &SyncWorker::lookDone, this, [this](bool longOne) { d->lookDone(longOne); });
    connect(&d->worker, &SyncWorker::failed, this, [this](const Error &error) { d->failed(error); });
    connect(&d->worker, &SyncWorker::fillDone, this, [this](const std::optional<Error> &problem) {
        d->fillProblem = problem;
        emit changed();
    });
    connect(&parts.account, &AccountService::accountSwitched, this, [this] {
        d->halt();
        d->worker.forget();
        d->parts.meetings.forget();
        d->parts.eventTypes.forget();
        d->parts.availability.forget();
        d->followAccount();
    });
    connect(&parts.account, &AccountService::changed, this, [this] { d->followAccount(); });
    if (parts.retention)
        connect(parts.retention, &Retention::changed, this, [this] { d->readAsKept(); });
    connect(&parts.client, &RestClient::budgetChanged, this, &SyncService::changed);
    connect(&parts.client, &RestClient::reachedServer, this, [this](bool server) { d->reached(server); });
}

SyncService::~SyncService() = default;

SyncService::State SyncService::state() const
{
    const AccountService::State account = d->parts.account.state();
    if (!d->started || account == AccountService::State::SignedOut)
        return State::Stopped;
    if (d->signInEnded || account == AccountService::State::SignInEnded
        || account == AccountService::State::KeychainUnreachable)
        return State::SignedOut;
    if (d->offlineSince.isValid())
        return State::Offline;
    if (d->blockedUntil().isValid() || (d->problem && d->problem->kind == Error::Kind::RateLimited))
        return State::Paused;
    if (d->problem || d->fillProblem)
        return State::Failed;
    const bool isReading = d->worker.isLooking() || d->worker.isFilling();
    return isReading || account == AccountService::State::Opening || !lastSync().isValid() ? State::Checking
                                                                                           : State::UpToDate;
}

std::optional<Error> SyncService::problem() const
{
    return d->problem ? d->problem : d->fillProblem;
}

QDateTime SyncService::lastSync() const
{
    return d->parts.syncState.lastSync();
}

QDateTime SyncService::offlineSince() const
{
    return d->offlineSince;
}

bool SyncService::isOnline() const
{
    return !d->offlineSince.isValid() && d->parts.account.state() == AccountService::State::Ready && !d->signInEnded;
}

std::chrono::milliseconds SyncService::serverAhead() const
{
    return std::chrono::milliseconds(d->parts.client.now().msecsTo(d->parts.client.serverNow()));
}

bool SyncService::isFirstFill() const
{
    return !hasRead(d->worker.shown());
}

bool SyncService::hasRead(const TimeRange &range) const
{
    return uncovered(range, d->parts.syncState.covered()).isEmpty();
}

CallBudget SyncService::budget() const
{
    const RateBudget budget = d->parts.client.budget();
    const bool isOver = budget.resetsAt.isValid() && budget.resetsAt <= d->clock();
    return {isOver ? 0 : std::max(0, budget.limit - budget.remaining), budget.limit, budget.waiting, d->blockedUntil()};
}

SyncService::Progress SyncService::progress() const
{
    return {d->worker.meetingsRead(), d->worker.partsDone(), d->worker.partsTotal(),
            d->parts.meetings.missingInvitees()};
}

void SyncService::start()
{
    d->started = true;
    d->followAccount();
    emit changed();
}

void SyncService::stop()
{
    d->started = false;
    d->halt();
    emit changed();
}

void SyncService::refresh()
{
    if (d->canRead())
        d->look(true, Urgency::Now);
}

void SyncService::showing(const TimeRange &range)
{
    d->worker.showing(range);
    if (d->canRead() && !d->problem && !d->offlineSince.isValid() && isFirstFill())
        d->worker.readShown();
}

void SyncService::Private::followAccount()
{
    const std::optional<Account> account = parts.account.account();
    const bool isReady = started && account && parts.account.state() == AccountService::State::Ready;
    if (!isReady) {
        halt();
        emit q->changed();
    } else if (user != account->user.uri || signInEnded) {
        begin(account->user.uri);
    }
}

void SyncService::Private::begin(const QUrl &whose)
{
    halt();
    user = whose;
    worker.setUser(whose);
    look(true, Urgency::Now);
}

void SyncService::Private::halt()
{
    worker.stop();
    timer.stop();
    nextLook = {};
    user.clear();
    signInEnded = false;
    problem.reset();
    fillProblem.reset();
    retry = times.firstRetry;
}

void SyncService::Private::reached(bool server)
{
    if (server == !offlineSince.isValid())
        return;
    offlineSince = server ? QDateTime() : clock();
    // The network is back: what is due later by the growing gaps is due now.
    if (server && problem && isUnreachable(*problem)) {
        problem.reset();
        if (canRead())
            look(true, Urgency::Background);
    }
    emit q->changed();
}

/// What is on its way may lie before what is kept now; and more may be kept, which is read after a look.
void SyncService::Private::readAsKept()
{
    worker.stop();
    fillProblem.reset();
    if (canRead())
        look(true, Urgency::Now);
    emit q->changed();
}

void SyncService::Private::look(bool longOne, Urgency urgency)
{
    if (worker.isLooking())
        return;
    timer.stop();
    nextLook = {};
    worker.look(longOne, urgency);
    emit q->changed();
}

void SyncService::Private::lookDone(bool longOne)
{
    problem.reset();
    offlineSince = {};
    retry = times.firstRetry;
    if (longOne)
        lastLists = clock();
    planNext(times.betweenLooks);
    emit q->changed();
}

void SyncService::Private::failed(const Error &error)
{
    problem = error;
    signInEnded = error.kind == Error::Kind::SignedOut;
    if (isUnreachable(error) && !offlineSince.isValid())
        offlineSince = clock();
    if (error.kind == Error::Kind::RateLimited) {
        const std::chrono::milliseconds wait = error.retryAfter ? *error.retryAfter : times.lastRetry;
        const QDateTime until = blockedUntil();
        planNext(until.isValid() ? std::chrono::milliseconds(std::max<qint64>(0, clock().msecsTo(until))) : wait);
    } else if (!signInEnded) {
        planNext(retry);
        retry = std::min(retry * 2, times.lastRetry);
    }
    emit q->changed();
}

void SyncService::Private::planNext(std::chrono::milliseconds wait)
{
    plannedAt = clock();
    nextLook = plannedAt.addMSecs(wait.count());
    arm();
}

void SyncService::Private::arm()
{
    const std::chrono::milliseconds left(clock().msecsTo(nextLook));
    timer.start(std::clamp(left, times.shortestTick, times.tick));
}

void SyncService::Private::tick()
{
    if (!canRead() || !nextLook.isValid())
        return;
    const QDateTime now = clock();
    const bool wentBack = now.addMSecs(clockTolerance.count()) < plannedAt;
    if (now < nextLook && !wentBack)
        return arm();
    const QDateTime last = q->lastSync();
    const bool wasAway = !last.isValid() || last.msecsTo(now) > longPause.count();
    const bool longOne = !lastLists.isValid() || wentBack || wasAway;
    if (!longOne && lastLists.msecsTo(now) >= times.betweenLists.count()) {
        lastLists = now;
        worker.listsAreDue();
    }
    look(longOne, Urgency::Background);
}

QDateTime SyncService::Private::blockedUntil() const
{
    const QDateTime until = parts.client.budget().blockedUntil;
    return until.isValid() && until > clock() ? until : QDateTime();
}
