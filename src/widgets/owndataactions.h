// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;
class ToastHost;
struct MainWindowParts;

/// Takes along what only this computer knows, and brings it back.
class OwnDataActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. Without a backup service the actions are not shown.
    OwnDataActions(const MainWindowParts &parts, ToastHost &toasts, QAction *exporting, QAction *importing, QWidget *window);

private:
    void exportData();
    void chooseFile();
    void importFile(const QString &path);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QWidget *m_window;
};
