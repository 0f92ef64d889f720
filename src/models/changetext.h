// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardstory.h"

/// "Sundial saw the place change from Zoom to Studio": a change as it was seen here.
QString changeText(const MeetingChange &change, const CardStory &story);
