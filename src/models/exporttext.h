// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QStringList>

// Words of a meeting that several formats write in the same way.

/// What the meeting is called, however long that is, or a word for those without a name.
QString exportedName(const Meeting &meeting);
/// "Ana Ruiz <ana@example.com>"; what there is of both.
QString personText(const Invitee &invitee);
/// Those whose booking stands; of a canceled meeting everybody who had booked.
QList<Invitee> concernedInvitees(const MeetingDetails &details);
/// "Confirmed", "Canceled", "Moved", "No-show".
QString exportedStatus(const MeetingDetails &details);
/// Where: address, number or the name of the service; not the link to join.
QString exportedPlace(const Place &place);
/// The https address to join at; empty where there is none.
QString joinLink(const Place &place);
/// Answers in order, those of several people told apart: "Ana Ruiz: by bus", or "1: by bus" where `people` are not to be named.
QString answersTo(const QString &question, const MeetingDetails &details, bool people);
/// Who canceled by name; "host" or "invitee" where `people` are not to be named.
QString exportedCanceler(const Cancellation &cancellation, bool people);
