// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageaction.h"

#include "icons.h"

QAction *makePageAction(QObject *owner, const char *name, const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themeIcon(icon), text, owner);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    return action;
}
