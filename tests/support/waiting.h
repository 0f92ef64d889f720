// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

#include <functional>

/// Handles events until `condition` holds, which is asked every 10 ms; false after `milliseconds` without.
///
/// QTest::qWaitFor() sleeps 10 ms between any two rounds of events. Program and server share the loop here, so each step of
/// their talk would wait for that.
inline bool waitUntil(const std::function<bool()> &condition, int milliseconds = 5000)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer asking;
    bool holds = condition();
    QObject::connect(&asking, &QTimer::timeout, &asking, [&] { holds = condition(); });
    asking.start(10);
    while (!holds && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        // What deletes itself later does so outside of a loop only.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return holds;
}
