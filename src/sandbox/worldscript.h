// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worldcast.h"

/// The written part of the demo: this week, the next two, and the past that their people have with each other.
/// Everything is placed on working days around today, so that it looks alike whenever it is started.
void addScript(World &world, const WorldCalendar &calendar, const WorldCast &cast);

/// True on days of Mara's that the script fills, where nothing else should be added.
bool isScripted(const WorldCalendar &calendar, QDate date);
