// SPDX-License-Identifier: GPL-3.0-or-later
// What WebhooksPage shows, and what it says where there is nothing to show.
#include "accountservice.h"
#include "accountwords.h"
#include "cardpane.h"
#include "errortext.h"
#include "format.h"
#include "offlinewords.h"
#include "permissiontext.h"
#include "plaintext.h"
#include "syncservice.h"
#include "ui_webhookspage.h"
#include "webhookmodel.h"
#include "webhookservice.h"
#include "webhookspage.h"
#include "whilealive.h"

#include <QAction>
#include <QMap>

#include <algorithm>

namespace {

constexpr int secondsUntilOld = 60;

} // namespace

void WebhooksPage::readIfOld()
{
    const QDateTime seen = m_service.ofUser().seenAt;
    if (isVisible() && (seen.isNull() || seen.secsTo(m_parts.clock()) >= secondsUntilOld))
        refresh();
}

void WebhooksPage::onlineChanged()
{
    const bool online = m_parts.sync.isOnline();
    if (online == m_wasOnline)
        return;
    m_wasOnline = online;
    reload();
    if (online)
        readIfOld();
}

void WebhooksPage::reload()
{
    if (!isVisible())
        return;
    m_model->setSurroundings(m_parts.clock(), shownZone(m_parts));
    QList<WebhookRow> rows;
    QList<WebhookSubscription> webhooks = m_service.ofUser().webhooks + m_service.ofOrganization().webhooks;
    for (const WebhookService::GroupPart &each : m_service.ofGroups())
        webhooks += each.part.webhooks;
    for (const WebhookSubscription &webhook : std::as_const(webhooks))
        rows.append({webhook, m_service.nameOf(webhook.creator), m_service.groupName(webhook.group)});
    const int before = m_ui->list->currentIndex().row();
    m_model->setRows(rows);
    if (!m_ui->list->currentIndex().isValid() && !rows.isEmpty())
        m_ui->list->setCurrentIndex(m_model->index(std::clamp(before, 0, m_model->rowCount() - 1), 0));
    showCurrent();
    showState();
    showBanner();
    showScopeNote();
}

void WebhooksPage::showCurrent()
{
    const WebhookSubscription *webhook = current();
    const QString offline = whyOffline(m_parts, tr("This needs the network."));
    m_pane->setWanted(webhook);
    m_copy->setEnabled(webhook);
    m_delete->setEnabled(webhook && offline.isEmpty() && !m_removing);
    m_delete->setToolTip(offline.isEmpty() ? tr("Delete webhook") : offline);
    if (!webhook)
        return emit statusText({});
    const int row = m_ui->list->currentIndex().row();
    m_ui->card->present(m_model->row(row), shownZone(m_parts), m_parts.clock());
    m_ui->card->setWhyNotDeleted(m_removing ? tr("It is being deleted.") : offline);
    emit statusText(tr("%1 of %2 selected").arg(QLocale().toString(row + 1), QLocale().toString(m_model->rowCount())));
}

void WebhooksPage::showState()
{
    const WebhookService::Part user = m_service.ofUser();
    const bool mayCreate = !user.seenAt.isNull() && m_parts.sync.isOnline();
    const QString whyNot = mayCreate ? QString() : tr("A webhook can be created once the present ones were read.");
    m_create->setEnabled(mayCreate);
    m_create->setToolTip(whyNot);
    m_ui->create->setEnabled(mayCreate);
    m_ui->create->setToolTip(whyNot);
    m_ui->age->setText(user.seenAt.isNull() ? QString() : tr("As of %1").arg(momentText(user.seenAt, shownZone(m_parts), m_parts.clock())));
    if (m_model->rowCount() > 0) {
        m_ui->body->setCurrentWidget(m_ui->splitter);
        if (m_focusWanted)
            focusList();
        return;
    }
    // "No webhooks yet" before those of the organization and its groups were read as well would be taken back a moment later.
    if (!m_service.isWhole() && m_service.isReading() && !user.problem)
        return m_ui->body->setCurrentWidget(m_ui->loading);
    m_ui->body->setCurrentWidget(m_ui->state);
    showNothing();
}

