// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class WebhookVerifyDialog;
}

/// Tells whether a delivery that was received is Calendly's. Works without a network and keeps nothing. Deletes itself when
/// closed.
class WebhookVerifyDialog : public QDialog
{
    Q_OBJECT

public:
    WebhookVerifyDialog(const MainWindowParts &parts, QWidget *parent);
    ~WebhookVerifyDialog() override;

private:
    void check();
    void present(const QString &iconName, const QString &verdict);
    QByteArray body() const;

    std::unique_ptr<Ui::WebhookVerifyDialog> m_ui;
    const MainWindowParts m_parts;
};
