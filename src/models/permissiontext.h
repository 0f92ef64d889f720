// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>

/// "Meetings: read and cancel": what a permission opens, in plain words; its own name where Sundial does not know it.
QString permissionText(const QString &scope);

/// Whether a refusal is for the plan of the organization: these say "upgrade", those for the role do not.
bool isForPlan(const Error &error);

/// "This sign-in lacks the permission “Single-use links” (scheduling_links:write).": with Calendly's name, to be found again
/// under *Permissions…* and on the web. A whole sentence also for several, and where a refusal names none.
QString missingPermissionSentence(const QStringList &scopes);
