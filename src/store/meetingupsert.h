// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"
#include "result.h"

class Database;
class SearchIndex;

/// How far the invitees of a stored meeting are known; the column `invitees_state`.
enum InviteesState { NeverRead = 0, OutOfDate = 1, UpToDate = 2 };

/// Stores one meeting, in the search index too, and what it says otherwise than before; true when it is new or differs.
Result<bool> storeMeeting(Database &database, SearchIndex &index, const Meeting &meeting, const QDateTime &now);
