// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "embedsnippet.h"
#include "eventtype.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EmbedDialog;
}
class EmbedPreview;
class ToastHost;
struct MainWindowParts;

/// HTML that puts the booking page of an event type, or the landing page, into a web page: how it stands there, how it
/// looks, and a page to look at. Deletes itself.
class EmbedDialog : public QDialog
{
    Q_OBJECT

public:
    /// All outlive it.
    EmbedDialog(const EventType &type, EmbedPreview &preview, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~EmbedDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void present();
    EmbedOptions options() const;
    QString title() const;
    void copy();
    void look();

    std::unique_ptr<Ui::EmbedDialog> m_ui;
    const EventType m_type;
    EmbedPreview &m_preview;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
};
