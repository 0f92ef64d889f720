// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

/// When a meeting begins, for putting those of several stores in order.
struct MeetingTime
{
    QUrl uri;
    QDateTime start;
    bool operator==(const MeetingTime &) const = default;
};
