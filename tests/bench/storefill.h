// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class BenchServer;

/// Brings the store of `profile` to `size` meetings, all with their invitees: what the server has, and as much again
/// and again in the years before, which no synchronization reads.
void fillStore(const QString &profile, BenchServer &server, int size);
