// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingmaker.h"
#include "monthcontent.h"

/// A meeting of November 2026 by Berlin's clock.
inline MeetingSummary novemberMeeting(int id, int day, int hour, int minutes = 30)
{
    return meetingAt(id, berlin(day, hour, 0), minutes, QStringLiteral("Intro"),
                     person(QStringLiteral("Person%1 Smith").arg(id), QStringLiteral("Europe/Madrid")));
}

/// November 2026 on Friday the 20th at 10:42, in British English.
inline MonthContent november(const QList<MeetingSummary> &meetings)
{
    const AgendaSetting setting = berlinSetting();
    return {.month = QDate(2026, 11, 20),
            .firstDayOfWeek = Qt::Monday,
            .zone = setting.zone,
            .now = setting.now,
            .locale = setting.locale,
            .entries = calendarEntries(meetings, setting)};
}

inline QUrl meetingUri(int id)
{
    return QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(id));
}
