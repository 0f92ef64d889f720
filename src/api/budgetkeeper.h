// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "httpanswer.h"
#include "ratebudget.h"
#include "restclient.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <list>
#include <map>
#include <optional>

/// Lets requests go, a few at a time, those that somebody waits for first, and holds them back while the rate limit is
/// near (those that nobody waits for) or was hit (all). Measures waits by the steady clock, so that setting the clock
/// changes nothing.
class BudgetKeeper : public QObject
{
    Q_OBJECT

public:
    using Ticket = quint64;

    enum class Rank {
        Awaited, ///< somebody waits for it
        Run, ///< one of many that somebody asked for
        Fill, ///< nobody asked for it
    };

    BudgetKeeper(Clock clock, RestLimits limits, QObject *parent = nullptr);

    /// Calls `go` from the event loop once `owner` may send; from then on the ticket counts as in flight until given
    /// back.
    Ticket line(QObject *owner, Rank rank, std::function<void()> go);
    /// Gives back a ticket, whether it was called or still waits.
    void giveBack(Ticket ticket);

    /// Of a limit of so many calls, those that reading ahead leaves to the user.
    static int reserved(int limit);
    /// Of a limit of so many calls, those that a run may take which the user asked for; fewer where reading ahead takes its share too.
    static int runShare(int limit, bool withReadingAhead);

    /// Takes note of the X-RateLimit headers.
    void learn(const HttpAnswer &answer);
    /// A 429: holds back everything. Returns for how long.
    std::chrono::milliseconds block(const HttpAnswer &answer);

    /// Another sign-in is used from now on: the limit, and what is left of it, was its predecessor's.
    void beginAnew();

    RateBudget budget() const;

signals:
    void changed(); ///< at most once for each turn of the event loop

private:
    struct Waiting
    {
        Ticket ticket = 0;
        QPointer<QObject> owner;
        std::function<void()> go;
    };

    void letGo();
    bool startFirst();
    bool isHeldBack(Rank rank) const;
    void wakeWhenDue();
    std::chrono::milliseconds clamped(std::optional<std::chrono::seconds> wait) const;

    Clock m_clock;
    RestLimits m_limits;
    RateBudget m_budget;
    std::map<Rank, std::list<Waiting>> m_lines;
    QSet<Ticket> m_inFlight;
    Ticket m_last = 0;
    QDeadlineTimer m_window{0};
    QDeadlineTimer m_blocked{0};
    QTimer m_turn;
    QTimer m_wake;
    QTimer m_tell;
};
