// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QJsonArray>
#include <QJsonObject>

/// A rule for no weekday and no date says nothing and is left out.
QList<AvailabilityRule> availabilityRulesFrom(const QList<QJsonObject> &list);
QJsonArray toJson(const QList<AvailabilityRule> &rules);
