// SPDX-License-Identifier: GPL-3.0-or-later
#include "daymeetings.h"

#include "mainwindowparts.h"
#include "meetingservice.h"
#include "zones.h"

#include <limits>

TimeRange rangeOf(QDate day, const MainWindowParts &parts)
{
    const QTimeZone zone = shownZone(parts);
    return {startOfDayUtc(day, zone), startOfDayUtc(day.addDays(1), zone)};
}

Result<QList<QUrl>> activeMeetingsOf(QDate day, const MainWindowParts &parts)
{
    MeetingQuery query;
    query.range = rangeOf(day, parts);
    query.status = MeetingQuery::Status::Active;
    query.limit = std::numeric_limits<int>::max();
    const Result<QList<MeetingTime>> found = parts.meetings.times(query);
    if (!found)
        return Unexpected(found.error());
    QList<QUrl> meetings;
    for (const MeetingTime &meeting : *found) {
        if (meeting.start >= query.range.begin) // it may also reach into the day
            meetings.append(meeting.uri);
    }
    return meetings;
}
