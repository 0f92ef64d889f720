// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "toasthost.h"

class QSaveFile;

/// Opens a file to be written. A new one is for its owner alone, since what is exported tells of people; one that is there
/// keeps its rights.
bool openForOwner(QSaveFile &file);

/// Writes a file whole or not at all: when something goes wrong, and on a disk that takes only a part, what was there
/// before stays.
Result<Done> writeWhole(const QString &path, const QByteArray &bytes);

/// Says what came of it: shows the folder, or names the cause and what became of the file.
Toast writtenToast(const QString &path, const Result<Done> &written);
