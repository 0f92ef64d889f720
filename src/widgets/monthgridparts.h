// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monthcontent.h"
#include "monthgrid.h"
#include "monthgridcells.h"
#include "monthgridgeometry.h"
#include "monthlayout.h"

// What the files of MonthGrid share.

struct MonthGrid::Shown
{
    MonthContent content;
    MonthGridGeometry geometry;
    MonthLayout layout;
    MonthGridCells cells;
    QDate today;

    const CalendarEntry &entryOf(qsizetype part) const { return content.entries[layout.parts[part].entry]; }
    QRect placeOf(const MonthPart &part) const { return geometry.line(part.day, part.days, part.row); }
    QRect placeOfMore(int day) const { return geometry.line(day, 1, layout.rows - 1); }
};

struct MonthGrid::Press
{
    QPoint at;
    Hit hit;
    bool selectsDays = false; ///< the pointer has left the day
    bool narrowsOnRelease = false; ///< a plain click on one of several that are selected
    bool showsCard = false; ///< a plain click on the one that was current before
};
