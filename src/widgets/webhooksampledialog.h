// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class WebhookSampleDialog;
}

/// Shows what Calendly sends for an event, to be copied. Deletes itself when closed.
class WebhookSampleDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` with webhooks.
    WebhookSampleDialog(const MainWindowParts &parts, QWidget *parent);
    ~WebhookSampleDialog() override;

private:
    void read();
    void present(const QString &sample, const QString &problem);

    std::unique_ptr<Ui::WebhookSampleDialog> m_ui;
    const MainWindowParts m_parts;
    std::unique_ptr<QObject> m_reading; ///< lives as long as its answer is wanted
};
