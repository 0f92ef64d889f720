// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class TimeGrid;

/// How day and week show their hours, for the menus and the commands: how high they are, and whether the early and the late
/// ones, in which nothing takes place, are unfolded.
class HourActions : public QObject
{
    Q_OBJECT

public:
    /// `grid` outlives this.
    HourActions(TimeGrid &grid, QObject *parent);

    QList<QAction *> actions() const { return {m_larger, m_smaller, m_usual, m_early, m_late}; }
    /// False while neither day nor week is shown.
    void present(bool wanted);

private:
    QAction *makeFold(const char *name, const QString &text, bool early);
    void showFolds();

    TimeGrid &m_grid;
    QAction *m_larger;
    QAction *m_smaller;
    QAction *m_usual;
    QAction *m_early;
    QAction *m_late;
};
