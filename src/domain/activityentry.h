// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>

/// Something that happened in the organization (contract: schema ActivityLogEntry).
struct ActivityEntry
{
    QString uri; ///< not always an address
    QDateTime occurredAt;
    QString actor; ///< a name; empty where there is none
    QString actorMail;
    QString actorType; ///< User, System
    QString space; ///< what it happened to: Calendly's "namespace"
    QString action;
    QJsonObject details;
    bool operator==(const ActivityEntry &) const = default;
};

Result<ActivityEntry> activityEntryFromJson(const QJsonObject &json);
