// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLocale>
#include <QRect>

/// Hours of the night that take one thin strip instead of their height.
struct FoldedHours
{
    int before = 0; ///< minute of the day up to which they are folded; 0 for none
    int after = 24 * 60; ///< minute of the day from which they are folded; 24:00 for none
    bool operator==(const FoldedHours &) const = default;
};

/// What stands above the hours of a zone.
struct ZoneLabel
{
    QString city; ///< empty where there is no such zone
    QString difference; ///< "EST −6 h"
    bool operator==(const ZoneLabel &) const = default;
};

/// Where days and hours lie in a time grid of a given size. x counts over the whole width, y from the top of the day.
class TimeGridGeometry
{
public:
    struct Setting
    {
        QFont font;
        QLocale locale;
        int width = 0;
        int scrollBar = 0; ///< width of the bar that lies over the end of the last day
        int days = 1;
        int colleagues = 0; ///< beside the own time
        ZoneLabel ownZone;
        ZoneLabel secondZone;
        bool mirrored = false;
        double zoom = 1;
        FoldedHours folded;
        bool operator==(const Setting &) const = default;
    };

    TimeGridGeometry() : TimeGridGeometry(Setting()) { }
    explicit TimeGridGeometry(const Setting &setting);

    int gutter() const { return m_gutter; }
    int ownGutter() const { return m_ownGutter; } ///< the part of the gutter with the own hours
    double hourHeight() const { return m_hourHeight; }
    int stripHeight() const { return m_stripHeight; } ///< of folded hours
    int height() const; ///< of the whole day
    int headHeight() const { return m_headHeight; }
    int bandRow() const { return m_bandRow; } ///< height of a line of the all-day band, with its gap
    int days() const { return m_setting.days; }
    const ZoneLabel &ownZone() const { return m_setting.ownZone; }
    const ZoneLabel &secondZone() const { return m_setting.secondZone; }
    const FoldedHours &folded() const { return m_setting.folded; }

    double y(double minute) const;
    double minuteAt(double y) const;
    double leastMinutes() const; ///< as many as a line of the smallest text is high

    QRect column(int day) const; ///< over the whole height
    QRect blockColumn(int day) const; ///< the part of the column in which meetings and busy times stand, clear of the scroll bar
    /// Where the time of a colleague stands: on a single day a column of its own, beside several days a part of their second half.
    QRect colleagueColumn(int day, int colleague) const;
    bool hasColleagueColumns() const { return m_setting.days == 1 && m_setting.colleagues > 0; }
    QRect gutterRect() const; ///< over the whole height
    int dayAt(int x) const; ///< -1 in the gutter
    bool isMirrored() const { return m_setting.mirrored; }
    QRect mirrored(const QRect &rect) const; ///< where right-to-left has what is given from left to right

private:
    QRect wholeBlockColumn(int day) const;
    QRect part(const QRect &whole, int number, int parts) const;

    Setting m_setting;
    int m_gutter = 0;
    int m_ownGutter = 0;
    double m_hourHeight = 0;
    int m_stripHeight = 0;
    int m_headHeight = 0;
    int m_bandRow = 0;
};
