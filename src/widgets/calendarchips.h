// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimeZone>

class Chip;
class ColleagueChip;
class QAction;
class ScheduleCalendar;
struct AgendaSetting;
struct CalendarExtras;

/// The calendars' own chips, legend and switch at once: busy times, working hours, a colleague, a second zone. For menus and
/// the command palette there are actions that do the same.
class CalendarChips : public QObject
{
    Q_OBJECT

public:
    /// Adds itself to the flow row of `chips`. Both outlive this.
    CalendarChips(ScheduleCalendar &calendar, QWidget *chips);

    /// Busy times and zones belong to the views with hours, not to agenda and month.
    void present(bool wanted, const AgendaSetting &setting);

    QList<QAction *> actions() const { return {m_showBusy, m_showHours, m_chooseZone}; }

private:
    Chip *makeChip(const char *name, const QString &text, QWidget *chips);
    void makeSwitch(Chip *chip, QAction *action, bool CalendarExtras::*extra);
    void fillZones();
    void askForZone();
    void setZone(const QString &zone); ///< IANA name; empty: none

    ScheduleCalendar &m_calendar;
    QTimeZone m_own;
    QDateTime m_now;
    Chip *m_busy;
    Chip *m_hours;
    ColleagueChip *m_colleague; // null without an organization
    Chip *m_zone;
    QAction *m_showBusy;
    QAction *m_showHours;
    QAction *m_chooseZone;
};
