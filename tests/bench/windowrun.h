// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchserver.h"
#include "profile.h"

class Figures;

/// Reads everything from `server` into an empty profile, as a first sign-in does, 80 ms away and without a rate limit.
void measureSync(Figures &figures, int size, const QString &profile, BenchServer &server);

/// What the window does with a filled store: turning pages, scrolling, searching, polling, copying a link.
void measureWindow(Figures &figures, int size, const QString &profile, BenchServer &server);
