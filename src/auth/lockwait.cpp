// SPDX-License-Identifier: GPL-3.0-or-later
#include "lockwait.h"

LockWait::LockWait(const QString &path, const AuthLimits &limits, Then then, QObject *parent)
    : QObject(parent)
    , m_lock(std::make_shared<QLockFile>(path))
    , m_left(path)
    , m_longest(limits.lockWait)
    , m_then(std::move(then))
{
    m_lock->setStaleLockTime(0);
    m_since.start();
    connect(&m_poll, &QTimer::timeout, this, [this, limits] {
        m_poll.setInterval(limits.lockPoll);
        tryAgain();
    });
    m_poll.start(0);
}

void LockWait::tryAgain()
{
    const bool taken = m_lock->tryLock(0);
    const bool isThere = m_lock->error() == QLockFile::LockFailedError;
    if (!taken && isThere && m_left.remove())
        return tryAgain();
    const bool hopeless = !isThere || m_since.elapsed() >= m_longest.count();
    if (!taken && !hopeless)
        return;
    m_poll.stop();
    deleteLater();
    const Then then = std::move(m_then);
    if (taken)
        then(std::exchange(m_lock, nullptr)); // whoever waited alone says how long it is held
    else
        then(Unexpected(
            Error{.kind = Error::Kind::Storage, .message = QStringLiteral("The lock of the sign-in cannot be taken")}));
}
