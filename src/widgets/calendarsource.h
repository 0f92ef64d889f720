// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarperiod.h"
#include "monthcontent.h"
#include "schedulefilter.h"
#include "timegridcontent.h"

struct AgendaSetting;
class ColleagueBusyTimes;
class MergedMeetings;
struct MainWindowParts;

/// What a calendar shows beside the meetings.
struct CalendarExtras
{
    bool busyTimes = true; ///< of other calendars
    bool openHours = true;
    QString secondZone; ///< IANA name; empty: one zone only
    bool operator==(const CalendarExtras &) const = default;
};

/// The one source of all calendar views: answers for the days that are shown and for no others.
class CalendarSource
{
public:
    /// All outlive the source; `colleague` is null without an organization.
    CalendarSource(const MainWindowParts &parts, const MergedMeetings &meetings, ColleagueBusyTimes *colleague)
        : m_parts(parts), m_meetings(meetings), m_colleague(colleague)
    {
    }

    QList<MeetingSummary> meetings(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting) const;
    /// Active ones among which the filter hides some: they share time with what is shown.
    QList<MeetingSummary> hidden(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting) const;
    TimeGridContent days(const DaySpan &span, const QList<MeetingSummary> &meetings, const AgendaSetting &setting,
                         const CalendarExtras &extras) const;
    MonthContent month(QDate day, const QList<MeetingSummary> &meetings, const AgendaSetting &setting) const;

    /// Asks Calendly for busy times of the coming days among `span`, where that was not done a moment ago: the own ones if
    /// `extras` has them, and those of the colleague who is chosen.
    void readBusyTimes(const DaySpan &span, const QTimeZone &zone, const CalendarExtras &extras) const;

    static TimeRange rangeOf(const DaySpan &span, const QTimeZone &zone);

private:
    static MeetingQuery queryIn(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting);
    QList<TimeRange> openHoursIn(const DaySpan &span, const QTimeZone &zone) const;
    void addOverrides(TimeGridContent &content, const AgendaSetting &setting) const;

    const MainWindowParts &m_parts;
    const MergedMeetings &m_meetings;
    ColleagueBusyTimes *m_colleague;
};
