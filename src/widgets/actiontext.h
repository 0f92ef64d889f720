// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QStringList>

/// An action's text as it is read outside menus: without key marks, "&&" as "&".
inline QString plainActionText(const QAction &action)
{
    QString text = action.text();
    return text.replace(QLatin1String("&&"), QLatin1String("\n")).remove(QLatin1Char('&')).replace(QLatin1Char('\n'), QLatin1Char('&'));
}

/// "F5, Ctrl+R"; empty where it has none.
inline QString actionKeysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}
