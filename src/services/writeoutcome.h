// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <optional>

/// What came of a write, after a look at Calendly where its answer was lost.
struct WriteOutcome
{
    enum class Kind {
        Done,
        Refused, ///< `error` says why
        NotDone, ///< the answer was lost, and the look showed that nothing happened
        Unknown, ///< the answer was lost, and so was the look
    };

    Kind kind = Kind::Done;
    std::optional<Error> error;
};
