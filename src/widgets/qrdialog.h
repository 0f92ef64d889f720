// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filesaver.h"
#include "linktarget.h"
#include "qrcode.h"

#include <QDialog>

#include <memory>

namespace Ui {
class QrDialog;
}

/// A link as a QR code: to be shown, copied, or saved as a picture. Made here, without a network. Deletes itself.
class QrDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it.
    QrDialog(const LinkTarget &target, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~QrDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void copy();
    void save(const QString &suffix);

    std::unique_ptr<Ui::QrDialog> m_ui;
    const LinkTarget m_target;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    FileSaver m_files;
    std::optional<QrCode> m_code; ///< nothing for an address that is too long
};
