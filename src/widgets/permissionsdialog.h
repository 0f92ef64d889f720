// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PermissionsDialog;
}
struct Permission;

/// What Calendly lets Sundial do with the account, by feature, and the way to what is missing.
class PermissionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PermissionsDialog(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~PermissionsDialog() override;

signals:
    /// Sign in again, and ask for `furtherScopes` besides what is granted. The dialog is closed.
    void signInWanted(const QStringList &furtherScopes);

private:
    void read();
    void present(const QList<Permission> &permissions);
    void leaveFor(const QStringList &furtherScopes);

    std::unique_ptr<Ui::PermissionsDialog> m_ui;
    const MainWindowParts m_parts;
};
