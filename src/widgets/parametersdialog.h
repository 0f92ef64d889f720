// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkclipboard.h"
#include "linkpresets.h"
#include "linktarget.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ParametersDialog;
}
class ParametersForm;
class ToastHost;
struct MainWindowParts;

/// A link with parameters: a form, presets that are kept, the address as it is typed, and three ways to copy it. Deletes
/// itself.
class ParametersDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it.
    ParametersDialog(LinkTarget target, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~ParametersDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void present();
    void fillPresets(const QString &chosen);
    void takePreset();
    void savePreset(const QString &name);
    void deletePreset();
    void copy(LinkForm form, const QString &notice);
    QUrl link() const;
    QUrl eventType() const;

    std::unique_ptr<Ui::ParametersDialog> m_ui;
    const LinkTarget m_target;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    LinkPresets m_presets;
    ParametersForm *m_form;
};
