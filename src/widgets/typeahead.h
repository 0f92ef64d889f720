// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What is typed after a dialog was asked for and before the system gives it the focus is meant for the dialog. Qt would
/// take it for shortcuts of the window below, where a single letter marks a no-show or changes the view. Text goes to the
/// field that waits in the dialog; any other key is dropped, as nobody answers a question that is not yet seen.
class TypeAhead : public QObject
{
    Q_OBJECT

public:
    explicit TypeAhead(QObject *parent); ///< watches all windows of the program

    bool eventFilter(QObject *watched, QEvent *event) override;
};
