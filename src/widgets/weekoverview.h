// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

/// A week as seven columns: free hours soft, meetings solid, busy elsewhere hatched, with the free hours of each day
/// below.
class WeekOverview : public QWidget
{
    Q_OBJECT

public:
    explicit WeekOverview(QWidget *parent = nullptr);

    struct Week
    {
        QDate monday;
        QTimeZone zone = QTimeZone::utc();
        Workload load;
        QList<TimeRange> meetings; ///< also outside open hours
        QList<TimeRange> busy; ///< also outside open hours
        QDateTime now;
    };
    void present(const Week &week);

    QSize sizeHint() const override { return {440, 240}; }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF span(const TimeRange &range, int day, const QRect &column) const;
    QList<TimeRange> ofDay(const QList<TimeRange> &ranges, int day) const;
    double y(const QDateTime &instant, int day, const QRect &column) const;
    QRect column(int day) const; ///< from left to right
    QRect placed(const QRect &rect) const;
    int headHeight() const;
    int footHeight() const;
    int gutter() const;
    void paintHours(QPainter &painter) const;
    void paintDay(QPainter &painter, int day) const;
    QString name() const;
    QString sentence() const;

    Week m_week;
    int m_firstHour = 8;
    int m_lastHour = 19;
};
