// SPDX-License-Identifier: GPL-3.0-or-later
// What EventTypesPage shows instead of rows, and which rows it shows.
#include "accountservice.h"
#include "chipchoices.h"
#include "colleaguetypes.h"
#include "errortext.h"
#include "eventtypefilter.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "eventtypespage.h"
#include "format.h"
#include "offlinewords.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "syncservice.h"
#include "ui_eventtypespage.h"

void EventTypesPage::makeFilters()
{
    using State = EventTypeFilter::State;
    using Order = EventTypeFilter::Order;
    using Kind = std::optional<EventType::Kind>;
    makeChoices<State>(*m_ui->stateChip, tr("State"),
                       {{tr("Any"), State::Any}, {tr("Active"), State::Active}, {tr("Secret"), State::Secret}, {tr("Managed"), State::Managed}, {tr("Off"), State::Off}},
                       [this](State state) {
                           m_filter->setState(state);
                           selectSomething(m_shown);
                           showState();
                       });
    QList<std::pair<QString, Kind>> kinds{{tr("Any"), std::nullopt}};
    for (const EventType::Kind kind : {EventType::Kind::OneOnOne, EventType::Kind::Group, EventType::Kind::RoundRobin, EventType::Kind::Collective,
                                       EventType::Kind::MultiPool, EventType::Kind::OneOff, EventType::Kind::Poll})
        kinds.append({kindText(EventType{.kind = kind}), kind});
    makeChoices<Kind>(*m_ui->kindChip, tr("Kind"), kinds, [this](Kind kind) {
        m_filter->setKind(kind);
        selectSomething(m_shown);
        showState();
    });
    makeChoices<Order>(*m_ui->sortChip, tr("Sort"), {{tr("Pins, then use"), Order::Use},
                        {tr("Position"), Order::Position},
                        {tr("Name"), Order::Name},
                        {tr("Length"), Order::Length},
                        {tr("Last use"), Order::LastUse}},
                       [this](Order order) { m_filter->setOrder(order); });
    connect(m_ui->search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        findColleagues();
    });
    connect(m_ui->search, &QLineEdit::returnPressed, this, [this] {
        if (m_filter->rowCount() > 0)
            copySingleUse();
    });
    connect(m_ui->search, &SearchField::leftDownwards, this, &EventTypesPage::focusList);
    m_ui->search->setKeyText(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
}

void EventTypesPage::meetColleagues()
{
    m_colleagues.reset();
    if (m_parts.organization) {
        m_colleagues = std::make_unique<ColleagueTypes>(m_parts.organization->team, m_parts.clock, nullptr);
        connect(m_colleagues.get(), &ColleagueTypes::changed, this, &EventTypesPage::showColleagues);
    }
    findColleagues();
}

/// Nobody else's types are asked for before something is typed.
void EventTypesPage::findColleagues()
{
    const QString typed = m_ui->search->text();
    const auto account = m_parts.account.account();
    if (m_colleagues && account && !typed.isEmpty())
        m_colleagues->readMembers(account->user);
    if (m_colleagues)
        m_colleagues->want(typed, self());
    showColleagues();
}

void EventTypesPage::showColleagues()
{
    QList<EventTypeRow> rows;
    QStringList notes;
    const QList<QuickHit> hits = m_colleagues ? m_colleagues->hits(m_ui->search->text(), self()) : QList<QuickHit>();
    for (const QuickHit &hit : hits) {
        if (hit.whyNot.isEmpty())
            rows.append({.type = hit.type, .owner = hit.owner});
        else
            notes.append(tr("%1: %2", "colleague, why their event types are not there").arg(isolated(hit.owner), hit.whyNot));
    }
    m_model->setColleagues(rows, notes.join(QLatin1Char(' ')));
    m_filter->setText(m_ui->search->text()); // a head stands or falls with what is below it
    selectSomething(m_shown);
    showState();
}

QUrl EventTypesPage::self() const
{
    const auto account = m_parts.account.account();
    return account ? account->user.uri : QUrl();
}

/// What the button of the panel that stands for the list offers.
void EventTypesPage::actOnState()
{
    if (m_filter->isOn())
        clearFilters();
    else if (m_parts.account.state() == AccountService::State::SignInEnded)
        emit signInWanted();
    else
        refresh();
}

void EventTypesPage::clearFilters()
{
    m_ui->search->clear();
    m_ui->stateChip->menu()->actions().first()->trigger();
    m_ui->kindChip->menu()->actions().first()->trigger();
    m_ui->list->setFocus();
}

void EventTypesPage::showState()
{
    if (m_filter->rowCount() > 0) {
        m_ui->body->setCurrentWidget(m_ui->splitter);
        return;
    }
    m_ui->body->setCurrentWidget(m_ui->state);
    if (m_model->typeCount() > 0) {
        m_ui->state->present(QStringLiteral("filter"), StatePanel::Tone::Neutral, tr("No event type matches"),
                             tr("%n event types are hidden by the search and the filters.", nullptr, m_model->typeCount()),
                             tr("Clear filters"), QStringLiteral("close"));
        return;
    }
    showProblem();
}

void EventTypesPage::showProblem()
{
    std::optional<Error> problem = m_parts.eventTypes.problem();
    if (!problem)
        problem = whyNothingComes(m_parts);
    if (problem) {
        const ErrorText text = errorText(*problem);
        m_ui->state->present(text.iconName, StatePanel::Tone::Warning, text.title, text.sentence, text.button, QStringLiteral("refresh"));
    } else if (m_parts.sync.isFirstFill() || m_parts.sync.state() == SyncService::State::Checking) {
        m_ui->state->present(QStringLiteral("event-types"), StatePanel::Tone::Neutral, tr("Reading your event types"), tr("This takes a moment the first time."));
    } else {
        m_ui->state->present(QStringLiteral("event-types"), StatePanel::Tone::Accent, tr("No event types yet"),
                             tr("Event types are made on the web. They appear here by themselves."), tr("Look again"), QStringLiteral("refresh"));
    }
}
