// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"
#include "result.h"

#include <optional>

class Database;
class SearchIndex;

/// How far the invitees of a stored meeting are known; the column `invitees_state`.
enum InviteesState { NeverRead = 0, OutOfDate = 1, UpToDate = 2 };

/// Stores one meeting and what it says otherwise than before. Where it is new or differs, returns its row, which is to be
/// put into the search index; else nothing.
Result<std::optional<qint64>> storeMeeting(Database &database, SearchIndex &index, const Meeting &meeting, const QDateTime &now);
