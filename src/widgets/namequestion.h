// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

/// What is asked for a name, and how.
struct NameQuestion
{
    QString title;
    QString button; ///< that takes the name
    QString suggested;
    QString objectName;
};

constexpr int longestName = 60;

/// Asks over `window` for the name of something that is kept; `then` gets one line that is not empty. The dialog deletes
/// itself; when `window` goes, nothing is called.
void askName(QWidget *window, const NameQuestion &question, std::function<void(const QString &)> then);
