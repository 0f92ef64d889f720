// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

/// The highest generation that is believed. What is above was never counted up to, so what says it is damaged; and below it
/// there is room to go on counting.
constexpr int highestGeneration = std::numeric_limits<int>::max() - 1'000'000;
