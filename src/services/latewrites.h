// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

/// True where Calendly, or what stands before it, may still be at work on a write that it did not answer in time: that it
/// cannot be seen yet does not say that it will not be done.
inline bool mayStillBeDone(const Error &error)
{
    return error.kind == Error::Kind::TimedOut || (error.kind == Error::Kind::ServerFailed && error.httpStatus == 504);
}

/// When it is looked again for what may still be done; tests make these small.
struct LookTimes
{
    QList<std::chrono::milliseconds> after{std::chrono::seconds(5), std::chrono::seconds(45)}; ///< the waiting was given up
    std::chrono::milliseconds longest{std::chrono::seconds(60)}; ///< from sending until what cannot be seen was not done
};

/// Writes that may still be done although a look did not find them. While one waits here, such a look settles nothing; the
/// last look comes when it no longer waits. What waits goes with this, and nothing is called then.
template <typename Key>
class LateWrites
{
public:
    using Look = std::function<void()>;

    explicit LateWrites(LookTimes times)
        : m_times(std::move(times))
    {
    }
    Q_DISABLE_COPY(LateWrites)

    void setTimes(const LookTimes &times) { m_times = times; }

    /// The time for an answer is just over.
    void wait(const Key &key, const Look &look) { next(key, m_times.after, look); }

    /// It was sent `age` ago, by an earlier start. Where clocks were changed in between, that is not believed too far.
    void resume(const Key &key, std::chrono::milliseconds age, const Look &look)
    {
        const std::chrono::milliseconds left = std::min(m_times.longest - age, m_times.longest);
        if (left.count() > 0)
            next(key, {left}, look);
    }

    bool mayCome(const Key &key) const { return m_waiting.find(key) != m_waiting.end(); }
    void settle(const Key &key) { m_waiting.remove(key); }
    void clear() { m_waiting.clear(); }

private:
    void next(const Key &key, const QList<std::chrono::milliseconds> &waits, const Look &look)
    {
        if (waits.isEmpty())
            return settle(key);
        const auto waiting = std::make_shared<QObject>();
        m_waiting.insert(key, waiting); // what waited for the same goes
        QTimer::singleShot(waits.first(), waiting.get(), [this, key, rest = waits.mid(1), look] {
            next(key, rest, look);
            look();
        });
    }

    LookTimes m_times;
    QHash<Key, std::shared_ptr<QObject>> m_waiting;
};
