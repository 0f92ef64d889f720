// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

/// What an invitee answered to a question (contract: schema QuestionAnswer). Foreign text, never markup.
struct QuestionAnswer
{
    QString question;
    QString answer;
    int position = 0;
    bool operator==(const QuestionAnswer &) const = default;
};

/// Where a booking came from (contract: schema Tracking); empty where the key is null.
struct Tracking
{
    QString utmSource;
    QString utmMedium;
    QString utmCampaign;
    QString utmContent;
    QString utmTerm;
    QString salesforceUuid;
    bool operator==(const Tracking &) const = default;
};

/// What an invitee paid (contract: schema Payment); the amount is text, as the server sends it.
struct Payment
{
    QString externalId;
    QString provider;
    QString amount;
    QString currency;
    QString terms;
    bool successful = false;
    bool operator==(const Payment &) const = default;
};

/// A request to confirm again, and when it was answered.
struct Reconfirmation
{
    QDateTime createdAt;
    QDateTime confirmedAt; ///< null while unanswered
    bool operator==(const Reconfirmation &) const = default;
};

/// Somebody who booked a place in a meeting (contract: schema Invitee).
struct Invitee
{
    QUrl uri;
    QUrl meeting;
    QString name;
    QString email;
    bool canceled = false;
    QString timezone; ///< IANA name, empty where unknown
    QList<QuestionAnswer> answers;
    Tracking tracking;
    QString textReminderNumber;
    bool rescheduled = false; ///< this booking was moved: see newInvitee
    QUrl oldInvitee;
    QUrl newInvitee;
    QUrl cancelUrl; ///< a secret made for the invitee: never logged, exported or shown
    QUrl rescheduleUrl; ///< a secret made for the invitee: never logged, exported or shown
    QUrl routingFormSubmission;
    std::optional<Cancellation> cancellation;
    std::optional<Payment> payment;
    std::optional<Reconfirmation> reconfirmation;
    QUrl noShow; ///< URI of the no-show mark; empty where there is none
    QString schedulingMethod;
    QDateTime createdAt;
    QString updatedAt; ///< the server's text
    QJsonObject source; ///< as the server sent it
    bool operator==(const Invitee &) const = default;
};
