// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeps memory with tokens in it out of core files and away from other programs' debuggers, where the system can.
void protectProcess();
