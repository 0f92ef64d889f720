// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"

/// A meeting's details with how its moments and its people are named.
struct CardStory
{
    const MeetingDetails &details;
    const AgendaSetting &setting;
    QUrl ownUser;

    QString moment(const QDateTime &utc) const; ///< "12 Nov, 16:20"; empty for none
    QString times(const QDateTime &begin, const QDateTime &end) const; ///< "Tue 3 Nov, 15:00–16:00"
    /// For the middle of a sentence.
    QString nameOf(const Invitee &invitee) const;
    /// A label that says of whom it speaks where there are several.
    QString label(const QString &text, const Invitee &invitee) const;
};

/// A foreign name in one line, fenced for the middle of a sentence.
QString nameInSentence(const QString &foreign);
