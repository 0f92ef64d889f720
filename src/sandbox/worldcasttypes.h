// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worldcast.h"

/// Ids of Mara's three schedules.
struct MaraHours
{
    int working = noId;
    int evenings = noId;
    int mornings = noId;
};

/// The twelve event types of the pictures, in their order.
void addMaraTypes(World &world, const WorldCalendar &calendar, const MaraHours &hours, WorldCast &cast);

/// What can be booked with everybody else: the kinds and places that Mara's types leave out.
void addOtherTypes(World &world, const WorldCalendar &calendar, WorldCast &cast);
