// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookcard.h"

#include "badge.h"
#include "format.h"
#include "plaintext.h"
#include "ui_webhookcard.h"
#include "webhookmodel.h"
#include "webhooktext.h"

namespace {

BadgeTone toneOf(WebhookState state)
{
    switch (state) {
    case WebhookState::Active:
        return BadgeTone::Ok;
    case WebhookState::Failing:
        return BadgeTone::Brass;
    case WebhookState::Disabled:
        return BadgeTone::Neutral;
    }
    return BadgeTone::Neutral;
}

} // namespace

WebhookCard::WebhookCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::WebhookCard>())
{
    m_ui->setupUi(this);
    m_ui->notice->dismiss();
    connect(m_ui->copy, &QPushButton::clicked, this, &WebhookCard::copyWanted);
    connect(m_ui->remove, &QPushButton::clicked, this, &WebhookCard::removalWanted);
}

WebhookCard::~WebhookCard() = default;

void WebhookCard::present(const WebhookRow &row, const QTimeZone &zone, const QDateTime &now)
{
    const WebhookSubscription &webhook = row.webhook;
    const WebhookState state = stateOf(webhook);
    m_ui->name->setText(oneLine(webhook.callbackUrl.host()));
    m_ui->status->present(webhookStateIconName(state), webhookStateText(state), toneOf(state));
    if (const QString notice = webhookStateNotice(webhook, zone, now); !notice.isEmpty())
        m_ui->notice->present(webhookStateIconName(state), notice);
    else
        m_ui->notice->dismiss();
    m_ui->address->setText(webhook.callbackUrl.toString(QUrl::FullyEncoded));
    m_ui->address->setCursorPosition(0);
    QStringList events;
    for (const QString &event : webhook.events)
        events.append(tr("%1 (%2)").arg(webhookEventText(event), oneLine(event)));
    ValueGrid &details = *m_ui->details;
    details.clear();
    details.add(tr("Scope"), webhookScopeText(webhook.scope, row.group));
    details.add(tr("Events"), events.join(QLatin1Char('\n')));
    details.add(tr("Creator"), row.creator.isEmpty() ? tr("Not known: Calendly does not tell the name") : oneLine(row.creator));
    details.add(tr("Created"), momentText(webhook.createdAt, zone, now));
    details.add(tr("Failing since"), webhook.retryStartedAt.isValid() ? momentText(webhook.retryStartedAt, zone, now) : QString());
    m_ui->rules->setText(webhookRulesText(webhook.scope));
}

void WebhookCard::setWhyNotDeleted(const QString &reason)
{
    m_ui->remove->setEnabled(reason.isEmpty());
    m_ui->remove->setToolTip(reason);
}
