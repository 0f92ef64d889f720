// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What is typed after a dialog was asked for and before the system gives it the focus comes to the window below. Qt keeps
/// the keys themselves from a window that a dialog blocks, but not the shortcuts they stand for: there, a single letter marks a
/// no-show or changes the view. They do nothing until the dialog is answered.
class ShortcutGuard : public QObject
{
    Q_OBJECT

public:
    explicit ShortcutGuard(QObject *parent); ///< watches all windows of the program

    bool eventFilter(QObject *watched, QEvent *event) override;
};
