// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarsource.h"

#include "accountservice.h"
#include "agendarows.h"
#include "availabilityservice.h"
#include "colleaguebusytimes.h"
#include "mainwindowparts.h"
#include "mergedmeetings.h"
#include "timespans.h"
#include "weekbars.h"
#include "workload.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

/// More than anybody can have in six weeks; a bound all the same.
constexpr int mostMeetings = 20000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CalendarSource)
};

/// With the city whose clock shows these hours, where that is another time than the one shown beside the day.
QString hoursNote(const QList<DayInterval> &intervals, const QString &zoneName, const QTimeZone &shown, QDate day)
{
    if (intervals.isEmpty())
        return Words::tr("Closed");
    const QString hours = Words::tr("Hours %1").arg(intervalsText(intervals));
    const QTimeZone theirs = zoneNamed(zoneName).value_or(shown);
    const auto differs = [&theirs, &shown](const QDateTime &utc) { return theirs.offsetFromUtc(utc) != shown.offsetFromUtc(utc); };
    const bool isOther = differs(startOfDayUtc(day, shown)) || differs(startOfDayUtc(day.addDays(1), shown));
    //: Changed hours and the city by whose clock they are.
    return isOther ? Words::tr("%1 in %2").arg(hours, cityOf(zoneName)) : hours;
}

} // namespace

TimeRange CalendarSource::rangeOf(const DaySpan &span, const QTimeZone &zone)
{
    return {startOfDayUtc(span.first, zone), startOfDayUtc(span.last().addDays(1), zone)};
}

MeetingQuery CalendarSource::queryIn(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting)
{
    MeetingQuery query = queryOf(filter, setting.now, setting.zone);
    query.text.clear();
    query.range = rangeOf(span, setting.zone);
    query.newestFirst = false;
    query.limit = mostMeetings;
    return query;
}

QList<MeetingSummary> CalendarSource::meetings(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    return m_meetings.meetings(queryIn(span, filter, setting));
}

QList<MeetingSummary> CalendarSource::hidden(const DaySpan &span, const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    ScheduleFilter ofDays = filter; // a calendar has its own, whatever the list shows
    ofDays.when = ScheduleFilter::When::Upcoming;
    return hidesActive(ofDays) ? m_meetings.meetings(hiddenBy(ofDays, queryIn(span, ofDays, setting))) : QList<MeetingSummary>();
}

TimeGridContent CalendarSource::days(const DaySpan &span, const QList<MeetingSummary> &meetings, const AgendaSetting &setting,
                                     const CalendarExtras &extras) const
{
    const TimeRange range = rangeOf(span, setting.zone);
    TimeGridContent content;
    content.first = span.first;
    content.days = span.days;
    content.zone = {setting.zone, QString::fromLatin1(setting.zone.id())};
    if (const std::optional<QTimeZone> second = zoneNamed(extras.secondZone))
        content.secondZone = NamedZone{*second, extras.secondZone};
    content.now = setting.now;
    content.locale = setting.locale;
    content.entries = calendarEntries(meetings, setting);
    for (const MeetingSummary &hidden : setting.others)
        content.hidden.append({hidden.meeting.start, hidden.meeting.end});
    content.showsOpenHours = extras.openHours;
    content.openHours = openHoursIn(span, setting.zone);
    if (extras.openHours)
        addOverrides(content, setting);
    content.showsBusy = extras.busyTimes;
    if (extras.busyTimes) {
        const AvailabilityService::BusyTimes busy = m_parts.availability.busyTimes(range);
        // Calendly's own entries stand there as meetings.
        for (const BusyTime &time : busy.busy) {
            if (time.kind != BusyTime::Kind::Calendly)
                content.busy.append(time);
        }
        content.busyUnknown = busy.unknown;
    }
    if (m_colleague)
        content.colleagues = m_colleague->in(range);
    return content;
}

MonthContent CalendarSource::month(QDate day, const QList<MeetingSummary> &meetings, const AgendaSetting &setting) const
{
    MonthContent content;
    content.month = day;
    content.firstDayOfWeek = setting.locale.firstDayOfWeek();
    content.zone = setting.zone;
    content.now = setting.now;
    content.locale = setting.locale;
    content.entries = calendarEntries(meetings, setting);
    return content;
}

void CalendarSource::readBusyTimes(const DaySpan &span, const QTimeZone &zone, const CalendarExtras &extras) const
{
    if (m_colleague)
        m_colleague->read(rangeOf(span, zone));
    if (const auto account = m_parts.account.account(); account && extras.busyTimes)
        m_parts.availability.refreshBusyTimes(account->user.uri, rangeOf(span, zone));
}

QList<TimeRange> CalendarSource::openHoursIn(const DaySpan &span, const QTimeZone &zone) const
{
    const QList<AvailabilitySchedule> schedules = m_parts.availability.schedules();
    if (schedules.isEmpty())
        return {};
    const AvailabilitySchedule &usual = schedules.first();
    const QTimeZone theirs = zoneNamed(usual.timezone).value_or(zone);
    // A day of the schedule's zone reaches into the shown days from up to a day before and after them.
    return intersected(openHours(usual, span.first.addDays(-1), span.days + 2, theirs), {rangeOf(span, zone)});
}

void CalendarSource::addOverrides(TimeGridContent &content, const AgendaSetting &setting) const
{
    const QList<AvailabilitySchedule> schedules = m_parts.availability.schedules();
    if (schedules.isEmpty())
        return;
    const QDate today = wallClock(setting.now, setting.zone).date();
    const int ahead = int(today.daysTo(content.first)) + content.days;
    if (ahead <= 0)
        return;
    for (const DateOverride &change : upcomingOverrides(schedules.first(), today, ahead)) {
        for (QDate day = std::max(change.first, content.first); day <= change.last && day < content.first.addDays(content.days); day = day.addDays(1))
            content.notes.append({.date = day, .icon = QStringLiteral("edit"), .text = hoursNote(change.intervals, schedules.first().timezone, setting.zone, day)});
    }
}
