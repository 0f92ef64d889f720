// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timegrid.h"
#include "timegridcells.h"
#include "timegridlayout.h"

// What the files of TimeGrid share.

struct TimeGrid::Shown
{
    TimeGridContent content;
    QList<DayAxis> axes;
    FoldedHours quiet;
    TimeGridGeometry::Setting setting;
    TimeGridGeometry geometry;
    TimeGridLayout layout;
    TimeGridCells cells;
    bool startsAtMorning = true; ///< until somebody has seen it

    const CalendarEntry &entryOf(qsizetype block) const { return content.entries[layout.blocks[block].entry]; }
};

struct TimeGrid::Press
{
    enum class Drag { NotYet, Days, Rubber };

    QPoint at; ///< in the whole widget
    int scrolled = 0; ///< when it began
    Hit hit;
    Drag drag = Drag::NotYet;
    bool narrowsOnRelease = false; ///< a plain click on one of several that are selected
    bool showsCard = false; ///< a plain click on the one that was current before
    QRect rubber; ///< from the top of the day
};
