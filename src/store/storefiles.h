// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QString>

// The files of one store: the SQLite file, those that SQLite keeps beside it, the marks of damage and of a rescue, what was
// set aside, and the backups.

/// Makes the folder and the empty file for their owner alone; symbolic links are refused.
Result<Done> makeStoreFiles(const QString &file);

/// None of them is a symbolic link.
bool areStoreFilesPlain(const QString &file);

/// False for a file that is no SQLite file at all. Asked before SQLite opens it, which deletes the journal of a file
/// that it cannot read.
bool looksLikeDatabase(const QString &file);

/// Remembers, for the next start, that something in the file cannot be read.
void markDamaged(const QString &file);
bool isMarkedDamaged(const QString &file);

/// Moves the file and its side files out of the way, under names that SQLite still takes for one database: to `aside` and
/// beside it.
Result<Done> setStoreAside(const QString &file, const QString &aside);
/// What is left of that after a crash in the middle; the mark of a rescue tells.
Result<Done> finishSettingAside(const QString &file);

/// Keeps `aside`, which could not be read whole, from what makes room by itself. Begins anew where it was kept already.
Result<Done> keepAside(const QString &aside);
/// Ends that where it began asideKeptDays before `now`, which is to be a clock that can be trusted. One that began after it,
/// by a clock that was wrong then, begins anew.
void endKeptAsides(const QString &file, const QDateTime &now);

/// Something was set aside that is not kept.
bool isAnythingAside(const QString &file);
enum class Asides {
    NotKept,
    All,
};
/// Deletes what was set aside. False where the mark of a rescue names some of it, which is still to be read: then all of it
/// stays.
Result<bool> removeAsides(const QString &file, Asides which);

/// Deletes all of it.
Result<Done> removeStoreFiles(const QString &file);
