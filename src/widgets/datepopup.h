// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;
class QLabel;
class QLineEdit;

/// A month to pick a day from, and a field to type one into, below what opened it. Arrows and Page keys move the day,
/// Enter picks it; Escape closes. Deletes itself.
class DatePopup : public QFrame
{
    Q_OBJECT

public:
    DatePopup(QDate day, QDate today, QWidget *below);

    void open();

signals:
    void picked(QDate day);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeMonth(QDate day);
    void follow();
    void pickTyped();
    void pick(QDate day);
    bool holds(QDate day) const;

    QDate m_today;
    QWidget *m_below;
    QLineEdit *m_field;
    QLabel *m_problem;
    QCalendarWidget *m_month;
};
