// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Words about what is kept on this computer, by the number of months, which is never 0 here.

/// "Sundial keeps meetings for 6 months on this computer."
QString keptText(int months);
/// The same, and where to find those of before.
QString keptElsewhereText(int months);
