// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCalendarWidget;

/// A month to pick a day from, below what opened it. Arrows move, Enter picks, a date can be typed; Escape closes. Deletes
/// itself.
class DatePopup : public QFrame
{
    Q_OBJECT

public:
    explicit DatePopup(QDate day, QWidget *below);

    void open();

signals:
    void picked(QDate day);

private:
    QWidget *m_below;
    QCalendarWidget *m_month;
};
