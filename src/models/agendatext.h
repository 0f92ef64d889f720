// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"

// Parts of an agenda row, each a sentence about one meeting.

/// "Kenji Watanabe +2", "5 of 8 invitees".
QString peopleText(const MeetingSummary &meeting);
/// "Kenji Watanabe and 2 guests": as it is read aloud.
QString peopleSpoken(const MeetingSummary &meeting);

/// What clocks of the people show at the start.
struct TheirTime
{
    QString time; ///< "21:00", "06:00 Tue", "3 zones"; empty where no zone is known
    QString zone; ///< "Tokyo, +8 h", "08:00 to 16:00"
    DayPart part = DayPart::Day; ///< of several zones the unkind one where there is any
    QString remark; ///< "late for them", "early for some"; empty at kind hours
    QString shortRemark; ///< "late", "1 early" of several zones
    QString spoken; ///< "21:00 in Tokyo", "08:00 to 16:00 in 3 zones"
    bool several = false; ///< zones
};
TheirTime theirTime(const MeetingSummary &meeting, const AgendaSetting &setting);
/// The same in one line, "21:00 in Tokyo, +8 h, late for them"; empty where no zone is known.
QString theirClockText(const TheirTime &theirs);
/// "early for them"; empty at kind hours.
QString unkindText(DayPart part);

/// How a meeting stands to those before and after it.
struct Neighbors
{
    const Meeting *overlapped = nullptr; ///< an active one that shares time with it
    int place = 0; ///< 1 for the first of `inRow` that follow each other without a gap; 0 in no such run
    int inRow = 0;
};
StatusWords statusWords(const MeetingSummary &meeting, const Neighbors &neighbors, const AgendaSetting &setting);

/// Everybody who booked has another time now.
bool wasMovedAway(const MeetingSummary &meeting);

/// "by Lena, traveling".
QString cancellationText(const Cancellation &cancellation, const QString &ownName);

/// The name, or a word for meetings without one.
QString nameText(const Meeting &meeting);

/// A meeting as lines of text for the clipboard.
QString meetingAsText(const MeetingSummary &meeting, const AgendaSetting &setting);
