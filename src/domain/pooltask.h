// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRunnable>
#include <QThreadPool>

#include <functional>
#include <utility>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

/// Says that what this thread wrote is for whoever takes `what` over. Qt's pool and events see to that; ThreadSanitizer does
/// not see Qt's locks, and is told here. Nothing in other builds.
inline void handOver([[maybe_unused]] void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(what);
#endif
}

inline void takeOver([[maybe_unused]] void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(what);
#endif
}

/// A piece of work for another thread. The pool deletes it.
class PoolTask : public QRunnable
{
public:
    explicit PoolTask(std::function<void()> work) : m_work(std::move(work)) { }

    void run() override
    {
        takeOver(this);
        m_work();
    }

private:
    std::function<void()> m_work;
};

/// `work` is done by a thread of Qt's pool, in no order with other work; it must own what it uses.
inline void startInPool(std::function<void()> work)
{
    auto *task = new PoolTask(std::move(work));
    handOver(task);
    QThreadPool::globalInstance()->start(task);
}
