// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// How much an event type was used lately.
struct EventTypeUse
{
    int times = 0;
    QDateTime last; ///< null: never
    bool operator==(const EventTypeUse &) const = default;
};
