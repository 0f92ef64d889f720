// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bodyreader.h"

namespace sandbox {

/// What the body of POST /shares changes of its event type; what is wrong with it is left with `body` (BEHAVIOUR 15.2).
WorldShareOverride readShareOverride(BodyReader &body);
/// `share` with what `wanted` says otherwise.
WorldShareOverride changedShare(WorldShareOverride share, const WorldShareOverride &wanted);

} // namespace sandbox
