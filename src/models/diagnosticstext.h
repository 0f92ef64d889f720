// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostics.h"

/// Diagnostics as text for a bug report: in English and not translated, since that is who reads it.
QString diagnosticsText(const Diagnostics &diagnostics);
