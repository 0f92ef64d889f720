// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class PreferencesDialog;
}
struct MainWindowParts;

/// What the user may choose once for all accounts; each choice holds at once. Deletes itself.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` outlive this.
    PreferencesDialog(const MainWindowParts &parts, QWidget *parent);
    ~PreferencesDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void fillScheme();
    void fillJoining();
    void fillKept();
    void chooseKept();
    void fillKeys();

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    const MainWindowParts &m_parts;
};
