// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

/// What a cell of a slot grid looks like when nothing in it can be booked.
enum class SlotLook { Closed, Busy, Free };
