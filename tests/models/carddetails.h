// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"
#include "meetingmaker.h"

// The product demo of 20 November that tests of the card look at.

inline QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

inline Invitee kenji()
{
    Invitee kenji;
    kenji.uri = QUrl(QStringLiteral("https://api.example.com/scheduled_events/4/invitees/kenji"));
    kenji.name = QStringLiteral("Kenji Watanabe");
    kenji.email = QStringLiteral("kenji@example.com");
    kenji.timezone = QStringLiteral("Asia/Tokyo");
    kenji.createdAt = berlin(12, 16, 20);
    kenji.cancelUrl = QUrl(QStringLiteral("https://example.com/cancellations/secret"));
    kenji.rescheduleUrl = QUrl(QStringLiteral("https://example.com/reschedulings/secret"));
    kenji.answers = {{QStringLiteral("Second?"), QStringLiteral("two\nlines"), 1},
                     {QStringLiteral("First?"), QStringLiteral("one"), 0}};
    kenji.source.insert(QStringLiteral("cancel_url"), kenji.cancelUrl.toString());
    return kenji;
}

inline MeetingDetails demo()
{
    MeetingDetails details;
    details.meeting = meetingAt(4, berlin(20, 13, 0), 45, QStringLiteral("Product demo"), {}).meeting;
    details.invitees = {kenji()};
    details.inviteesKnown = true;
    return details;
}

inline CardContent cardOf(const MeetingDetails &details)
{
    return cardContent(details, berlinSetting(), QUrl(QStringLiteral("https://api.example.com/users/me")));
}

inline const CardSection *sectionOf(const CardContent &card, const QString &key)
{
    for (const CardSection &section : card.sections) {
        if (section.key == key)
            return &section;
    }
    return nullptr;
}

/// "label: value" of each field of a section; nothing where there is none.
inline QStringList linesOf(const CardContent &card, const char *key)
{
    QStringList lines;
    if (const CardSection *section = sectionOf(card, QLatin1String(key))) {
        for (const CardField &field : section->fields)
            lines.append(plain(QStringLiteral("%1: %2").arg(field.label, field.value)));
    }
    return lines;
}
