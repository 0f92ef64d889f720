// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"
#include "synctimes.h"
#include "timerange.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

struct SyncParts;

/// How many calls were used of what Calendly allows in the present minute.
struct CallBudget
{
    int used = 0;
    int limit = 0; ///< 0: not known yet
    int waiting = 0; ///< requests held back now
    QDateTime blockedUntil; ///< null unless Calendly said 429
    bool operator==(const CallBudget &) const = default;
};

/// Keeps the store like Calendly: first what the window shows first, then the future, then the past two years, newest
/// first, as far as it is kept; afterwards a look every minute at what can have changed. Resumes where it stopped.
class SyncService : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped, ///< no account
        UpToDate,
        Checking, ///< a look or a fill is under way
        Offline, ///< Calendly cannot be reached; tries again by itself
        Paused, ///< 429: goes on by itself at budget().blockedUntil
        Failed, ///< problem() says why; tries again by itself
        SignedOut, ///< the sign-in ended; nothing is tried until it is back
    };
    Q_ENUM(State)

    SyncService(SyncParts parts, Clock clock, SyncTimes times = {}, QObject *parent = nullptr);
    ~SyncService() override;

    State state() const;
    std::optional<Error> problem() const;
    QDateTime lastSync() const; ///< when a look last came back whole; null before the first
    QDateTime offlineSince() const; ///< null while online
    bool isOnline() const; ///< false: writes cannot work now
    std::chrono::milliseconds serverAhead() const; ///< of this computer's clock, by its last answers; 0 where they told no time
    bool isFirstFill() const; ///< the shown range has never been read: nothing to show yet is not "no meetings"
    bool hasRead(const TimeRange &range) const; ///< every meeting that starts in it was read once
    CallBudget budget() const;

    /// Progress of reading the past and the future; total 0 when there is nothing left to read.
    struct Progress
    {
        int meetingsRead = 0;
        int partsDone = 0;
        int partsTotal = 0;
        int inviteesMissing = 0;
        bool operator==(const Progress &) const = default;
    };
    Progress progress() const;

    void start();
    void stop();
    /// A look now, by the user's wish.
    void refresh();
    /// What the window shows: read first when it has not been read.
    void showing(const TimeRange &range);

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
