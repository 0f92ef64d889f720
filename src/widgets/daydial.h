// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>
#include <QWidget>

/// A day as a half dial: one arc for each meeting, a soft sector for the time gone, a wedge at now. It repeats what the
/// schedule says; its accessible description says it in a sentence.
class DayDial : public QWidget
{
    Q_OBJECT

public:
    struct Arc
    {
        QDateTime begin; ///< UTC
        QDateTime end;
        QString color; ///< as the server gave it
        bool operator==(const Arc &) const = default;
    };
    struct Day
    {
        QDateTime now; ///< UTC
        QTimeZone zone;
        QList<Arc> meetings; ///< of today
        QTime opens; ///< working hours; null where there are none
        QTime closes;
        bool operator==(const Day &) const = default;
    };

    explicit DayDial(QWidget *parent = nullptr);
    void show(const Day &day);
    using QWidget::show;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double angleAt(double hours) const; ///< radians, from the left end of the horizon upwards and over
    double hoursOf(const QDateTime &utc) const; ///< since the start of the shown day, by the clock on the wall
    void paintFace(QPainter &painter, QPointF center) const;
    void paintMeetings(QPainter &painter, QPointF center) const;
    void paintNow(QPainter &painter, QPointF center) const;
    void paintLabels(QPainter &painter, QPointF center) const;

    Day m_day;
    int m_firstHour = 6;
    int m_lastHour = 20;
};
