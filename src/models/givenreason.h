// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

/// What Calendly gave as the reason of a refusal, for one line: its details, else its message. Foreign text, always English.
/// Empty where it gave none.
QString givenReason(const Error &refusal);
