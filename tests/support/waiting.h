// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

/// Runs the event loop until `condition` holds, which is asked every 10 ms; false after `milliseconds` without.
///
/// QTest::qWaitFor() sleeps 10 ms between any two rounds of events. Program and server share the loop here, so each step of
/// their talk would wait for that.
inline bool waitUntil(const std::function<bool()> &condition, int milliseconds = 5000)
{
    const QDeadlineTimer deadline(milliseconds);
    QEventLoop loop;
    QTimer asking;
    bool holds = condition();
    QObject::connect(&asking, &QTimer::timeout, &loop, [&] {
        holds = condition();
        if (holds || deadline.hasExpired())
            loop.quit();
    });
    asking.start(10);
    if (!holds)
        loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return holds;
}
