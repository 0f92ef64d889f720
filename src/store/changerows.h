// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingchange.h"
#include "result.h"

#include <QList>
#include <QUrl>

class Database;

// What was seen to change, as rows of the table `meeting_changes`. Nothing in it can be read again from Calendly.

Result<Done> addChanges(Database &database, const QUrl &meeting, const QList<MeetingChange> &changes);
/// The oldest first; unknown kinds of a newer program are left out.
QList<MeetingChange> changesOf(Database &database, const QUrl &meeting);
