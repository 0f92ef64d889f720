// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"
#include "timegridlayout.h"

#include <QCoreApplication>
#include <QFont>
#include <QPalette>

class QPainter;

/// Paints what lies under the meetings of a time grid, and the gutter beside them: hours, open and busy times, now.
class TimeGridGround
{
    Q_DECLARE_TR_FUNCTIONS(TimeGrid)

public:
    TimeGridGround(const TimeGridContent &content, const TimeGridLayout &layout, const TimeGridGeometry &geometry, const QFont &font,
                   const QPalette &palette);

    /// Everything within `visible`, which counts from the top of the day as the painter does.
    void paint(QPainter &painter, const QRect &visible) const;
    /// Hours that the clock skips: not even a meeting is in them.
    void paintSkipped(QPainter &painter, const QRect &visible) const;
    void paintGutter(QPainter &painter, const QRect &visible) const;

private:
    QColor color(ColorRole role) const { return themeColor(role, m_palette); }
    void paintLines(QPainter &painter, const QRect &visible) const;
    void paintStretch(QPainter &painter, const GridStretch &stretch, const QRect &visible) const;
    void paintUnknown(QPainter &painter, const QRect &place) const;
    void paintWord(QPainter &painter, const QString &word, const QRect &place, const QRect &visible, ColorRole ground) const;
    void paintNow(QPainter &painter) const;
    void paintRuns(QPainter &painter) const;
    void paintStrip(QPainter &painter, const GridStrip &strip) const;
    void paintHour(QPainter &painter, const GutterHour &hour, const QRect &pill) const;
    QString wordOf(const GridStretch &stretch) const;
    QRect nowPill() const; ///< empty where now is on no day that is shown

    const TimeGridContent &m_content;
    const TimeGridLayout &m_layout;
    const TimeGridGeometry &m_geometry;
    const QPalette &m_palette;
    QFont m_tiny;
    QFont m_tinyStrong;
    QFont m_base;
    int m_today = -1;
    int m_nowY = 0;
};
