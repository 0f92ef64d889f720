// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QtGlobal>

#include <optional>

class Database;
class QDateTime;
class SearchIndex;
struct MeetingRecord;

/// How far the invitees of a stored meeting are known; the column `invitees_state`.
enum InviteesState { NeverRead = 0, OutOfDate = 1, UpToDate = 2 };

/// A row that was written and is to be put into the search index.
struct WrittenMeeting
{
    qint64 row = 0;
    bool isNew = false; ///< nobody's answers are known of it
};

/// Stores one meeting and what it says otherwise than before. Nothing is returned where nothing differs.
Result<std::optional<WrittenMeeting>> storeMeeting(Database &database, SearchIndex &index, const MeetingRecord &record,
                                                   const QDateTime &now);
