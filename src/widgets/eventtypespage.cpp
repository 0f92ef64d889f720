// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypespage.h"

#include "accountservice.h"
#include "agendaheader.h"
#include "cardpane.h"
#include "colleaguetypes.h"
#include "errortext.h"
#include "eventtypefilter.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "linkcopier.h"
#include "linkservice.h"
#include "organizationservices.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "teamservice.h"
#include "ui_eventtypespage.h"
#include "zones.h"

#include <QAction>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

namespace {

using namespace std::chrono_literals;

constexpr int openTimesDays = 7;
constexpr int searchWidth = 272;
constexpr int foldWidth = 1100; ///< of the window
constexpr int cardLeast = 300;
constexpr int cardMost = 520;
constexpr auto openTimesPatience = 400ms;

}

EventTypesPage::EventTypesPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::EventTypesPage>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_model(new EventTypeModel(this))
    , m_filter(new EventTypeFilter(this))
    , m_copier(new LinkCopier(m_parts, toasts, this))
{
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    m_openTimesDelay.setSingleShot(true);
    m_openTimesDelay.setInterval(openTimesPatience);
    connect(&m_openTimesDelay, &QTimer::timeout, this, &EventTypesPage::readOpenTimes);
    prepareList();
    prepareCard();
    makeActions();
    makeFilters();
    connect(m_ui->manyLinks, &QPushButton::clicked, this, &EventTypesPage::makeMany);
    connect(m_ui->refresh, &QPushButton::clicked, this, &EventTypesPage::refresh);
    connect(m_ui->state, &StatePanel::buttonClicked, this, &EventTypesPage::actOnState);
    connect(m_ui->card, &TypeCard::copySingleUse, this, &EventTypesPage::copySingleUse);
    connect(m_ui->card, &TypeCard::copyLink, this, &EventTypesPage::copyLink);
    connect(m_ui->card, &TypeCard::openInBrowser, this, &EventTypesPage::openInBrowser);
    connect(m_copier, &LinkCopier::makingChanged, this, &EventTypesPage::showOnline);
    connect(m_copier, &LinkCopier::copied, m_ui->card, &TypeCard::clearLabel);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &EventTypesPage::reload);
    connect(&m_parts.links, &LinkService::changed, this, &EventTypesPage::reload);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        showOnline();
        showState();
    });
    connect(&m_parts.account, &AccountService::accountSwitched, this, &EventTypesPage::meetColleagues);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &EventTypesPage::reload);
    if (m_parts.organization)
        connect(&m_parts.organization->team, &TeamService::changed, this, &EventTypesPage::findColleagues);
    meetColleagues();
    reload();
    showOnline();
}

EventTypesPage::~EventTypesPage() = default;

QString EventTypesPage::pageTitle()
{
    return tr("Event types");
}

void EventTypesPage::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
}

void EventTypesPage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void EventTypesPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    readOpenTimes();
}

void EventTypesPage::prepareList()
{
    m_filter->setSourceModel(m_model);
    QTreeView &list = *m_ui->list;
    list.setModel(m_filter);
    auto *words = new AgendaHeader(&list);
    words->setIndent(EventTypeModel::NameColumn, 14);
    words->setIndent(EventTypeModel::LengthColumn, 0);
    words->setIndent(EventTypeModel::PinColumn, 20);
    list.setHeader(words);
    QHeaderView &heads = *words;
    heads.moveSection(EventTypeModel::PinColumn, 0);
    heads.setSectionResizeMode(EventTypeModel::NameColumn, QHeaderView::Stretch);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventTypesPage::showCurrent);
    connect(&list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == EventTypeModel::CopyColumn)
            copySingleUse();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &EventTypesPage::showState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &EventTypesPage::showState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &EventTypesPage::showState);
}

void EventTypesPage::prepareCard()
{
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({700, 368});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &EventTypesPage::fitColumns);
    m_pane = new CardPane(m_ui->splitter, m_ui->card);
    auto *back = new QShortcut(Qt::Key_Escape, m_ui->card);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opened, m_ui->card, [this] { m_ui->card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, m_ui->list, [this] { m_ui->list->setFocus(Qt::OtherFocusReason); });
}

void EventTypesPage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    fit();
}

void EventTypesPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    // Later: folding moves a child, and the children are being told of the font one by one.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &EventTypesPage::fit, Qt::QueuedConnection);
}

/// Gives the list and the card the room that the text needs; where there is not enough for both, the card folds.
void EventTypesPage::fit()
{
    const double growth = textGrowth(font());
    m_ui->search->setMaximumWidth(qRound(searchWidth * growth));
    m_pane->setFolded(window()->width() < foldWidth * growth);
    if (!m_pane->isFolded()) {
        m_ui->card->setMinimumWidth(qRound(cardLeast * growth));
        m_ui->card->setMaximumWidth(qRound(cardMost * growth));
    }
    // Later: the list takes the room that a folded card leaves when the splitter is laid out again.
    QMetaObject::invokeMethod(this, &EventTypesPage::fitColumns, Qt::QueuedConnection);
}

