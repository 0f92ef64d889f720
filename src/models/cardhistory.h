// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"
#include "cardstory.h"

/// How the bookings were moved, each step with a link to its meeting; without fields where nothing was.
CardSection movesSection(const CardStory &story);

/// What happened, the oldest first: as Calendly tells it, and as it was seen here.
QList<CardField> historyFields(const CardStory &story);
