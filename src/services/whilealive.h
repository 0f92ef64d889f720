// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QObject>
#include <QPointer>

#include <functional>

/// `then`, silent once `context` is gone: for writes, which go on without the one who asked for them.
template <typename Value>
std::function<void(const Value &)> whileAlive(QObject *context, std::function<void(const Value &)> then)
{
    return [guard = QPointer<QObject>(context), then = std::move(then)](const Value &value) {
        if (guard && then)
            then(value);
    };
}

/// Answers with `value` after the present function has returned, unless `context` is gone by then.
template <typename Value>
void answerLater(QObject *context, std::function<void(const Value &)> then, const Value &value)
{
    if (!context || !then)
        return;
    QMetaObject::invokeMethod(
        context, [then = std::move(then), value] { then(value); }, Qt::QueuedConnection);
}

inline Error failure(Error::Kind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

/// True where the same request may well work a little later, without anybody doing anything.
inline bool isPassing(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Interrupted:
    case Error::Kind::RateLimited:
    case Error::Kind::ServerFailed:
    case Error::Kind::Malformed:
        return true;
    default:
        return false;
    }
}

/// True where there is no way to the server at the moment.
inline bool isUnreachable(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::TimedOut
        || error.kind == Error::Kind::Interrupted;
}
