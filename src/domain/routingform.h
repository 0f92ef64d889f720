// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

/// A question of a routing form (contract: schema RoutingQuestion).
struct RoutingQuestion
{
    QString name;
    QString type; ///< name, text, email, phone, textarea, select, radios
    bool required = false;
    QStringList choices;
    bool operator==(const RoutingQuestion &) const = default;
};

/// Questions that lead somebody to the right event type (contract: schema RoutingForm).
struct RoutingForm
{
    QUrl uri;
    QString name;
    bool published = false;
    QList<RoutingQuestion> questions;
    QDateTime createdAt;
    QDateTime updatedAt;
    bool operator==(const RoutingForm &) const = default;
};

/// What was answered to one question of a form.
struct RoutingAnswer
{
    QString question;
    QString answer; ///< may be empty
    bool operator==(const RoutingAnswer &) const = default;
};

/// What somebody sent with a form, and where it led (contract: schema RoutingFormSubmission).
struct RoutingSubmission
{
    enum class Led { EventType, Address, Message, Unknown };

    QUrl uri;
    QList<RoutingAnswer> answers;
    Led led = Led::Unknown;
    QUrl target; ///< the event type or the address
    QString message; ///< headline and text
    QUrl invitee; ///< empty unless a meeting followed
    Tracking tracking;
    QDateTime createdAt;
    bool operator==(const RoutingSubmission &) const = default;
};

Result<RoutingForm> routingFormFromJson(const QJsonObject &json);
Result<RoutingSubmission> routingSubmissionFromJson(const QJsonObject &json);
