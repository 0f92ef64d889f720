// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"
#include "reschedulechain.h"
#include "result.h"

#include <QList>
#include <QUrl>

#include <optional>

class Database;

// Bookings that were moved to another time, followed from row to row.

/// One booking with the time that it is for.
std::optional<RescheduleStep> stepOf(Database &database, const QUrl &invitee);

/// Fills in how often those were moved who came from another time, and where those went who were moved away; a statement
/// for all of either, none where there are none.
Result<Done> fillMoves(Database &database, QList<MeetingSummary> &summaries);
