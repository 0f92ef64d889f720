// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"
#include "webhookrules.h"

#include <QDialog>

#include <memory>

namespace Ui {
class WebhookDialog;
}
class QCheckBox;
class QLabel;
class ToastHost;
class WebhookService;
struct WriteOutcome;

/// Creates a webhook. What Calendly would refuse cannot be chosen, and says why. Deletes itself when closed; what was sent
/// goes on then, and its outcome comes as a toast.
class WebhookDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` with webhooks.
    WebhookDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~WebhookDialog() override;

private:
    struct EventRow
    {
        WebhookEventKind kind;
        QCheckBox *box;
        QLabel *note; ///< the event's name, or why it cannot be chosen
    };

    void fillScopes();
    void fillGroups();
    void showWhoMayAll();
    void fillEvents();
    WebhookSubscription::Scope scope() const;
    QUrl group() const; ///< empty with another scope
    WebhookSubscription wanted() const;
    void scopeChanged();
    void generateKey();
    void copyKey();
    void presentProblem(const QString &problem);
    QString problem() const;
    void create();
    void ended(const WriteOutcome &outcome);
    static QString failureText(const WriteOutcome &outcome);

    std::unique_ptr<Ui::WebhookDialog> m_ui;
    const MainWindowParts m_parts;
    WebhookService &m_service;
    ToastHost &m_toasts;
    QList<EventRow> m_events;
    bool m_sending = false;
};
