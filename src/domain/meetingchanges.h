// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "meeting.h"
#include "meetingchange.h"

#include <QList>

/// What `after` says otherwise than `before`, two readings of the same meeting.
QList<MeetingChange> changesBetween(const Meeting &before, const Meeting &after, const QDateTime &seenAt);

/// The same of the invitees of `meeting`. Who left with a canceled meeting, or for another time, is not told here.
QList<MeetingChange> changesBetween(const QList<Invitee> &before, const QList<Invitee> &after, bool meetingCanceled,
                                    const QDateTime &seenAt);
