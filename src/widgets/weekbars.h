// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

/// The usual hours of a schedule's week, a bar for each day, with the hours in words beside.
class WeekBars : public QWidget
{
    Q_OBJECT

public:
    explicit WeekBars(QWidget *parent = nullptr);
    void present(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns
    {
        QRect day;
        QRect bars;
        QRect words;
        QRect length;
    };
    Columns columns() const; ///< from left to right, as everything is reckoned before it is placed
    QRect placed(const QRect &rect) const;
    int rowHeight() const;
    int x(const QRect &bars, QTime time) const;
    void paintScale(QPainter &painter, const Columns &columns) const;
    void paintDay(QPainter &painter, const Columns &columns, int weekday, int top) const;
    QString sentence() const;

    AvailabilitySchedule m_schedule;
    QTime m_nowTime;
    int m_today = 0; ///< 1 Monday … 7 Sunday
    int m_firstHour = 6;
    int m_lastHour = 22;
};

/// "09:00–12:30, 13:30–17:00"; "Closed" without hours.
QString intervalsText(const QList<DayInterval> &intervals);
