// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

#include <QJsonObject>

/// What Calendly sent and the card does not know, as it came. Never an address that lets somebody cancel or move a
/// booking.
QList<CardField> unknownMeetingFields(const QJsonObject &source);
QList<CardField> unknownInviteeFields(const QJsonObject &source);

/// What the server sent of the place beside what is shown anyway: numbers to dial, a password. Each with its own name.
QList<CardField> conferenceFields(const QJsonObject &meetingSource);
