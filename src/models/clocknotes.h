// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"

/// "Clocks change in New York on Sun 1 Nov, 2 days before." for each change within a week of a meeting that lies ahead, in
/// the own zone or in one of `zones` (IANA names); empty where there is none.
QString clockChangeText(const Meeting &meeting, const QStringList &zones, const AgendaSetting &setting);
