// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpanswer.h"

#include <QDateTime>

#include <chrono>
#include <optional>

/// How long to wait before try number `sent` + 1: doubling from `first`, and by chance up to half of it shorter, so
/// that many programs that failed together do not come back together.
std::chrono::milliseconds backOff(int sent, std::chrono::milliseconds first);

/// When a 429 says to come back: X-RateLimit-Reset (seconds), else Retry-After (seconds or an HTTP date); nothing where
/// neither can be read. Not clamped.
std::optional<std::chrono::seconds> demandedWait(const HttpAnswer &answer, const QDateTime &now);
