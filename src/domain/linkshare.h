// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "result.h"

#include <QDateTime>
#include <QJsonObject>

#include <chrono>
#include <optional>

/// What a link changes of its event type, for one recipient; what is not there stays as the event type has it (contract:
/// schema ShareCreate).
struct ShareOverride
{
    std::optional<std::chrono::minutes> duration;
    QDate from; ///< null with `until`: as far ahead as the event type
    QDate until;
    QList<AvailabilityRule> hours; ///< empty: those of the event type
    QString timezone; ///< IANA name, of the hours
    QJsonObject place; ///< one of the event type's, as the server wrote it; empty: all of them
    bool operator==(const ShareOverride &) const = default;
};

/// Whether it is open at other times than its event type.
inline bool hasOwnTimes(const ShareOverride &share)
{
    return share.from.isValid() || !share.hours.isEmpty();
}

/// As the API takes it. What goes back to the event type's own is not in it, since no request can say that.
QJsonObject toJson(const ShareOverride &share);
ShareOverride shareOverrideFromJson(const QJsonObject &json);

/// Whether what the server has, which names everything, says the same where `wanted` says something.
bool saysTheSame(const QJsonObject &wanted, const QJsonObject &stored);

/// A customized link at Calendly.
struct LinkShare
{
    enum class Status { Active, Used, Expired };

    QUrl uri; ///< empty where the server names none: it cannot be changed then
    QUrl bookingUrl;
    QUrl eventType;
    Status status = Status::Active;
    QDateTime createdAt; ///< null where the server says nothing
    QJsonObject shareOverride; ///< as the server wrote it
    bool operator==(const LinkShare &) const = default;
};

Result<LinkShare> linkShareFromJson(const QJsonObject &json);

/// A customized link of the ledger: what was asked for, and what is known of it.
struct ShareRecord
{
    enum class State {
        Asked, ///< sent, or about to be; nobody has answered yet
        Made,
        TakenBack, ///< from here; nobody can book with it
    };

    QString link; ///< the id that the link has, or would have
    QUrl uri; ///< of the share; empty while it is not known
    QJsonObject wanted; ///< toJson() of its override
    State state = State::Asked;
    bool operator==(const ShareRecord &) const = default;
};
