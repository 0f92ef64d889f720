// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "storerescue.h"

#include <QString>

class Database;
class RescueMark;

/// Fills a new store with what Calendly cannot tell again: row by row from the files that were set aside, up to the damage,
/// and what could not be read there from the newest backup. All of it or, where it cannot be written, nothing: then the
/// mark stays. `justNow` is the file that was set aside in this moment, if any; what was under way in others may be done.
StoreRescue rescueOwnData(Database &database, const RescueMark &mark, const QString &justNow);

/// Does what is left of that for an open store, if anything is.
Result<Done> finishRescue(Database &database);
