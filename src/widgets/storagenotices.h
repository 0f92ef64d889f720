// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"

class QWidget;
class ToastHost;
struct MainWindowParts;

/// Says what of the account this computer could not read or write: what happened, whether anything is lost, what to do.
class StorageNotices : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. What happened before the window was there is said as soon as it is shown.
    StorageNotices(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    /// Choices, which belong to no account, could not be written; said in the window that is shown.
    static void tellChoicesRefused(const AccountService &account, ToastHost &toasts, QWidget *window);

private:
    void tellNotForgotten(bool onlyTraces);

    ToastHost &m_toasts;
};
