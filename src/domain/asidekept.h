// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// For how many days at least a store stays that was set aside and could not be read whole: it may be the only copy.
inline constexpr int asideKeptDays = 30;
