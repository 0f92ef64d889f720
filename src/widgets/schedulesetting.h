// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"

struct MainWindowParts;

/// What the schedule's words depend on, as it is now: the clock, the zone, who somebody is.
AgendaSetting scheduleSetting(const MainWindowParts &parts);
