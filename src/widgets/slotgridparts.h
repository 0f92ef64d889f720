// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slotgrid.h"

// What the files of SlotGrid share.

struct SlotGrid::Drag
{
    Cell from;
    bool chooses = true; ///< else it takes back
    QSet<QDateTime> before; ///< what was chosen when it began
};
