// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QJsonArray>
#include <QJsonObject>

struct WorldBusyTime;
struct WorldSlot;

// Values as the API writes them, with each schema's names and nulls. The objects are the resource alone, without a wrapper.

QJsonObject toJson(const WorldUser &user, const World &world);
QJsonObject toJson(const WorldOrganization &organization, const World &world);
QJsonObject toJson(const WorldMembership &membership, const World &world);
QJsonObject toJson(const WorldInvitation &invitation, const World &world);
QJsonObject toJson(const WorldGroup &group, const World &world);
QJsonObject toJson(const WorldEventType &type, const World &world);
QJsonObject toJson(const WorldSchedule &schedule, const World &world);
QJsonObject toJson(const WorldMeeting &meeting, const World &world);
QJsonObject toJson(const WorldInvitee &invitee, const World &world);
QJsonObject toJson(const WorldNoShow &mark, const World &world);
/// Schema SchedulingLink, or schema Share for a link that has one.
QJsonObject toJson(const WorldLink &link, const World &world);
QJsonObject toJson(const WorldWebhook &webhook, const World &world);
QJsonObject toJson(const WorldRoutingForm &form, const World &world);
QJsonObject toJson(const WorldSubmission &submission, const World &world);
QJsonObject toJson(const WorldActivity &activity, const World &world);
/// Schema EventTypeAvailableTime.
QJsonObject toJson(const WorldSlot &slot, const WorldEventType &type, const World &world);
/// Schema UserBusyTime.
QJsonObject toJson(const WorldBusyTime &busy, const World &world);

/// "2026-11-20T12:00:00.000000Z"
QString timeText(WorldTime time);
/// "2026-11-20T12:00:00Z", as slots are written in answers and addresses.
QString slotText(WorldTime time);
/// An ISO 8601 instant in UTC with 0 to 6 digits of a second; absent for anything else, hour 24 and local times included.
std::optional<WorldTime> timeFromText(const QString &text);

/// user, admin, owner
QString roleText(WorldRole role);
