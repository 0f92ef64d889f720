// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QPointer>
#include <QTimer>

#include <functional>

/// Whoever is told about a Result<T>.
template <typename T> using Callback = std::function<void(const Result<T> &)>;

/// Calls `then` from the event loop; never when `context` is gone by then.
template <typename T> void answerLater(QObject *context, Callback<T> then, Result<T> answer)
{
    QTimer::singleShot(0, context, [then = std::move(then), answer = std::move(answer)] { then(answer); });
}

/// A callback that can be called at any time, and calls `then` later and only while `context` lives.
template <typename T> Callback<T> guarded(QObject *context, Callback<T> then)
{
    return [context = QPointer<QObject>(context), then = std::move(then)](const Result<T> &answer) {
        if (context)
            answerLater<T>(context, then, answer);
    };
}
