// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarperiod.h"

#include <QWidget>

class QAction;

/// Chooses how the schedule is shown: buttons side by side, and an action with a key for each.
class ViewSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit ViewSwitch(QWidget *parent = nullptr);

    QList<QAction *> actions() const { return m_actions; }
    QAction *action(ScheduleView view) const;
    void present(ScheduleView view); ///< without chosen()

signals:
    void chosen(ScheduleView view);

private:
    void add(ScheduleView view, const char *name, const QString &text, const QKeySequence &key, const char *place);

    QList<QAction *> m_actions;
};
