// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class ToastHost;
struct MainWindowParts;
struct StoreRescue;

/// Says in one sentence or two what became of a store that could not be used, and when no backup can be made.
class OwnDataNotices : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. What happened before the window was there is said now.
    OwnDataNotices(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    void tellRescue();
    void tellErasure();
    void tellNoBackup();
    void tellOldBackups();
    QString rescueText(const StoreRescue &rescue) const;

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
};
