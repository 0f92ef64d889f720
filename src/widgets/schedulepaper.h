// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedulefilter.h"

#include <QObject>
#include <QWidget>

#include <optional>

class MergedMeetings;
class QAction;
class ScheduleBoard;
class ScheduleCalendar;
class ScheduleFilterBar;
class ToastHost;
struct MainWindowParts;

/// Makes files and paper of what the schedule shows.
class SchedulePaper : public QObject
{
    Q_OBJECT

public:
    /// What it is made of; all outlive it.
    struct Sources
    {
        const ScheduleFilterBar &filters;
        const ScheduleCalendar &calendar;
        ScheduleBoard &board;
        const MergedMeetings &meetings;
    };
    SchedulePaper(const MainWindowParts &parts, ToastHost &toasts, const Sources &sources, QWidget *page);

    QList<QAction *> actions() const { return m_actions; }

private:
    void exportMeetings();
    void printMeetings();
    MeetingQuery shownQuery() const;
    std::optional<DayRange> shownDays() const;

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    Sources m_sources;
    QWidget *m_page;
    QList<QAction *> m_actions;
};
