// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "abandonedlock.h"
#include "authlimits.h"
#include "result.h"

#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

/// Waits for a lock file without holding up the event loop. Living holders are never robbed, dead ones at once, or
/// after a second where only the system knows that they are dead. Deletes itself.
class LockWait : public QObject
{
    Q_OBJECT

public:
    using Lock = std::shared_ptr<QLockFile>;
    using Then = std::function<void(const Result<Lock> &lock)>;

    /// Begins to wait; `then` is called once, later, with the lock or with a Storage error after limits.lockWait.
    /// `then` may delete this.
    LockWait(const QString &path, const AuthLimits &limits, Then then, QObject *parent);

private:
    void tryAgain();

    Lock m_lock;
    AbandonedLock m_left;
    std::chrono::milliseconds m_longest;
    Then m_then;
    QTimer m_poll;
    QElapsedTimer m_since;
};
