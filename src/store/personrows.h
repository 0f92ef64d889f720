// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

class Database;

/// What was had with the first invitee before the meeting, by e-mail address; what is still to come at `now` was not had yet. Reads this person's rows and at most some
/// of the company's, however many meetings are stored.
PersonHistory personBefore(Database &database, const MeetingDetails &details, const QDateTime &now);
