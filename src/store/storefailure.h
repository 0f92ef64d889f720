// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>

class QSqlError;

/// True where the file is not what SQLite wrote.
bool meansDamage(const QSqlError &error);

/// True where only what the search index keeps in its tables makes no sense, while the file is whole.
bool meansSearchDamage(const QSqlError &error);

/// True where the disk, its being full or somebody else was in the way, and not what the file holds.
bool mayPass(const QSqlError &error);

/// What a failed query means, in plain words and without the data.
Error storeFailure(const QSqlError &error);

Error storageError(const QString &message);
