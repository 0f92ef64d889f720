// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "clock.h"
#include "latewrites.h"
#include "pacedrun.h"
#include "result.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>

class CancelTable;
class LinkService;
class MeetingService;

/// Cancels several meetings, one after the other, and never one of them twice. Each step is written down before its
/// request leaves, so that even a crash leaves nothing but meetings whose state is known, or known to be open: those are
/// looked at before anything else. After a restart it stands still until the user says what is to be done.
class CancelQueue : public QObject
{
    Q_OBJECT

public:
    using State = PacedRun::State;
    using Cause = PacedRun::Cause;

    CancelQueue(CancelTable &table, MeetingService &meetings, LinkService &links, Clock clock, LookTimes times = {},
                QObject *parent = nullptr);
    ~CancelQueue() override;

    QList<CancelItem> items() const; ///< in the order in which they came; without single ones
    State state() const;
    Cause cause() const;
    int count(CancelItem::State state) const;
    int settled() const; ///< canceled, canceled before, or left out
    bool isChecking() const; ///< looking at what is unknown
    /// Calendly did not answer in time and may still cancel: it is looked at again within a minute, by itself.
    bool looksAgain() const;
    bool looksAgain(const QUrl &meeting) const;
    std::chrono::seconds timeLeft() const; ///< for what waits, at the pace so far
    static std::chrono::seconds expected(int meetings); ///< how long they take, before there is experience
    bool concerns(const QUrl &meeting) const; ///< it is held, waits, is being sent, or its outcome is unknown

    /// It stands, and not every meeting is canceled or left out: the user is to say what is to be done.
    bool isOpen() const;

    /// Writes the meetings down and begins with them; during a run they come to its end. What stands from before goes on
    /// standing. An error says that nothing was begun.
    Result<Done> start(const QList<CancelItem> &items);
    void stop(); ///< after the request that is under way
    void resume();
    void skipRest(); ///< what waits is not sent
    void retryFailed(); ///< those that failed, and nothing else
    void retryWithoutLink(); ///< those whose link could not be made
    /// Looks at each meeting whose outcome is unknown. One that still stands is then among the failed, or is sent again
    /// where `retry` says so; where Calendly may still be at work on it, only after the looks that come by themselves.
    void check(bool retry);
    void clear(); ///< the user has seen it all

    /// A single meeting that is sent on its own, whatever else stands still: first held, then released or withdrawn.
    /// singleEnded() tells what came of it.
    Result<Done> hold(CancelItem item);
    void release(const QUrl &meeting);
    void withdraw(const QUrl &meeting);
    bool isSendingSingle() const; ///< one has left, and what came of it is not told yet

    /// The store belongs to another account now: shows what was left there. Answers under way are not written to it.
    void reload();

signals:
    void changed();
    void ended(); ///< a run came to its end, or stands
    void singleEnded(const CancelItem &item);
    /// What is done with, or was taken back, could not be struck from the journal, so that the next start would take it for
    /// open; it is tried again every minute, and told once.
    void strikingRefused();
    void lookedAgain(const CancelItem &item); ///< what came of one at which it was looked by itself; Unknown where looking failed

private:
    class Private;
    std::unique_ptr<Private> d;
};
