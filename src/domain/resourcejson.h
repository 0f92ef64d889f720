// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "eventtype.h"
#include "invitee.h"
#include "meeting.h"
#include "organization.h"
#include "result.h"
#include "user.h"
#include "webhook.h"

#include <QJsonObject>

// Calendly's resources from JSON (contract: components/schemas). A resource without what it cannot do without (its URI,
// a meeting's times) is an Error of kind Malformed that names the field; anything else that is missing, null or of a
// wrong type becomes the empty value, and unknown words become the enum's "unknown" so that nothing is dropped.

Result<User> userFromJson(const QJsonObject &json);
Result<Organization> organizationFromJson(const QJsonObject &json);
Result<OrganizationMembership> membershipFromJson(const QJsonObject &json);
Result<OrganizationInvitation> invitationFromJson(const QJsonObject &json);
Result<EventType> eventTypeFromJson(const QJsonObject &json);
Result<Meeting> meetingFromJson(const QJsonObject &json);
Result<Invitee> inviteeFromJson(const QJsonObject &json);
Result<AvailabilitySchedule> availabilityScheduleFromJson(const QJsonObject &json);
Result<BusyTime> busyTimeFromJson(const QJsonObject &json);
Result<OpenTime> openTimeFromJson(const QJsonObject &json);
Result<WebhookSubscription> webhookFromJson(const QJsonObject &json);
Result<Cancellation> cancellationFromJson(const QJsonObject &json);

/// An availability schedule as JSON of the same shape, for keeping it.
QJsonObject toJson(const AvailabilitySchedule &schedule);

/// A UTC instant from ISO 8601 text with a zone; null when it is not one. Reads 0, 3 and 6 fraction digits (cut, never
/// rounded up) and hour 24 (BEHAVIOUR 9.1, 9.2).
QDateTime instantFromText(const QString &text);

/// A UTC instant as the API wants it: "2026-11-20T12:00:00.000Z".
QString instantToText(const QDateTime &instant);
