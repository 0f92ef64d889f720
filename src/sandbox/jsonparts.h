// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

// Pieces that several resources' JSON is made of.

QJsonValue textOrNull(const QString &text); ///< null for a null string; "" for an empty one
QJsonValue uriOrNull(const World &world, World::Thing thing, int id);
QJsonValue timeOrNull(const std::optional<WorldTime> &time);
QJsonArray rulesJson(const QList<WorldRule> &rules); ///< schema AvailabilityRule
QJsonArray placesJson(const QList<WorldPlace> &places); ///< schema LocationConfiguration
QJsonObject trackingJson(const WorldTracking &tracking); ///< schema Tracking
