// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

/// What was asked of Calendly in an account's name and has not come to its end: on its way, waiting for a limit or a
/// token, or looked up after a lost answer. Quitting and signing out wait for it.
class PendingWrites : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Booking, Erasure, Link, Member, Webhook };

    using QObject::QObject;

    /// One that is pending until the last copy goes.
    using Hold = std::shared_ptr<void>;
    Hold hold(Kind kind);

    bool contains(Kind kind) const { return m_counts.value(kind) > 0; }
    bool isEmpty() const;

signals:
    void changed();

private:
    void count(Kind kind, int change);

    QMap<Kind, int> m_counts;
};

/// `then` with a hold that goes with it, for a callback that is called once and let go of.
template <typename Value>
std::function<void(const Value &)> holding(PendingWrites::Hold hold, std::function<void(const Value &)> then)
{
    return [hold = std::move(hold), then = std::move(then)](const Value &value) { then(value); };
}
