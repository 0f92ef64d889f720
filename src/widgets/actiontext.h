// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QStringList>

/// An action's text as it is read outside menus: without key marks, "&&" as "&", and without a key that it only shows.
inline QString plainActionText(const QAction &action)
{
    QString text = action.text().section(QLatin1Char('\t'), 0, 0);
    return text.replace(QLatin1String("&&"), QLatin1String("\n")).remove(QLatin1Char('&')).replace(QLatin1Char('\n'), QLatin1Char('&'));
}

/// "F5, Ctrl+R"; of one that only shows a key, which another one acts on, that key. Empty where it has none.
inline QString actionKeysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    if (keys.isEmpty())
        return action.text().section(QLatin1Char('\t'), 1);
    return keys.join(QStringLiteral(", "));
}
