// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "linkentry.h"
#include "mainwindowparts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ShareDialog;
}
class ToastHost;

/// A single-use link that changes its event type for one person: length, dates, hours and place, filled in as the event type
/// has them. Makes one and copies it, or changes one that nobody has booked with. Deletes itself.
class ShareDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it. `entry`: the link that is changed.
    ShareDialog(const EventType &type, const std::optional<LinkEntry> &entry, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~ShareDialog() override;

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void fillIn();
    void present();
    void presentWorking(bool working);
    QString whyNot() const;
    ShareOverride wanted() const;
    void send();
    void made(const Result<SchedulingLink> &link);
    void failed(const Error &error);

    std::unique_ptr<Ui::ShareDialog> m_ui;
    const EventType m_type;
    const std::optional<LinkEntry> m_entry;
    const ShareOverride m_known; ///< what the link that is changed says already
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    ShareOverride m_sent;
    bool m_working = false;
};
