// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingrecord.h"

#include <QList>

/// Those of the meetings a server sent that the store does not hold as they are, made ready for it.
struct PreparedMeetings
{
    QList<MeetingRecord> records;
    int removals = 0; ///< MeetingService's count when the store was asked
};
