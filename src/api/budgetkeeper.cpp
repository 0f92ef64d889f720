// SPDX-License-Identifier: GPL-3.0-or-later
#include "budgetkeeper.h"

#include "backoff.h"

#include <algorithm>

namespace {

// What reading ahead leaves to the user: a fifth of the limit, but of the 50 calls a minute of a free account more, or opening a
// few pages would use up the rest. A run that the user asked for takes half of that: it sends one at a time, so that reading
// ahead is through with its share long before.
constexpr int reservedShare = 5;
constexpr int leastReserved = 20;
constexpr qint64 sameWindowMs = 2000; // the header counts whole seconds

} // namespace

BudgetKeeper::BudgetKeeper(Clock clock, RestLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_limits(limits)
{
    for (QTimer *timer : {&m_turn, &m_wake, &m_tell})
        timer->setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_turn, &QTimer::timeout, this, &BudgetKeeper::letGo);
    connect(&m_wake, &QTimer::timeout, this, &BudgetKeeper::letGo);
    connect(&m_tell, &QTimer::timeout, this, &BudgetKeeper::changed);
}

BudgetKeeper::Ticket BudgetKeeper::line(QObject *owner, Rank rank, std::function<void()> go)
{
    m_lines[rank].push_back(Waiting{++m_last, owner, std::move(go)});
    m_turn.start(0);
    return m_last;
}

void BudgetKeeper::giveBack(Ticket ticket)
{
    const auto isIt = [ticket](const Waiting &waiting) { return waiting.ticket == ticket; };
    m_inFlight.remove(ticket);
    for (auto &line : m_lines)
        line.second.remove_if(isIt);
    m_turn.start(0);
}

int BudgetKeeper::reserved(int limit)
{
    return std::min(limit / 2, std::max(limit / reservedShare, leastReserved));
}

int BudgetKeeper::runShare(int limit, bool withReadingAhead)
{
    const int half = reserved(limit) / 2;
    return withReadingAhead ? reserved(limit) - half : limit - half;
}

void BudgetKeeper::learn(const HttpAnswer &answer)
{
    bool hasLimit = false;
    bool hasRemaining = false;
    bool hasReset = false;
    const int limit = answer.rateLimit.trimmed().toInt(&hasLimit);
    int remaining = answer.rateRemaining.trimmed().toInt(&hasRemaining);
    answer.rateReset.trimmed().toLongLong(&hasReset);
    if (!hasLimit || !hasRemaining || limit <= 0)
        return;
    const QDateTime now = m_clock();
    const auto reset = hasReset ? clamped(demandedWait(answer, now)) : m_limits.longestWait;
    const QDeadlineTimer window(reset);
    // Answers overtake one another: within one window the lowest count is the latest.
    if (!m_window.hasExpired() && std::abs(window.deadline() - m_window.deadline()) <= sameWindowMs
        && m_budget.limit == limit)
        remaining = std::min(remaining, m_budget.remaining);
    else
        m_window = window;
    m_budget.limit = limit;
    m_budget.remaining = std::max(0, remaining);
    m_budget.resetsAt = now.addMSecs(m_window.remainingTime());
    m_turn.start(0);
    m_tell.start(0);
}

std::chrono::milliseconds BudgetKeeper::block(const HttpAnswer &answer)
{
    const QDateTime now = m_clock();
    const auto wait = clamped(demandedWait(answer, now));
    if (QDeadlineTimer(wait) > m_blocked) {
        m_blocked = QDeadlineTimer(wait, Qt::PreciseTimer);
        m_budget.blockedUntil = now.addMSecs(wait.count());
    }
    m_turn.start(0);
    m_tell.start(0);
    return wait;
}

void BudgetKeeper::beginAnew()
{
    m_budget = {};
    m_window = QDeadlineTimer(0);
    m_blocked = QDeadlineTimer(0);
    m_turn.start(0);
    m_tell.start(0);
}

RateBudget BudgetKeeper::budget() const
{
    RateBudget budget = m_budget;
    if (m_blocked.hasExpired())
        budget.blockedUntil = QDateTime();
    if (m_window.hasExpired())
        budget.remaining = budget.limit;
    for (const auto &line : m_lines)
        budget.waiting += static_cast<int>(line.second.size());
    return budget;
}

void BudgetKeeper::letGo()
{
    while (m_inFlight.size() < m_limits.inFlight && m_blocked.hasExpired() && startFirst()) { }
    wakeWhenDue();
    m_tell.start(0);
}

/// False when nobody waits who may go.
bool BudgetKeeper::startFirst()
{
    const auto ready = std::find_if(m_lines.begin(), m_lines.end(), [this](const auto &line) { return !line.second.empty() && !isHeldBack(line.first); });
    if (ready == m_lines.end())
        return false;
    const Waiting first = std::move(ready->second.front());
    ready->second.pop_front();
    if (first.owner) {
        m_inFlight.insert(first.ticket);
        QMetaObject::invokeMethod(first.owner, first.go, Qt::QueuedConnection);
    }
    return true;
}

bool BudgetKeeper::isHeldBack(Rank rank) const
{
    if (rank == Rank::Awaited || m_budget.limit <= 0 || m_window.hasExpired())
        return false;
    const auto left = m_budget.remaining - m_inFlight.size();
    return left < (rank == Rank::Run ? m_budget.limit - runShare(m_budget.limit, false) : reserved(m_budget.limit));
}

void BudgetKeeper::wakeWhenDue()
{
    const auto isWaiting = [](const auto &line) { return !line.second.empty(); };
    const auto isHeld = [this, isWaiting](const auto &line) { return isWaiting(line) && isHeldBack(line.first); };
    if (std::none_of(m_lines.begin(), m_lines.end(), isWaiting) && m_budget.blockedUntil.isNull())
        return;
    if (!m_blocked.hasExpired())
        m_wake.start(static_cast<int>(m_blocked.remainingTime()) + 1);
    else if (std::any_of(m_lines.begin(), m_lines.end(), isHeld))
        m_wake.start(static_cast<int>(m_window.remainingTime()) + 1);
}

std::chrono::milliseconds BudgetKeeper::clamped(std::optional<std::chrono::seconds> wait) const
{
    if (!wait)
        return std::clamp(m_limits.unknownWait, m_limits.shortestWait, m_limits.longestWait);
    // In whole seconds: a foreign number may overflow as milliseconds.
    if (*wait > std::chrono::ceil<std::chrono::seconds>(m_limits.longestWait))
        return m_limits.longestWait;
    if (*wait < std::chrono::seconds(0))
        return m_limits.shortestWait;
    return std::clamp<std::chrono::milliseconds>(*wait, m_limits.shortestWait, m_limits.longestWait);
}
