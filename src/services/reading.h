// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QDateTime>

#include <optional>

/// How fresh something is that was read from Calendly.
struct Reading
{
    QDateTime seenAt; ///< null: never read
    bool underWay = false;
    std::optional<Error> problem; ///< of the last try
};
