// SPDX-License-Identifier: GPL-3.0-or-later
// What ListSection shows, and what it says where there is nothing to list.
#include "accountservice.h"
#include "accountwords.h"
#include "cardpane.h"
#include "errortext.h"
#include "format.h"
#include "listsection.h"
#include "offlinewords.h"
#include "permissiontext.h"
#include "ui_listsection.h"
#include "whilealive.h"
#include "wordfilter.h"

#include <algorithm>

namespace {

constexpr int secondsUntilOld = 60;

} // namespace

void ListSection::readIfOld()
{
    const Reading now = reading();
    if (isVisible() && isOnline() && !now.underWay && (now.seenAt.isNull() || now.seenAt.secsTo(m_parts.clock()) >= secondsUntilOld))
        refresh();
}

void ListSection::reload()
{
    if (!isVisible())
        return;
    const int before = m_ui->list->currentIndex().row();
    m_model->setRows(rows());
    if (!m_ui->list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_filter->index(std::clamp(before, 0, m_filter->rowCount() - 1), 0));
    showCurrent();
    showState();
    showBanner();
    showAge();
}

void ListSection::showCurrent()
{
    const bool any = !currentKey().isEmpty();
    if (m_pane)
        m_pane->setWanted(any);
    presentCurrent();
    if (const qsizetype several = selectedKeys().size(); several > 1)
        return emit statusText(tr("%1 of %2 selected").arg(QLocale().toString(several), QLocale().toString(m_filter->rowCount())));
    emit statusText(any ? tr("%1 of %2 selected").arg(QLocale().toString(m_ui->list->currentIndex().row() + 1), QLocale().toString(m_filter->rowCount()))
                        : QString());
}

void ListSection::showState()
{
    if (m_filter->rowCount() > 0) {
        m_ui->body->setCurrentWidget(m_ui->splitter);
        if (m_focusWanted)
            focusList();
        return;
    }
    const Reading now = reading();
    if (now.seenAt.isNull() && now.underWay && !now.problem)
        return m_ui->body->setCurrentWidget(m_ui->loading);
    m_ui->body->setCurrentWidget(m_ui->state);
    showNothing(*m_ui->state);
}

void ListSection::showNothing(StatePanel &panel)
{
    const Reading now = reading();
    if (m_model->rowCount() > 0)
        return panel.present(QStringLiteral("search"), StatePanel::Tone::Neutral, tr("Nothing found"),
                             tr("None of them holds all the words of the search."), tr("Clear search"), QStringLiteral("close"));
    if (now.problem && now.problem->kind == Error::Kind::ScopeMissing)
        return panel.present(QStringLiteral("locked"), StatePanel::Tone::Neutral, tr("%1 are locked").arg(m_words.things),
                             missingPermissionSentence(now.problem->requiredScopes.isEmpty() ? QStringList{m_words.scope} : now.problem->requiredScopes), tr("Permissions…"), QStringLiteral("key"));
    if (now.problem && now.problem->kind == Error::Kind::NotAllowed)
        return panel.present(QStringLiteral("locked"), StatePanel::Tone::Neutral, tr("%1 are locked").arg(m_words.things),
                             //: Which role or plan it takes, then which ones there are.
                             tr("%1 %2").arg(m_words.notAllowed, standingText(m_parts)).trimmed());
    if (!now.seenAt.isNull())
        return panel.present(m_words.iconName, StatePanel::Tone::Accent, m_words.noneTitle, m_words.none);
    if (!now.problem || isUnreachable(*now.problem))
        return panel.present(offlineFact(m_parts).iconName, StatePanel::Tone::Warning, offlineFact(m_parts).text,
                             tr("Nothing of this was read before, so there is nothing to show yet."), tr("Try again"), QStringLiteral("refresh"));
    const ErrorText text = errorText(*now.problem);
    panel.present(text.iconName, StatePanel::Tone::Danger, text.title, text.sentence, tr("Try again"), QStringLiteral("refresh"));
}

void ListSection::stateButtonClicked()
{
    if (m_model->rowCount() > 0)
        return emit searchCleared();
    const Reading now = reading();
    if (now.problem && now.problem->kind == Error::Kind::ScopeMissing)
        emit permissionsWanted();
    else
        refresh();
}

void ListSection::showBanner()
{
    const Reading now = reading();
    const bool reachable = isOnline() && !(now.problem && isUnreachable(*now.problem));
    if (m_model->rowCount() == 0 || (reachable && !now.problem))
        return m_ui->banner->dismiss();
    const QString seen = momentText(now.seenAt, zone(), m_parts.clock());
    if (!reachable)
        m_ui->banner->present(offlineFact(m_parts).iconName, tr("%1. Shown as of %2.").arg(offlineFact(m_parts).text, seen));
    else
        m_ui->banner->present(QStringLiteral("warning"), tr("%1. Shown as of %2.").arg(errorText(*now.problem).title, seen));
}

void ListSection::showAge()
{
    const QDateTime seen = reading().seenAt;
    emit ageText(seen.isNull() ? QString() : tr("As of %1").arg(momentText(seen, zone(), m_parts.clock())));
}
