// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class ToastHost;
struct MainWindowParts;

/// The actions of the Help menu.
struct HelpMenu
{
    QAction *shortcuts;
    QAction *web;
    QAction *notices;
    QAction *diagnostics; ///< not shown where there are none
    QAction *crashes; ///< likewise
    QAction *about;
};

/// Does what the Help menu offers.
class HelpActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    HelpActions(const MainWindowParts &parts, ToastHost &toasts, const HelpMenu &menu, QMainWindow *window);
};
