// SPDX-License-Identifier: GPL-3.0-or-later
// Which links LinksPage shows, and what it says where there are none.
#include "chipchoices.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "flowrow.h"
#include "format.h"
#include "linkmenu.h"
#include "linkmodel.h"
#include "linkservice.h"
#include "linkspage.h"
#include "offlinewords.h"
#include "syncservice.h"
#include "ui_linkspage.h"
#include "zones.h"

void LinksPage::makeFilters()
{
    auto *row = new FlowRow(m_ui->chips, 8);
    const auto add = [&](const char *name, std::optional<LinkStatus> status, bool soon) {
        auto *chip = new Chip(m_ui->chips);
        chip->setObjectName(QLatin1String(name));
        chip->setCheckable(true);
        row->addWidget(chip);
        connect(chip, &Chip::clicked, this, [this, status, soon] { choose(status, soon); });
        m_statusChips.append({chip, status, soon});
    };
    add("allChip", std::nullopt, false);
    add("openChip", LinkStatus::Open, false);
    add("bookedChip", LinkStatus::Booked, false);
    add("expiredChip", LinkStatus::Expired, false);
    add("soonChip", std::nullopt, true);
    add("unknownChip", LinkStatus::Unknown, false);
    m_typeChip = new Chip(m_ui->chips);
    m_typeChip->setObjectName(QStringLiteral("typeChip"));
    m_typeChip->setAccessibleDescription(tr("Of which event type links are shown"));
    m_typeChip->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_typeChip);
    makeChoices<QUrl>(*m_typeChip, tr("Event type"), {{tr("Any"), QUrl()}}, [](const QUrl &) {});
    using Order = LinkQuery::Order;
    makeChoices<Order>(*m_ui->sortChip, {},
                       {{tr("Newest first"), Order::Newest},
                        {tr("Oldest first"), Order::Oldest},
                        {tr("By label"), Order::Label},
                        {tr("By event type"), Order::Type}},
                       [this](Order order) {
                           m_query.order = order;
                           reload();
                       });
    connect(m_ui->search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_query.text = text;
        reload();
    });
    connect(m_ui->search, &QLineEdit::returnPressed, this, &LinksPage::focusList);
    connect(m_ui->search, &SearchField::leftDownwards, this, &LinksPage::focusList);
    // Made here, they would come before all that the form holds.
    QWidget *before = m_ui->search;
    for (const StatusChip &each : std::as_const(m_statusChips)) {
        setTabOrder(before, each.chip);
        before = each.chip;
    }
    setTabOrder(before, m_typeChip);
    setTabOrder(m_typeChip, m_ui->sortChip);
    m_ui->search->setKeyText(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    showTotals();
}

/// Made anew only when the types differ, since an open menu would go with it.
void LinksPage::fillTypes()
{
    QHash<QUrl, QString> names;
    QList<std::pair<QString, QUrl>> choices{{tr("Any"), QUrl()}};
    for (const EventType &type : m_parts.eventTypes.eventTypes()) {
        names.insert(type.uri, eventTypeTitle(type));
        choices.append({eventTypeTitle(type), type.uri});
    }
    if (names == m_typeNames)
        return;
    m_typeNames = names;
    m_query.eventType.clear();
    makeChoices<QUrl>(*m_typeChip, tr("Event type"), choices,
                      [this](const QUrl &type) {
                          if (type == m_query.eventType)
                              return;
                          m_query.eventType = type;
                          reload();
                      },
                      ChoiceWords::Foreign);
}

void LinksPage::choose(std::optional<LinkStatus> status, bool expiringSoon)
{
    m_query.status = status;
    m_query.expiringSoon = expiringSoon;
    reload();
}

bool LinksPage::isFiltered() const
{
    return !m_query.text.trimmed().isEmpty() || m_query.status || m_query.expiringSoon || !m_query.eventType.isEmpty();
}

void LinksPage::clearFilters()
{
    m_query.status.reset();
    m_query.expiringSoon = false;
    m_typeChip->menu()->actions().first()->trigger();
    m_ui->search->clear();
    reload();
    focusList();
}

