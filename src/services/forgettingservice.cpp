// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgettingservice.h"

#include "accountservice.h"
#include "backupservice.h"
#include "database.h"
#include "forgetting.h"
#include "meetingservice.h"
#include "retention.h"
#include "syncplan.h"
#include "syncstatetable.h"

namespace {

constexpr int meetingsAtOnce = 25; // 4 ms as a rule and 40 at most, with 100,000 meetings
constexpr int entriesAtOnce = 500;
constexpr std::chrono::seconds readersPause{1};
constexpr std::chrono::hours oneDay{24};
constexpr std::chrono::minutes clockTolerance{1};
constexpr std::chrono::hours clockTrust{7 * 24}; ///< for so long after Calendly answered

} // namespace

ForgettingService::ForgettingService(ForgettingParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_store(std::make_unique<Forgetting>(m_parts.database))
{
    m_start.setSingleShot(true);
    m_next.setSingleShot(true);
    m_tick.setTimerType(Qt::CoarseTimer);
    m_tick.setInterval(m_parts.tick);
    connect(&m_start, &QTimer::timeout, this, &ForgettingService::runWhenDue);
    connect(&m_next, &QTimer::timeout, this, &ForgettingService::work);
    connect(&m_tick, &QTimer::timeout, this, &ForgettingService::runWhenDue);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &ForgettingService::begin);
    connect(&m_parts.retention, &Retention::changed, this, &ForgettingService::run);
    if (m_parts.backups)
        connect(m_parts.backups, &BackupService::begunAnew, this, [this] { backupsAnswered(true); });
    if (m_parts.backups)
        connect(m_parts.backups, &BackupService::oldOnesKept, this, [this] { backupsAnswered(false); });
}

ForgettingService::~ForgettingService() = default;

/// Another account's store is open, or none.
void ForgettingService::begin()
{
    m_next.stop();
    m_step = Step::Idle;
    m_problem.reset();
    m_ranAt = {};
    m_waitsForAnswer = false;
    if (!m_parts.database.isOpen()) {
        m_start.stop();
        m_tick.stop();
        return;
    }
    m_start.start(m_parts.afterStart);
    m_tick.start();
}

void ForgettingService::run()
{
    m_start.stop();
    m_next.stop();
    m_step = Step::Idle;
    if (!m_parts.database.isOpen())
        return;
    m_ranAt = m_parts.clock();
    m_waitsForAnswer = false;
    m_horizon = m_parts.retention.horizon();
    m_historySeen = 0;
    goOnTo(m_horizon.isValid() ? Step::Meetings : Step::Overwriting);
    // Before the first piece: what goes must not count as read, or choosing a longer time would not bring it back.
    if (const Result<Done> prepared = prepare(); !prepared)
        finish(prepared.error());
}

void ForgettingService::overwriteErased()
{
    // Whatever is under way comes to it by itself, but for waiting for backups that may have been read before.
    if (m_parts.database.isOpen() && (m_step == Step::Idle || m_step == Step::Backups))
        goOnTo(Step::Overwriting);
}

/// A clock that somebody set far ahead makes everything old. It is believed for as long after Calendly answered as nobody
/// would call far; with a clock that is further off, its certificates are no good and it does not answer.
bool ForgettingService::isClockTrusted() const
{
    const QDateTime answered = m_parts.syncState.lastSync();
    return answered.isValid() && answered.msecsTo(m_parts.clock()) <= std::chrono::milliseconds(clockTrust).count();
}

void ForgettingService::runWhenDue()
{
    if (isForgetting() || m_start.isActive())
        return;
    const QDateTime now = m_parts.clock();
    const bool wentBack = m_ranAt.isValid() && now.addMSecs(std::chrono::milliseconds(clockTolerance).count()) < m_ranAt;
    const bool isDue = !m_ranAt.isValid() || m_ranAt.msecsTo(now) >= std::chrono::milliseconds(oneDay).count();
    if (!isDue && !wentBack)
        return;
    // Who starts the program now and then for some minutes only has closed it before the next tick.
    m_waitsForAnswer = m_parts.retention.horizon().isValid() && !isClockTrusted();
    if (!m_waitsForAnswer)
        run();
}

