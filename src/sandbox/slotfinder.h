// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

/// A time that can still be booked (schema EventTypeAvailableTime).
struct WorldSlot
{
    WorldTime start = 0;
    int inviteesRemaining = 1;
    QList<int> freeHosts; ///< users who can take it; for group and collective types all hosts
    bool operator==(const WorldSlot &) const = default;
};

/// A time in which a user cannot be booked (schema UserBusyTime).
struct WorldBusyTime
{
    enum class Kind { Calendly, Reserved, External };

    Kind kind = Kind::External;
    WorldTime start = 0;
    WorldTime end = 0;
    WorldTime bufferedStart = 0; ///< Calendly entries
    WorldTime bufferedEnd = 0; ///< Calendly entries
    int meeting = noId; ///< Calendly entries
};

/// What a booking page differs in from its event type.
struct SlotRules
{
    int durationMinutes = 0; ///< 0: as the type
    const WorldShareOverride *share = nullptr; ///< not owned; null: none
    int ignoredMeeting = noId; ///< a meeting that is about to be moved does not stand in its own way
};

/// The open times of `type` that start in [from, to), ascending, as of world.now(). None for types that are switched off,
/// deleted, or polls. Rules count in the zone of their schedule: what the clock skips there is no slot, and what it
/// shows twice is two slots.
QList<WorldSlot> findSlots(const World &world, const WorldEventType &type, WorldTime from, WorldTime to,
                           const SlotRules &rules = {});

/// The slot of `type` that starts at exactly `start`, if there is one.
std::optional<WorldSlot> slotAt(const World &world, const WorldEventType &type, WorldTime start, const SlotRules &rules = {});

/// What keeps `user` busy in [from, to), ascending by start.
QList<WorldBusyTime> busyTimes(const World &world, int user, WorldTime from, WorldTime to);
