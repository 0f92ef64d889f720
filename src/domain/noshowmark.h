// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>

/// The mark of somebody who did not come (contract: schema InviteeNoShow).
struct NoShowMark
{
    QUrl uri;
    QUrl invitee;
    QDateTime createdAt;
    bool operator==(const NoShowMark &) const = default;
};

Result<NoShowMark> noShowFromJson(const QJsonObject &json);

/// The mark as it stands in an invitee's `no_show`.
QJsonObject toJson(const NoShowMark &mark);
/// When the mark in an invitee's JSON was made; null where there is none.
QDateTime noShowSince(const QJsonObject &inviteeSource);