void WebhooksPage::showNothing()
{
    const WebhookService::Part user = m_service.ofUser();
    if (!user.seenAt.isNull())
        return m_ui->state->present(QStringLiteral("webhooks"), StatePanel::Tone::Accent, tr("No webhooks yet"),
                                    tr("A webhook tells a server of yours when a meeting is booked or canceled, or an event type changes. Sundial "
                                       "does not need one: it looks for changes by itself."),
                                    m_create->isEnabled() ? tr("New webhook…") : QString(), QStringLiteral("add"), true);
    if (!user.problem || isUnreachable(*user.problem)) {
        const OfflineFact fact = offlineFact(m_parts);
        return m_ui->state->present(fact.iconName, StatePanel::Tone::Warning, tr("The webhooks cannot be read"),
                                    tr("%1, and webhooks are not stored on this computer. Nothing is lost: they work on.").arg(fact.text),
                                    tr("Try again"), QStringLiteral("refresh"));
    }
    if (user.problem->kind == Error::Kind::ScopeMissing)
        return m_ui->state->present(QStringLiteral("locked"), StatePanel::Tone::Neutral, tr("Webhooks are locked"),
                                    errorText(*user.problem).sentence);
    if (user.problem->kind == Error::Kind::NotAllowed)
        return m_ui->state->present(QStringLiteral("locked"), StatePanel::Tone::Neutral, tr("Calendly does not allow this"),
                                    tr("The account’s plan or role does not include webhooks. %1 Everything else works.").arg(standingText(m_parts)));
    const ErrorText text = errorText(*user.problem);
    m_ui->state->present(text.iconName, StatePanel::Tone::Danger, text.title, text.sentence, tr("Try again"), QStringLiteral("refresh"));
}

/// What is shown is not stored, so its age is said wherever it cannot be read again.
void WebhooksPage::showBanner()
{
    const WebhookService::Part user = m_service.ofUser();
    const bool reachable = m_parts.sync.isOnline() && !(user.problem && isUnreachable(*user.problem));
    if (m_model->rowCount() == 0 || (reachable && !user.problem))
        return m_ui->banner->dismiss();
    const QString seen = momentText(user.seenAt, shownZone(m_parts), m_parts.clock());
    if (!reachable)
        m_ui->banner->present(offlineFact(m_parts).iconName, tr("%1. Webhooks are shown as of %2.").arg(offlineFact(m_parts).text, seen));
    else
        m_ui->banner->present(QStringLiteral("warning"), tr("%1. Webhooks are shown as of %2.").arg(errorText(*user.problem).title, seen));
}

/// A sentence for each reason. That others than their admins may not see them is no failure.
QStringList WebhooksPage::unreadGroups() const
{
    QMap<QString, QStringList> names;
    const QList<WebhookService::GroupPart> groups = m_service.ofGroups();
    for (const WebhookService::GroupPart &each : groups) {
        if (each.part.problem && each.part.problem->kind != Error::Kind::NotAllowed)
            names[errorText(*each.part.problem).title].append(oneLine(each.group.name));
    }
    QStringList notes;
    for (auto reason = names.cbegin(); reason != names.cend(); ++reason)
        notes += tr("Webhooks of the groups %1 could not be read: %2.", nullptr, static_cast<int>(reason->size())).arg(reason->join(tr(", ")), reason.key());
    return notes;
}

void WebhooksPage::showScopeNote()
{
    const std::optional<Error> problem = m_service.ofOrganization().problem;
    const std::optional<Error> groups = m_service.groupsProblem();
    QStringList notes;
    if (problem && problem->kind == Error::Kind::NotAllowed)
        notes += tr("Webhooks of the whole organization are not listed: Calendly lets only owners and admins see these.");
    else if (problem && problem->kind == Error::Kind::ScopeMissing)
        notes += tr("Webhooks of the whole organization are not listed. %1").arg(missingPermissionSentence(problem->requiredScopes));
    else if (problem)
        notes += tr("Webhooks of the whole organization could not be read: %1.").arg(errorText(*problem).title);
    const bool isSaid = problem && groups && problem->kind == groups->kind && problem->requiredScopes == groups->requiredScopes;
    if (groups && !isSaid)
        notes += tr("Webhooks of groups are not listed. %1").arg(whyUnread(*groups));
    notes += unreadGroups();
    const bool unreadAsWell = m_service.ofUser().seenAt.isNull();
    m_ui->scopeNote->setVisible(!notes.isEmpty() && !unreadAsWell);
    m_ui->scopeNote->setText(notes.join(QLatin1Char(' ')));
}
