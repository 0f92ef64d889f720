// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

class QByteArray;
class QString;

/// Writes a file that appears whole or not at all: what was there before stays when something goes wrong.
Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes);
