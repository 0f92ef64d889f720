// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "place.h"

#include <QJsonValue>

/// A place from a meeting's `location` or an entry of an event type's `locations`; None for null.
Place placeFromJson(const QJsonValue &value);
