// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// "3 meetings, 1 canceled", "no meetings": of a day in a calendar, as it is read aloud.
QString spokenDayCount(int active, int canceled);
