// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarentry.h"

#include "agendatext.h"
#include "meetingtimes.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CalendarEntry)
};

bool isBefore(const MeetingSummary &one, const MeetingSummary &other)
{
    return std::tie(one.meeting.start, one.meeting.end) < std::tie(other.meeting.start, other.meeting.end);
}

/// The store gives them in this order already; of several accounts they may have to be sorted.
QList<MeetingSummary> inOrder(QList<MeetingSummary> meetings)
{
    if (!std::is_sorted(meetings.cbegin(), meetings.cend(), isBefore))
        std::stable_sort(meetings.begin(), meetings.end(), isBefore);
    return meetings;
}

CalendarEntry entryOf(const MeetingSummary &summary, const StatusWords &status, const AgendaSetting &setting)
{
    const Meeting &meeting = summary.meeting;
    const bool group = isGroup(meeting);
    const QString name = nameText(meeting);
    const QString people = peopleText(summary);
    return {.meeting = meeting.uri,
            .start = meeting.start,
            .end = meeting.end,
            .title = group ? name : people,
            .detail = group ? people : name,
            .times = passText(timeRangeText(meeting.start, meeting.end, setting.zone, setting.locale), meeting.start, setting.zone),
            .startText = passText(timeText(meeting.start, setting.zone, setting.locale), meeting.start, setting.zone),
            .place = placeText(meeting.place),
            .placeIcon = placeIconName(meeting.place),
            .color = summary.color,
            .account = summary.account,
            .status = status,
            .running = isRunning(meeting, setting.now),
            .past = !isUpcoming(meeting, setting.now),
            .canceled = meeting.canceled,
            .summary = summary};
}

} // namespace

QString spokenText(const CalendarEntry &entry, const QTimeZone &zone, const QLocale &locale)
{
    AgendaSetting setting;
    setting.zone = zone;
    setting.locale = locale;
    return spokenText(entry.summary, entry.status, setting);
}

QString timesAndDatesText(const CalendarEntry &entry, const QTimeZone &zone, const QDateTime &now, const QLocale &locale)
{
    if (isOnOneDay(entry.start, entry.end, zone))
        return entry.times;
    return Text::tr("%1 to %2").arg(momentText(entry.start, zone, now, locale), momentText(entry.end, zone, now, locale));
}

QList<CalendarEntry> calendarEntries(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    const QList<MeetingSummary> sorted = inOrder(meetings);
    // The agenda's rows say the same of each meeting.
    const QList<StatusWords> statuses = statusesOf(sorted, setting);
    QList<CalendarEntry> entries;
    entries.reserve(sorted.size());
    for (qsizetype i = 0; i < sorted.size(); ++i)
        entries.append(entryOf(sorted.at(i), statuses.at(i), setting));
    return entries;
}
