// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdialog.h"

struct MainWindowParts;

/// Shows what a bug report may tell of this run before it is copied. Deletes itself.
class DiagnosticsDialog : public ReportDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog; `parts` has diagnostics.
    DiagnosticsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
};