void ForgettingService::makeUp()
{
    if (m_waitsForAnswer)
        runWhenDue();
}

Result<Done> ForgettingService::prepare()
{
    if (!m_horizon.isValid())
        return Done{};
    Result<Done> step = m_parts.syncState.forgetCoveredBefore(m_horizon);
    if (step)
        step = m_store->forgetBusyTimes(m_horizon);
    return step ? m_store->noteAsides(isClockTrusted() ? m_parts.clock() : QDateTime()) : step;
}

void ForgettingService::work()
{
    if (!m_parts.database.isOpen())
        return;
    if (const Result<Done> worked = workOn(m_step); !worked)
        finish(worked.error());
}

Result<Done> ForgettingService::workOn(Step step)
{
    switch (step) {
    case Step::Meetings:
        return forgetMeetings();
    case Step::History:
        return forgetHistory();
    case Step::Overwriting:
        return overwrite();
    case Step::Backups:
        return renewBackups();
    case Step::Idle:
        break;
    }
    return Done{};
}

Result<Done> ForgettingService::forgetMeetings()
{
    const Result<int> gone = m_store->forgetMeetings(m_horizon, meetingsAtOnce);
    if (!gone)
        return Unexpected(gone.error());
    if (*gone > 0)
        m_parts.meetings.meetingsWent();
    goOnTo(*gone < meetingsAtOnce ? Step::History : Step::Meetings);
    return Done{};
}

Result<Done> ForgettingService::forgetHistory()
{
    // Until all that is kept was read, a meeting that is not stored may be on its way.
    const bool isRead = uncovered({m_horizon, endOfTime()}, m_parts.syncState.covered()).isEmpty();
    if (!isRead) {
        goOnTo(Step::Overwriting);
        return Done{};
    }
    const Result<std::optional<qint64>> last = m_store->forgetHistory(m_horizon, m_historySeen, entriesAtOnce);
    if (!last)
        return Unexpected(last.error());
    m_historySeen = last->value_or(m_historySeen);
    goOnTo(*last ? Step::History : Step::Overwriting);
    return Done{};
}

Result<Done> ForgettingService::overwrite()
{
    if (!m_store->leavesTraces()) {
        goOnTo(Step::Backups);
        return Done{};
    }
    const Result<Forgetting::Overwritten> part = m_store->overwriteSome();
    if (!part)
        return Unexpected(part.error());
    goOnTo(*part == Forgetting::Overwritten::All ? Step::Backups : Step::Overwriting);
    if (*part == Forgetting::Overwritten::AllButTheLog)
        m_next.start(readersPause);
    return Done{};
}

Result<Done> ForgettingService::renewBackups()
{
    if (m_store->isInBackups() && m_parts.backups) {
        m_parts.backups->beginAnew(); // which tells by itself what it cannot do; the next run asks again
        return Done{};
    }
    const Result<Done> struck = m_store->isInBackups() ? m_store->backupsAreAnew() : Result<Done>(Done{});
    if (struck)
        finish({});
    return struck;
}

void ForgettingService::backupsAnswered(bool renewed)
{
    if (m_step != Step::Backups || m_next.isActive())
        return; // begun for another reason, and maybe from what was there before
    const Result<Done> struck = renewed ? m_store->backupsAreAnew() : Result<Done>(Done{});
    finish(struck ? std::nullopt : std::optional(struck.error()));
}

void ForgettingService::goOnTo(Step step)
{
    m_step = step;
    m_next.start(m_parts.betweenPieces);
}

void ForgettingService::finish(const std::optional<Error> &problem)
{
    m_next.stop();
    m_leavesTraces = problem && (m_step == Step::Overwriting || m_step == Step::Backups);
    m_step = Step::Idle;
    m_problem = problem;
    if (problem)
        emit failed(*problem);
    else
        emit finished();
}
