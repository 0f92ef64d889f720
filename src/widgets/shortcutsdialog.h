// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class LetterKeys;
class QMainWindow;

/// The keys of a window as a table, made from the actions of its menus as they are now and from the single keys, which can be
/// changed from here. Deletes itself when closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without single keys where `letters` is null; else they outlive this.
    ShortcutsDialog(LetterKeys *letters, QMainWindow &window);
};
