// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class ToastHost;
struct MainWindowParts;

namespace Ui {
class DiagnosticsDialog;
}

/// Shows what a bug report may tell of this run before it is copied. Deletes itself.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog; `parts` has diagnostics.
    DiagnosticsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~DiagnosticsDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void copy();

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
    ToastHost &m_toasts;
};