void EventTypesPage::fitColumns()
{
    // In digits' widths; where the list is narrow, kind and place are left to the card.
    constexpr std::pair<EventTypeModel::Column, int> wanted[] = {{EventTypeModel::CopyColumn, 5},
                                                                 {EventTypeModel::LengthColumn, 11},
                                                                 {EventTypeModel::StateColumn, 14},
                                                                 {EventTypeModel::PlaceColumn, 13},
                                                                 {EventTypeModel::KindColumn, 14}};
    constexpr int name = 20;
    constexpr int pin = 50; // pixels of a key cap and the air around it
    QHeaderView &heads = *m_ui->list->header();
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int pinWidth = qRound(pin * textGrowth(font()));
    heads.resizeSection(EventTypeModel::PinColumn, pinWidth);
    int left = m_ui->list->viewport()->width() - name * unit - pinWidth;
    for (const auto &[column, digits] : wanted) {
        const int width = digits * unit;
        const bool fits = left >= width || column == EventTypeModel::CopyColumn;
        heads.setSectionHidden(column, !fits);
        if (fits)
            heads.resizeSection(column, width);
        left = fits ? left - width : 0;
    }
}

std::optional<EventType> EventTypesPage::current() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->row(m_filter->mapToSource(index).row()).type;
}

bool EventTypesPage::isColleagues() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    return index.isValid() && !m_model->row(m_filter->mapToSource(index).row()).owner.isEmpty();
}

QString EventTypesPage::whyNoSingleUse() const
{
    return isColleagues() ? tr("Single-use links are made of your own event types.") : m_copier->whyNoSingleUse();
}

void EventTypesPage::reload()
{
    const QUrl before = m_shown;
    if (const auto account = m_parts.account.account())
        m_model->setOwner(account->user.uri);
    const QList<EventType> types = m_parts.eventTypes.eventTypes();
    m_model->setTypes(types, m_parts.eventTypes.pins(), m_parts.eventTypes.uses());
    m_model->setWithoutTimes(m_parts.eventTypes.withoutTimes());
    const auto active = std::count_if(types.begin(), types.end(), &isBookable);
    m_ui->count->setText(types.isEmpty() ? QString() : tr("%n event types", nullptr, static_cast<int>(types.size())) + tr(", %1 active").arg(active));
    selectSomething(before);
    showCurrent();
    showState();
}

void EventTypesPage::selectSomething(const QUrl &before)
{
    if (m_ui->list->currentIndex().isValid() || m_filter->rowCount() == 0)
        return;
    QModelIndex wanted = m_filter->mapFromSource(m_model->index(m_model->rowOf(before.toString()), 0));
    if (!wanted.isValid()) {
        const bool headFirst = !(m_filter->index(0, 0).flags() & Qt::ItemIsEnabled);
        wanted = m_filter->index(headFirst ? 1 : 0, 0);
    }
    m_ui->list->setCurrentIndex(wanted);
}

void EventTypesPage::showCurrent()
{
    const std::optional<EventType> type = current();
    m_pane->setWanted(type.has_value());
    for (QAction *action : std::as_const(m_linkActions))
        action->setEnabled(type.has_value());
    for (QAction *action : std::as_const(m_ownActions))
        action->setEnabled(type.has_value() && !isColleagues());
    if (!type) {
        m_shown.clear();
        emit statusText({});
        return;
    }
    const QTimeZone zone = shownZone(m_parts);
    m_ui->card->present(*type, zone, wallClock(m_parts.clock(), zone).date());
    m_ui->card->setWhyNoSingleUse(whyNoSingleUse());
    const int pin = m_model->pinOf(*type);
    m_pin->setText(pin > 0 ? tr("Unpin from %1").arg(pin) : tr("Pin to a digit"));
    m_ui->card->presentLinks(m_parts.links.totalsOf(type->uri));
    emit statusText(tr("%1 selected").arg(eventTypeTitle(*type)));
    if (type->uri == m_shown)
        return;
    m_shown = type->uri;
    m_ui->card->presentOpenTimesLoading();
    m_openTimesDelay.start();
}

void EventTypesPage::readOpenTimes()
{
    if (!isVisible() || m_shown.isEmpty())
        return;
    m_parts.eventTypes.openTimes(m_shown, openTimesDays, this, [this, asked = m_shown](const Result<QList<OpenTime>> &times) {
        if (asked != m_shown)
            return;
        m_ui->card->presentOpenTimes(times);
        if (times && times->isEmpty()) // the list tells a quiet week from a type that cannot be booked at all
            m_parts.eventTypes.openTimes(asked, EventTypeService::soonDays, this, [](const Result<QList<OpenTime>> &) {});
    });
}

void EventTypesPage::refresh()
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    m_parts.eventTypes.refresh(account->user.uri, this, [this](const Result<Done> &) { showState(); });
    readOpenTimes();
}

void EventTypesPage::showOnline()
{
    m_ui->card->setWhyNoSingleUse(whyNoSingleUse());
    if (const std::optional<Error> problem = m_parts.eventTypes.problem(); problem && m_model->typeCount() > 0) {
        const ErrorText text = errorText(*problem);
        m_ui->banner->present(text.iconName, tr("%1. This is the list as it was last read.").arg(text.title));
    } else {
        m_ui->banner->dismiss();
    }
}
