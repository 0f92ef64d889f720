// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"

#include <QDateTime>

/// A fixed moment for the tests: Friday 20 November 2026, 10:42 in Berlin.
inline QDateTime berlin(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC).addSecs(-3600);
}

inline AgendaSetting berlinSetting()
{
    AgendaSetting setting;
    setting.now = berlin(20, 10, 42);
    setting.zone = QTimeZone("Europe/Berlin");
    setting.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    setting.ownName = QStringLiteral("Mara Lindqvist");
    return setting;
}

inline InviteeBrief person(const QString &name, const QString &zone)
{
    InviteeBrief invitee;
    invitee.uri = QUrl(QStringLiteral("https://api.example.com/invitees/") + name.section(QLatin1Char(' '), 0, 0));
    invitee.name = name;
    invitee.email = name.section(QLatin1Char(' '), 0, 0).toLower() + QStringLiteral("@example.com");
    invitee.timezone = zone;
    return invitee;
}

/// A meeting of `minutes` with one invitee on Zoom; `id` makes its URI.
inline MeetingSummary meetingAt(int id, const QDateTime &start, int minutes, const QString &name,
                                const InviteeBrief &invitee)
{
    MeetingSummary summary;
    summary.meeting.uri = QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(id));
    summary.meeting.name = name;
    summary.meeting.start = start;
    summary.meeting.end = start.addSecs(minutes * 60);
    summary.meeting.inviteesActive = 1;
    summary.meeting.inviteesTotal = 1;
    summary.meeting.place.kind = Place::Kind::Zoom;
    summary.invitees = {invitee};
    summary.inviteesKnown = true;
    summary.color = QStringLiteral("#d05a2c");
    return summary;
}

inline MeetingSummary canceled(MeetingSummary summary, const QString &by, const QString &reason)
{
    summary.meeting.canceled = true;
    summary.meeting.cancellation = Cancellation{by, reason, false, summary.meeting.start.addDays(-1)};
    for (InviteeBrief &invitee : summary.invitees)
        invitee.canceled = true;
    return summary;
}
