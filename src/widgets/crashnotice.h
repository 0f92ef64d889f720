// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;
class ToastHost;
struct CrashReport;
struct MainWindowParts;

/// Says that an earlier run ended by a crash, what that means for what it was doing, and where its report is: once, unless the
/// user overlooks it until the program ends.
class CrashNotice : public QObject
{
    Q_OBJECT

public:
    /// All outlive this; `parts` has crashes.
    CrashNotice(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

private:
    void tell(const CrashReport &report);
    void tellWithoutAccount(const QString &text);
    void showReports();

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QWidget *m_window;
};
