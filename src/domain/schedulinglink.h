// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

/// Single-use links that nobody used end after so many days (BEHAVIOUR 15.1).
constexpr int singleUseLinkDays = 90;

/// A single-use link made here: what Calendly answered and what only we know about it.
struct SchedulingLink
{
    QString id; ///< ours, random
    QUrl bookingUrl; ///< as copied, with our tracking token
    QUrl eventType;
    QString eventTypeName;
    QString label; ///< the user's word for it; may be empty
    QString trackingToken; ///< random utm_content, found again in the invitee's tracking
    QDateTime createdAt;
    QDateTime expiresAt;
    bool operator==(const SchedulingLink &) const = default;
};
