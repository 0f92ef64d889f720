// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backupfolder.h"
#include "storerescue.h"

#include <QSqlDatabase>

/// Fills a new store with what Calendly cannot tell again: row by row from the file that was set aside, up to the damage,
/// and what could not be read there from the newest backup. `setAside` is empty where the file was gone.
StoreRescue rescueOwnData(const QSqlDatabase &connection, const QString &setAside, const BackupFolder &backups);
