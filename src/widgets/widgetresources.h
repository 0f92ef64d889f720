// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes icons and style of this library known; to be called before the first window (a static library's resources are
/// not found by themselves).
void initResources();
