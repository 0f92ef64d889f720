// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "result.h"

class Database;
class SearchIndex;

/// Stores all invitees of a meeting, and what they say otherwise than before; others of this meeting go. Nothing happens
/// when the meeting is not stored. People who were erased are left out; where nobody else is in it, the meeting goes.
Result<Done> storeInvitees(Database &database, SearchIndex &index, const QUrl &meeting, const QList<Invitee> &invitees,
                           const QDateTime &now);

/// Stores one invitee in place of `before`.
Result<Done> replaceInvitee(Database &database, SearchIndex &index, const Invitee &before, const Invitee &invitee,
                            const QDateTime &now);
