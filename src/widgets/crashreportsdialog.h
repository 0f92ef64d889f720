// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crashreports.h"
#include "reportdialog.h"

class ChoiceBox;
struct MainWindowParts;

/// Shows the reports that crashes left, the newest first, for somebody to copy or delete. Deletes itself.
class CrashReportsDialog : public ReportDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog; `parts` has crashes, and those at least one report.
    CrashReportsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);

private:
    void fill();
    void showChosen();
    void removeChosen();
    CrashReport chosen() const;

    const MainWindowParts &m_parts;
    QWidget *m_choiceRow; ///< not shown where there is one report only
    ChoiceBox *m_choice;
    QList<CrashReport> m_reports;
};
