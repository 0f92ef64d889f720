// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class LinkCopier;
class ToastHost;
class QWidget;
struct MainWindowParts;

/// Alt+1 to Alt+9 copy a single-use link of the event type under that digit, wherever in the window the focus is.
class PinKeys : public QObject
{
    Q_OBJECT

public:
    /// All outlive the keys; `window` owns them.
    PinKeys(const MainWindowParts &parts, LinkCopier &copier, ToastHost &toasts, QWidget *window);

private:
    void copy(int digit);

    const MainWindowParts &m_parts;
    LinkCopier &m_copier;
    ToastHost &m_toasts;
};
