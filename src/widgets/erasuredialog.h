// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "erasureservice.h"
#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ErasureDialog;
}
class ToastHost;

/// Deletes the data of people or of past meetings for good, at Calendly and here, after a word was typed.
class ErasureDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    ErasureDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~ErasureDialog() override;

    /// Why the account cannot delete data; empty where it can, as far as is known.
    static QString whyNot(const MainWindowParts &parts);

private:
    bool ofPeople() const;
    void choiceChanged();
    void typed();
    QStringList emails() const;
    TimeRange range() const;
    QString problem() const;
    void erase();
    void refused(const WriteOutcome &outcome);
    void presentProblem(const QString &problem);
    static void tell(ToastHost &toasts, const ErasureService::Outcome &outcome);

    std::unique_ptr<Ui::ErasureDialog> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    bool m_sending = false;
};
