// SPDX-License-Identifier: GPL-3.0-or-later
// What WebhooksPage does.
#include "accountwords.h"
#include "cardpane.h"
#include "confirmation.h"
#include "errortext.h"
#include "latewrites.h"
#include "toasthost.h"
#include "webhookdialog.h"
#include "webhooksampledialog.h"
#include "webhookservice.h"
#include "webhookspage.h"
#include "webhooktext.h"
#include "webhookverifydialog.h"

#include <QClipboard>
#include <QGuiApplication>

void WebhooksPage::createOne()
{
    (new WebhookDialog(m_parts, m_toasts, this))->open();
}

void WebhooksPage::showSample()
{
    (new WebhookSampleDialog(m_parts, this))->open();
}

void WebhooksPage::showVerifier()
{
    (new WebhookVerifyDialog(m_parts, this))->open();
}

void WebhooksPage::copyAddress()
{
    const WebhookSubscription *webhook = current();
    if (!webhook)
        return;
    QGuiApplication::clipboard()->setText(webhook->callbackUrl.toString(QUrl::FullyEncoded));
    m_toasts.show({.kind = Toast::Kind::Done, .text = tr("Address copied")});
}

void WebhooksPage::toggleCard()
{
    m_pane->toggle();
}

void WebhooksPage::askToDelete()
{
    const WebhookSubscription *webhook = current();
    if (!webhook || m_removing)
        return;
    confirm({.objectName = QStringLiteral("deleteWebhookQuestion"),
             .title = tr("Delete webhook"),
             .question = tr("Delete the webhook to %1?").arg(webhookAddressText(*webhook)),
             .consequences = withAccount(m_parts, tr("Calendly stops sending there at once. This cannot be taken back: a new webhook for the same "
                                                     "address is another one, with another signing key.")),
             .act = tr("Delete webhook"),
             .keep = tr("Keep webhook")},
            m_parts.account, this, [this, wanted = *webhook] { remove(wanted); });
}

void WebhooksPage::remove(const WebhookSubscription &webhook)
{
    m_removing = true;
    showCurrent();
    m_service.remove(webhook, this, [this](const WriteOutcome &outcome) { tellRemoval(outcome); });
}

void WebhooksPage::tellRemoval(const WriteOutcome &outcome)
{
    m_removing = false;
    reload();
    switch (outcome.kind) {
    case WriteOutcome::Kind::Done:
        return m_toasts.show({.kind = Toast::Kind::Done, .text = tr("Webhook deleted. Calendly no longer sends there.")});
    case WriteOutcome::Kind::Refused:
        return m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The webhook was not deleted. %1").arg(errorSentence(*outcome.error))});
    case WriteOutcome::Kind::NotDone:
        return m_toasts.show({.kind = Toast::Kind::Failed,
                              .text = tr("The answer was lost, and a look at Calendly shows that the webhook is still there. You can delete it again.")});
    case WriteOutcome::Kind::Unknown:
        if (outcome.error && mayStillBeDone(*outcome.error))
            return m_toasts.show({.kind = Toast::Kind::Warning,
                                  .text = tr("No answer came, and Calendly may still delete the webhook. Wait a minute and refresh before you try again.")});
        return m_toasts.show({.kind = Toast::Kind::Warning,
                              .text = tr("The answer was lost, and Calendly cannot be asked now. The webhook may be gone; refresh before you try again.")});
    }
}
