// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dayaxis.h"
#include "timegridcontent.h"
#include "timegridgeometry.h"

/// A meeting, or its part of one day, where a time grid shows it. `place` counts from the top of the day, or of the
/// all-day band.
struct GridBlock
{
    qsizetype entry = 0;
    int day = 0; ///< in the band the first one
    int days = 1; ///< more than one in the band only
    bool inBand = false;
    QRect place;
    int clearHeight = 0; ///< from its top to where another one covers it, or to its bottom
    bool begins = true;
    bool ends = true;
    bool isStep = false; ///< lies over one that began earlier
    int pass = 0; ///< see DayAxis::passOf()
};

/// Time of a day that is marked: open, busy, not known, or skipped by the clock. Those of colleagues share half of the column, or have one each.
struct GridStretch
{
    enum class Kind { Open, Busy, Unknown, Skipped, ColleagueBusy, ColleagueMeeting, ColleagueUnknown };

    Kind kind = Kind::Open;
    int day = 0;
    DayAxis::Span span;
    QRect place;
    int colleague = -1; ///< whose it is; -1 for the own time
    QString name; ///< of a colleague's meeting
};

/// A chip of the all-day band which is no meeting.
struct GridNote
{
    bool isBusy = false; ///< all day, by other calendars
    int day = 0;
    QString icon;
    QString text;
    QString spoken; ///< where it says more than the text
    BadgeTone tone = BadgeTone::Neutral;
    QRect place;
};

/// Meetings of a day without a gap.
struct GridRun
{
    int day = 0;
    int count = 0;
    DayAxis::Span span;
    QRect bar;
    QRect badge; ///< empty where there is no room for it
};

/// Quiet hours at an end of the day: folded into a strip, or a handle that folds them.
struct GridStrip
{
    bool isEarly = true;
    bool isFolded = true;
    QString text; ///< "00:00–07:00, no meetings"
    QRect place;
};

/// An hour in the gutter.
struct GutterHour
{
    int minute = 0;
    QString own;
    QString second; ///< empty without a second zone
    DayPart secondPart = DayPart::Day;
};

/// Everything a time grid shows, in its place.
struct TimeGridLayout
{
    QList<DayAxis> axes;
    QList<GridBlock> blocks; ///< by day; those of the band first, then in the order in which they are painted
    QList<QList<qsizetype>> ofDay; ///< for each day the blocks that touch it
    QList<GridStretch> stretches;
    QList<GridNote> notes;
    QList<GridRun> runs;
    QList<GutterHour> hours;
    QList<GridStrip> strips;
    int bandRows = 1;

    int dayOf(QDate date) const; ///< -1 where it is not shown
};

QList<DayAxis> axesOf(const TimeGridContent &content);
/// Zones as they are called above their hours, at noon of today, or of the first day where today is not shown.
ZoneLabel ownZoneLabel(const TimeGridContent &content, const QList<DayAxis> &axes);
ZoneLabel secondZoneLabel(const TimeGridContent &content, const QList<DayAxis> &axes);
/// The hours in which nothing is open and nothing takes place, as far as whole hours at both ends of the day.
FoldedHours quietHours(const TimeGridContent &content, const QList<DayAxis> &axes);
/// One hour before the first opening of these days, as a minute of the day.
int morningOf(const TimeGridContent &content, const QList<DayAxis> &axes);
/// `quiet` hours are folded if they are in `geometry`.
TimeGridLayout timeGridLayout(const TimeGridContent &content, const QList<DayAxis> &axes, const TimeGridGeometry &geometry,
                              const FoldedHours &quiet, const QFont &font);

/// "00:00–07:00".
QString hoursText(int fromMinute, int toMinute, const QLocale &locale);

/// "3 in a row, no break".
QString runText(int count);
