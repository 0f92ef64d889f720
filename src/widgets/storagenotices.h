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

private:
    void tell(AccountService::StorageTrouble trouble);
    void tellNotForgotten(bool onlyTraces);

    AccountService &m_account;
    ToastHost &m_toasts;
    QWidget *m_window;
};
