// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingrecord.h"

#include <QList>

#include <functional>

class MeetingTable;

/// Those of the meetings a server sent that the store does not hold as they are, made ready for it.
struct PreparedMeetings
{
    QList<MeetingRecord> records;
    int revision = 0; ///< MeetingService's when the store was asked
};

/// Compares the meetings with the store now; what is given can then be called in any thread, and goes through all of them.
std::function<PreparedMeetings()> preparationOf(const QList<Meeting> &meetings, const MeetingTable &table, int revision);
