// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountmark.h"
#include "format.h"

#include <QDate>
#include <QString>
#include <QUrl>

/// What is to be said of a meeting besides its time and people: its status, and the marks that it has whatever that is.
struct StatusWords
{
    enum class Status { Confirmed, Ended, Canceled, Moved, NoShow, Running, Overlaps };

    Status status = Status::Confirmed;
    QString text; ///< "Now, 18 min left"
    QString detail; ///< "15 min with Product demo, moved from 19 Nov, 12:00", all marks in words; may be empty
    bool moved = false; ///< here from another time
    bool overlapping = false; ///< with another active meeting, whichever began first
    bool inRow = false; ///< one of three or more that follow each other without a gap
    bool operator==(const StatusWords &) const = default;
};

/// A line of the agenda, in words: the head of a day or a meeting. Made by agendaRows(), painted by a delegate.
struct AgendaRow
{
    enum class Kind { Day, Meeting };

    Kind kind = Kind::Meeting;
    QDate day; ///< as the own clock shows it

    QString dayName; ///< "Today"
    QString dayDate; ///< "Friday 20 November"
    QString dayFacts; ///< "7 meetings, 6 left. Next gap 11:00–11:30"

    QUrl meeting;
    QString start; ///< "13:00"
    QString end; ///< "13:45", with the word for the half of the day where there is one
    QString length; ///< "45 min"
    QString name;
    QString people; ///< "Kenji Watanabe +2", "5 of 8 invitees"
    QString color; ///< of the event type as the server gave it
    AccountMark account; ///< said where there are several
    QString theirTime; ///< "21:00", "3 zones"
    QString theirZone; ///< "Tokyo, +8 h", "08:00 to 16:00"
    DayPart theirDayPart = DayPart::Day;
    QString theirUnkind; ///< "late", "1 early" of several zones; empty at kind hours
    QString placeIcon;
    QString place;
    StatusWords status;
    bool past = false;
    bool canceled = false;
    QString spoken; ///< the whole row as it is read aloud

    bool operator==(const AgendaRow &) const = default;
};