void LinksPage::showTotals()
{
    m_totals = m_parts.links.totals();
    const auto countOf = [this](const StatusChip &each) {
        if (each.expiringSoon)
            return m_totals.expiringSoon;
        if (!each.status)
            return m_totals.all();
        switch (*each.status) {
        case LinkStatus::Open:
            return m_totals.open;
        case LinkStatus::Booked:
            return m_totals.booked;
        case LinkStatus::Expired:
            return m_totals.expired;
        case LinkStatus::Unknown:
            return m_totals.unknown;
        }
        return 0;
    };
    const QHash<QString, QString> words{{QStringLiteral("allChip"), tr("All %1")},         {QStringLiteral("openChip"), tr("Active %1")},
                                        {QStringLiteral("bookedChip"), tr("Booked %1")},   {QStringLiteral("expiredChip"), tr("Expired %1")},
                                        {QStringLiteral("soonChip"), tr("Expire in 7 days %1")}, {QStringLiteral("unknownChip"), tr("Not known %1")}};
    for (const StatusChip &each : std::as_const(m_statusChips)) {
        const bool chosen = each.status == m_query.status && each.expiringSoon == m_query.expiringSoon;
        each.chip->setText(words.value(each.chip->objectName()).arg(QLocale().toString(countOf(each))));
        each.chip->setChecked(chosen);
        each.chip->setVisible(each.status != LinkStatus::Unknown || m_totals.unknown > 0 || chosen);
    }
}

void LinksPage::showState()
{
    m_ui->exportLinks->setEnabled(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        return m_ui->body->setCurrentWidget(m_ui->splitter);
    m_ui->body->setCurrentWidget(m_ui->state);
    if (m_problem) {
        const ErrorText text = errorText(*m_problem);
        m_ui->state->present(text.iconName, StatePanel::Tone::Danger, tr("The links could not be read"), text.sentence, tr("Try again"),
                             QStringLiteral("refresh"));
    } else if (isFiltered()) {
        m_ui->state->present(QStringLiteral("filter"), StatePanel::Tone::Neutral, tr("No link matches"),
                             tr("%n links are hidden by the search and the filters.", nullptr, m_totals.all()), tr("Clear filters"), QStringLiteral("close"));
    } else if (!m_parts.sync.isOnline()) {
        m_ui->state->present(offlineFact(m_parts).iconName, StatePanel::Tone::Warning, tr("No links yet"),
                             whyOffline(m_parts, tr("A single-use link needs the network. Copying ordinary links works.")));
    } else if (const std::optional<Error> unread = m_parts.eventTypes.problem(); unread && !m_linkMenu->hasTypes()) {
        m_ui->state->present(errorText(*unread).iconName, StatePanel::Tone::Warning, tr("No links yet"),
                             tr("Your event types could not be read, so none can be made now. %1 Refresh (F5) tries again.").arg(whyUnread(*unread)));
    } else if (!m_linkMenu->hasTypes() && m_parts.sync.isFirstFill()) {
        m_ui->state->present(QStringLiteral("link"), StatePanel::Tone::Accent, tr("No links yet"),
                             tr("Your event types are still being read. After that, links can be made."));
    } else if (!m_linkMenu->hasTypes()) {
        m_ui->state->present(QStringLiteral("link"), StatePanel::Tone::Accent, tr("No links yet"),
                             tr("There is no active event type to make one for. Links that you make with Sundial appear here."));
    } else {
        m_ui->state->present(QStringLiteral("link"), StatePanel::Tone::Accent, tr("No links yet"),
                             tr("Links that you make with Sundial appear here, with who booked them and when they expire. Calendly does not tell of "
                                "links that were made elsewhere."),
                             tr("Copy single-use link"), QStringLiteral("link"), true);
    }
}

/// Bookings come with the look at Calendly: without one, "active" is as of the last.
void LinksPage::showOnline()
{
    const QDateTime seen = m_parts.sync.lastSync();
    const OfflineFact fact = offlineFact(m_parts);
    if (m_parts.sync.isOnline() && m_mayBeOld && m_model->rowCount() > 0)
        m_ui->banner->present(QStringLiteral("warning"), tr("What became of customized links could not be read. They are shown as last known."));
    else if (m_parts.sync.isOnline() || m_model->rowCount() == 0)
        m_ui->banner->dismiss();
    else if (seen.isNull())
        m_ui->banner->present(fact.iconName, tr("%1. Whether a link was booked is not known yet.").arg(fact.text));
    else
        m_ui->banner->present(fact.iconName, tr("%1. What was booked since %2 is not known here yet.").arg(fact.text, momentText(seen, shownZone(m_parts), m_parts.clock())));
    if (isVisible())
        showCurrent();
}
