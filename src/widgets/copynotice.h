// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "toasthost.h"

#include <optional>

struct MainWindowParts;

/// Says with `toast` that a link of `type` is on the clipboard: as a warning where nobody can book it. Whether there are times is
/// looked up afterwards, so that nobody waits for a link, and told by a second toast where there are none; not of a link with
/// `ownTimes`. Without a type nothing is looked up. Whoever copied may be gone by then; `parts` are used at once only.
void tellCopied(const MainWindowParts &parts, ToastHost &toasts, const std::optional<EventType> &type, Toast toast, bool ownTimes = false);
