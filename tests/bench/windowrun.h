// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchserver.h"
#include "profile.h"

class Figures;

/// Reads everything from `server` into an empty profile, as a first sign-in does, 80 ms away and without a rate limit.
void measureSync(Figures &figures, int size, const QString &profile, BenchServer &server);

/// Puts the invitees of all meetings into the profile's store at once, which the program would read over hours.
void fillInvitees(const QString &profile, BenchServer &server);

/// What the window does with a filled store: turning pages, scrolling, searching, looking for changes.
void measureWindow(Figures &figures, int size, const QString &profile, BenchServer &server);
