// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "meetingsummary.h"

#include <QList>
#include <QString>
#include <QUrl>

/// What a value of a card leads to.
struct CardLink
{
    enum class Kind { None, Meeting, Mail };

    Kind kind = Kind::None;
    QUrl url; ///< of the meeting, or mailto:
    bool operator==(const CardLink &) const = default;
};

/// Writing to an address; no link for an empty one.
CardLink mailLink(const QString &email);

/// A name and a value of a meeting card; all of it foreign or formatted text, never markup.
struct CardField
{
    QString label; ///< may be empty
    QString value;
    bool block = false; ///< the label stands above the value, which may have several lines
    CardLink link = {};
    bool operator==(const CardField &) const = default;
};

/// A part of the card with a title; there is none without fields.
struct CardSection
{
    QString key; ///< names the part whatever its language
    QString title;
    QList<CardField> fields;
    bool operator==(const CardSection &) const = default;
};

/// Somebody who booked.
struct CardPerson
{
    enum class NoShow {
        Impossible,
        Possible,
        Marked,
        Held, ///< a mark, or the removal of one, waits before it is sent
    };

    QUrl invitee;
    QString initials;
    QString name;
    QString email;
    QString badge; ///< "3rd meeting", "Canceled"; may be empty
    QString badgeIcon;
    NoShow noShow = NoShow::Impossible; ///< whether somebody can be marked who did not come
    QString remark; ///< "Last met 3 Nov. No no-shows. Guests: …"; may be empty
    bool operator==(const CardPerson &) const = default;
};

/// Everything that a meeting card says. Changes only with the meeting, the minute and the own zone.
struct CardContent
{
    QUrl meeting;
    QString color;
    QString name;
    QString role; ///< "Round robin, you are the host"
    StatusWords status;
    QString when; ///< "Fri 20 Nov, 13:00–13:45"
    QString whenRelative; ///< "in 2 h 18 min"
    QString theirTime; ///< "21:00–21:45 in Tokyo (+8 h). Late for Kenji."
    DayPart theirDayPart = DayPart::Day;
    QString clockNote; ///< "Clocks change in New York on Sun 1 Nov, 2 days before."; may be empty
    QString placeIcon;
    QString place; ///< "Zoom"
    QString address; ///< what can be copied: URL, number, address
    QString placeRemark;
    QString hint; ///< why some buttons are off; may be empty
    QList<CardPerson> people;
    bool peopleLoading = false;
    QList<CardSection> sections;
    bool operator==(const CardContent &) const = default;
};

/// `setting.others`: the meetings around it, which its status tells of. `ownUser`: URI of the account's user, who is "you"
/// among hosts.
CardContent cardContent(const MeetingDetails &details, const AgendaSetting &setting, const QUrl &ownUser);

/// The little that a list needs, of everything known.
MeetingSummary summaryOf(const MeetingDetails &details);
