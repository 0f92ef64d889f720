// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

/// An action with a name for people and for tests; `icon` may be empty.
QAction *makePageAction(QObject *owner, const char *name, const QString &text, const QString &icon = {}, const QKeySequence &key = {});
