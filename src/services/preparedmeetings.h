// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingrecord.h"

#include <QList>
#include <QSet>

/// Meetings that a server sent and the store may not hold yet, made ready for it.
struct PreparedMeetings
{
    QList<MeetingRecord> records;
    QSet<size_t> hashes; ///< of the resources as they came
};
