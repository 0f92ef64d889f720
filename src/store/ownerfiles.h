// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

/// Makes the folder `path` with what is missing above it, and lets only its owner enter it (0700). A folder that is a
/// symbolic link is refused: somebody else may have put it there.
Result<Done> makeOwnerFolder(const QString &path);

/// Creates `path` empty where it does not exist, and lets only its owner read and write it (0600), from the first
/// moment on. A symbolic link is refused.
Result<Done> makeOwnerFile(const QString &path);

/// Replaces the content of `path` as a whole, owner-only; where that fails the old content stays.
Result<Done> writeOwnerFile(const QString &path, const QByteArray &content);

/// A name beside `path` that nothing has yet: "<path>.aside-<time>".
QString asideName(const QString &path);
