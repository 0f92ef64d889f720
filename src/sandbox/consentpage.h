// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization.h"
#include "world.h"

namespace sandbox {

/// The page on which somebody says who they are and what a program may do. Its form posts the fields of the request
/// back, with `person` (a slug), `allowed` once for each scope that stays ticked, and `decision` allow or deny.
HttpResponse consentPage(const Authorization &asked, const QUrlQuery &fields, const World &world);

/// The page for a request that cannot be sent back to any program.
HttpResponse authorizationErrorPage(const QString &problem);

} // namespace sandbox
