// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class InviteDialog;
}
class ToastHost;
struct WriteOutcome;
struct WriteWords;

/// Invites somebody to the organization by mail.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    InviteDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~InviteDialog() override;

private:
    void invite();
    void ended(const WriteOutcome &outcome, const WriteWords &words);
    void presentProblem(const QString &problem);
    QString problem() const;

    std::unique_ptr<Ui::InviteDialog> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    bool m_sending = false;
};
