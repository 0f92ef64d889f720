// SPDX-License-Identifier: GPL-3.0-or-later
#include "budgetkeeper.h"

#include "backoff.h"

#include <algorithm>

namespace {

// What background leaves to the user: a fifth of the limit, but of the 50 calls a minute of a free account more, or opening a
// few pages would use up the rest.
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

BudgetKeeper::Ticket BudgetKeeper::line(QObject *owner, Urgency urgency, std::function<void()> go)
{
    std::list<Waiting> &queue = urgency == Urgency::Now ? m_now : m_background;
    queue.push_back(Waiting{++m_last, owner, std::move(go)});
    m_turn.start(0);
    return m_last;
}

void BudgetKeeper::giveBack(Ticket ticket)
{
    const auto isIt = [ticket](const Waiting &waiting) { return waiting.ticket == ticket; };
    m_inFlight.remove(ticket);
    m_now.remove_if(isIt);
    m_background.remove_if(isIt);
    m_turn.start(0);
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
    budget.waiting = static_cast<int>(m_now.size() + m_background.size());
    return budget;
}

void BudgetKeeper::letGo()
{
    while (m_inFlight.size() < m_limits.inFlight && m_blocked.hasExpired()) {
        if (!startFirst(m_now) && (isLow() || !startFirst(m_background)))
            break;
    }
    wakeWhenDue();
    m_tell.start(0);
}

/// False when nobody waits in `line`.
bool BudgetKeeper::startFirst(std::list<Waiting> &line)
{
    if (line.empty())
        return false;
    const Waiting first = std::move(line.front());
    line.pop_front();
    if (first.owner) {
        m_inFlight.insert(first.ticket);
        QMetaObject::invokeMethod(first.owner, first.go, Qt::QueuedConnection);
    }
    return true;
}

bool BudgetKeeper::isLow() const
{
    const auto left = m_budget.remaining - m_inFlight.size();
    const int reserved = std::min(m_budget.limit / 2, std::max(m_budget.limit / reservedShare, leastReserved));
    return m_budget.limit > 0 && !m_window.hasExpired() && left < reserved;
}

void BudgetKeeper::wakeWhenDue()
{
    if (m_now.empty() && m_background.empty() && m_budget.blockedUntil.isNull())
        return;
    if (!m_blocked.hasExpired())
        m_wake.start(static_cast<int>(m_blocked.remainingTime()) + 1);
    else if (!m_background.empty() && isLow())
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
