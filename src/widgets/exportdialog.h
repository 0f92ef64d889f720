// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportjob.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}
class MergedMeetings;
class ToastHost;
struct MainWindowParts;

/// Asks what of the meetings is written to a file and how, writes it, and says what came of it. Open with open();
/// deletes itself.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `selected` may be empty; `shown` is what the list is made of. `meetings`, `parts` and `toasts` outlive
    /// the dialog.
    ExportDialog(QList<QUrl> selected, MeetingQuery shown, const MergedMeetings &meetings, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~ExportDialog() override;

    void reject() override;
    void exportTo(const QString &path);

private:
    ExportFormat format() const;
    QString suggestedName() const;
    void presentCounts();
    void presentState();
    void chooseFile();
    void finished(const Result<Exported> &outcome, const QString &path);

    std::unique_ptr<Ui::ExportDialog> m_ui;
    QList<QUrl> m_selected;
    MeetingQuery m_shown;
    const MergedMeetings &m_meetings;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    ExportJob *m_job = nullptr;
};
