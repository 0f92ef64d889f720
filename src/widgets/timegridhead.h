// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"
#include "timegridlayout.h"

#include <QCoreApplication>
#include <QFont>
#include <QPalette>

class QPainter;

/// How days stand out from the others in the head of a time grid.
struct DayLook
{
    bool current = false; ///< the day itself, not one of its meetings
    bool focused = false; ///< the grid has the keyboard
    bool selected = false;
    bool hovered = false;
};

/// Paints what stays above the hours of a time grid: names of zones and days, and the all-day band without its meetings.
class TimeGridHead
{
    Q_DECLARE_TR_FUNCTIONS(TimeGrid)

public:
    TimeGridHead(const TimeGridContent &content, const TimeGridLayout &layout, const TimeGridGeometry &geometry, const QFont &font,
                 const QPalette &palette);

    int height() const; ///< of the whole head
    QRect dayRect(int day) const;
    int bandTop() const { return m_geometry.headHeight(); }

    void paintGround(QPainter &painter, int width) const;
    void paintDay(QPainter &painter, int day, const DayLook &look) const;
    void paintNote(QPainter &painter, const GridNote &note) const;

private:
    QColor color(ColorRole role) const { return themeColor(role, m_palette); }
    void paintZones(QPainter &painter) const;
    void paintColleagues(QPainter &painter) const;
    void paintZone(QPainter &painter, const QRect &place, const ZoneLabel &label, bool own) const;
    QString nameThatFits(QDate date, const QFontMetrics &metrics, int room) const;
    void paintTodayPill(QPainter &painter, const QRect &place, const QString &number) const;

    const TimeGridContent &m_content;
    const TimeGridLayout &m_layout;
    const TimeGridGeometry &m_geometry;
    const QFont &m_font;
    const QPalette &m_palette;
    QDate m_today;
};
