// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingmaker.h"
#include "meetingwriter.h"

/// A meeting with one invitee and everything that is known of it, as it is exported.
inline MeetingDetails exportedMeeting(int id, const QDateTime &start, const QString &name, const QString &person)
{
    MeetingDetails details;
    details.meeting = meetingAt(id, start, 45, name, InviteeBrief{}).meeting;
    details.meeting.place.joinUrl = QUrl(QStringLiteral("https://zoom.example.com/j/1?pwd=a,b;c"));
    details.meeting.place.status = QStringLiteral("pushed");
    details.meeting.hosts = {{.user = {}, .name = QStringLiteral("Mara Lindqvist"), .email = QStringLiteral("mara@example.com")}};
    details.meeting.updatedAt = QStringLiteral("2026-11-02T08:00:00.123456Z");
    details.meeting.createdAt = berlin(1, 9, 0);
    Invitee invitee;
    invitee.uri = QUrl(details.meeting.uri.toString() + QStringLiteral("/invitees/1"));
    invitee.meeting = details.meeting.uri;
    invitee.name = person;
    invitee.email = QStringLiteral("person%1@example.org").arg(id);
    invitee.timezone = QStringLiteral("Asia/Tokyo");
    invitee.cancelUrl = QUrl(QStringLiteral("https://example.com/cancellations/s3cret"));
    invitee.rescheduleUrl = QUrl(QStringLiteral("https://example.com/reschedulings/s3cret"));
    invitee.source = {{QStringLiteral("cancel_url"), invitee.cancelUrl.toString()}};
    invitee.answers = {{QStringLiteral("What is it about?"), QStringLiteral("Roofs, and \"walls\"\nand doors"), 0}};
    invitee.tracking.utmSource = QStringLiteral("newsletter");
    details.invitees = {invitee};
    details.inviteesKnown = true;
    return details;
}

inline MeetingDetails canceledExport(MeetingDetails details, const QString &reason)
{
    details.meeting.canceled = true;
    details.meeting.cancellation = Cancellation{QStringLiteral("Mara Lindqvist"), reason, true, berlin(19, 9, 0)};
    for (Invitee &invitee : details.invitees)
        invitee.canceled = true;
    return details;
}

inline ExportSetting exportSetting()
{
    return {.now = berlin(20, 10, 42), .zone = QTimeZone("Europe/Berlin"), .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}
