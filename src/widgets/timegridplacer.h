// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daylayout.h"
#include "timegridlayout.h"

#include <QCoreApplication>

/// Adds to a layout what a content holds, day by day.
class TimeGridPlacer
{
    Q_DECLARE_TR_FUNCTIONS(TimeGrid)

public:
    TimeGridPlacer(const TimeGridContent &content, const TimeGridGeometry &geometry, const FoldedHours &quiet, const QFont &font,
                   TimeGridLayout &layout)
        : m_content(content), m_geometry(geometry), m_quiet(quiet), m_font(font), m_layout(layout)
    {
    }

    void place();

private:
    const DayAxis &axis(int day) const { return m_layout.axes[day]; }
    int clearHeight(int day, const DayBlock &block, const QRect &place, const QList<DayBlock> &others) const;
    void noteZoneChange(int day);
    QRect placeOf(int day, const DayAxis::Span &span) const;
    QRect besideOthers(int day, const DayBlock &block) const;
    void placeBand();
    void placeBlocks(int day);
    void placeStretches(int day);
    void placeColleagues(int day);
    void placeRanges(int day, GridStretch::Kind kind, const QList<TimeRange> &ranges);
    void placeNotes(int day);
    void placeRuns();
    void placeRows();
    void nameHours();
    void placeStrips();
    void placeStrip(bool early, bool folded, int from, int to);
    QRect badgeBelow(const GridRun &run) const;

    const TimeGridContent &m_content;
    const TimeGridGeometry &m_geometry;
    const FoldedHours &m_quiet;
    const QFont &m_font;
    TimeGridLayout &m_layout;
    QList<int> m_bandRowsOfDay; // how many lines of the band each day has used
    QList<int> m_rows; // of the blocks in the band, then of the notes
};
