// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

/// What was had with somebody before a meeting, as far as it is stored here.
struct PersonHistory
{
    int meetings = 0; ///< that were not canceled, also those that are still to come before this one
    QDateTime lastMet; ///< start of the latest of them that took place with them; null where none
    QUrl lastMeeting;
    int noShows = 0;
    int canceledByThem = 0; ///< not counting what was moved to another time
    int canceledByHosts = 0;
    QList<QuestionAnswer> lastAnswers; ///< of the latest booking that has any; not what the meeting in hand says again
    QString company; ///< domain of the e-mail address; empty where it says nothing about a company
    int companyMeetings = 0; ///< with anybody there, this person included
    int companyPeople = 0; ///< who they were with
    QDateTime companyLastMet; ///< start of the latest of them that took place; null where none
    int companyNoShows = 0;
    bool operator==(const PersonHistory &) const = default;
};

/// The domain of an address that stands for a company; empty for providers that anybody has an address with.
QString companyOf(const QString &email);
