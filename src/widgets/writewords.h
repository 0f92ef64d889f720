// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toasthost.h"
#include "writeoutcome.h"

/// What is said of a write, by what came of it.
struct WriteWords
{
    QString done;
    QString refused; ///< the beginning: "Nobody was invited."
    QString notDone; ///< the answer was lost, and nothing happened
    QString unknown; ///< the answer was lost, and nobody knows
};

Toast toastFor(const WriteOutcome &outcome, const WriteWords &words);
/// The same for a dialog that stays open; empty where it is done.
QString problemText(const WriteOutcome &outcome, const WriteWords &words);
