// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

/// Whether a booking of `type` may go to others alone, so that it is not among the meetings of `user`.
inline bool mayBeHostedByOthers(const EventType &type, const QUrl &user)
{
    const bool anyHost = type.kind == EventType::Kind::RoundRobin || type.kind == EventType::Kind::MultiPool;
    return anyHost || (!type.profileOwner.isEmpty() && type.profileOwner != user);
}
