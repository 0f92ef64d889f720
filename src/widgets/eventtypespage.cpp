// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypespage.h"

#include "accountservice.h"
#include "errortext.h"
#include "eventtypedelegate.h"
#include "eventtypefilter.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "externallinks.h"
#include "icons.h"
#include "linkcopier.h"
#include "linkservice.h"
#include "syncservice.h"
#include "toasthost.h"
#include "ui_eventtypespage.h"
#include "zones.h"

#include <QAction>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

namespace {

using namespace std::chrono_literals;

constexpr int openTimesDays = 7;
constexpr auto openTimesPatience = 400ms;

}

EventTypesPage::EventTypesPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::EventTypesPage>())
    , m_parts(parts)
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
    makeActions();
    makeFilters();
    connect(m_ui->refresh, &QPushButton::clicked, this, &EventTypesPage::refresh);
    connect(m_ui->state, &StatePanel::buttonClicked, this, [this] { m_filter->isOn() ? clearFilters() : refresh(); });
    connect(m_ui->card, &TypeCard::copySingleUse, this, &EventTypesPage::copySingleUse);
    connect(m_ui->card, &TypeCard::copyLink, this, &EventTypesPage::copyLink);
    connect(m_ui->card, &TypeCard::openInBrowser, this, &EventTypesPage::openInBrowser);
    connect(m_copier, &LinkCopier::makingChanged, this, &EventTypesPage::showOnline);
    connect(m_copier, &LinkCopier::copied, m_ui->card, &TypeCard::clearLabel);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &EventTypesPage::reload);
    connect(&m_parts.links, &LinkService::changed, this, &EventTypesPage::showCurrent);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        showOnline();
        showState();
    });
    connect(&m_parts.account, &AccountService::accountSwitched, this, &EventTypesPage::reload);
    reload();
    showOnline();
}

EventTypesPage::~EventTypesPage() = default;

QString EventTypesPage::title() const
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
    list.setItemDelegate(new EventTypeDelegate(&list));
    list.setMouseTracking(true);
    QHeaderView &heads = *list.header();
    heads.setStretchLastSection(false);
    heads.setSectionsMovable(false);
    heads.setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    heads.setSectionResizeMode(QHeaderView::Fixed);
    heads.setSectionResizeMode(EventTypeModel::NameColumn, QHeaderView::Stretch);
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    heads.resizeSection(EventTypeModel::LengthColumn, 12 * unit);
    heads.resizeSection(EventTypeModel::KindColumn, 16 * unit);
    heads.resizeSection(EventTypeModel::PlaceColumn, 15 * unit);
    heads.resizeSection(EventTypeModel::StateColumn, 13 * unit);
    heads.resizeSection(EventTypeModel::CopyColumn, 44);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventTypesPage::showCurrent);
    connect(&list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == EventTypeModel::CopyColumn)
            copySingleUse();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &EventTypesPage::showState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &EventTypesPage::showState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &EventTypesPage::showState);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({700, 368});
}

QAction *EventTypesPage::makeAction(const char *name, const QString &text, const QString &icon, const QList<QKeySequence> &keys, Act act)
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, act);
    m_linkActions.append(action);
    return action;
}

void EventTypesPage::makeActions()
{
    QAction *single = makeAction("copySingleUseLink", tr("Copy single-use link"), QStringLiteral("link"), {Qt::CTRL | Qt::Key_L},
                                 &EventTypesPage::copySingleUse);
    QAction *label = makeAction("labelNextLink", tr("Single-use link with a label…"), QStringLiteral("label"), {Qt::SHIFT | Qt::Key_Return},
                                &EventTypesPage::focusLabel);
    QAction *ordinary = makeAction("copyOrdinaryLink", tr("Copy link"), QStringLiteral("copy"), {QKeySequence::Copy}, &EventTypesPage::copyLink);
    QAction *open = makeAction("openBookingPage", tr("Open booking page"), QStringLiteral("open"), {Qt::CTRL | Qt::Key_O},
                               &EventTypesPage::openInBrowser);
    addAction(single);
    addAction(open);
    // A text field keeps its own Ctrl+C and Enter: these act in the list only.
    for (QAction *inList : {label, ordinary})
        inList->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addActions({single, label, ordinary, open});
    const auto listKey = [this](Qt::Key key, Act act) {
        auto *shortcut = new QShortcut(key, m_ui->list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    listKey(Qt::Key_Return, &EventTypesPage::copySingleUse);
    listKey(Qt::Key_Enter, &EventTypesPage::copySingleUse);
    listKey(Qt::Key_L, &EventTypesPage::focusLabel);
    listKey(Qt::Key_Slash, &EventTypesPage::focusSearch);
}

std::optional<EventType> EventTypesPage::current() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->row(m_filter->mapToSource(index).row());
}

void EventTypesPage::reload()
{
    const QUrl before = m_shown;
    if (const auto account = m_parts.account.account())
        m_model->setOwner(account->user.uri);
    m_model->setRows(m_parts.eventTypes.eventTypes());
    const auto active = std::count_if(m_model->rows().begin(), m_model->rows().end(), &isBookable);
    m_ui->count->setText(m_model->rows().isEmpty() ? QString() : tr("%n event types", nullptr, static_cast<int>(m_model->rows().size())) + tr(", %1 active").arg(active));
    selectSomething(before);
    showCurrent();
    showState();
}

void EventTypesPage::selectSomething(const QUrl &before)
{
    if (m_ui->list->currentIndex().isValid() || m_filter->rowCount() == 0)
        return;
    const int row = std::max(m_model->rowOf(before.toString()), 0);
    QModelIndex wanted = m_filter->mapFromSource(m_model->index(row, 0));
    if (!wanted.isValid() || before.isEmpty())
        wanted = m_filter->index(0, 0);
    m_ui->list->setCurrentIndex(wanted);
}

void EventTypesPage::showCurrent()
{
    const std::optional<EventType> type = current();
    m_ui->card->setVisible(type.has_value());
    for (QAction *action : std::as_const(m_linkActions))
        action->setEnabled(type.has_value());
    if (!type) {
        m_shown.clear();
        emit statusText({});
        return;
    }
    const QTimeZone zone = shownZone(m_parts);
    m_ui->card->present(*type, zone, wallClock(m_parts.clock(), zone).date());
    m_ui->card->presentLinks(m_parts.links.counts(type->uri));
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
        if (asked == m_shown)
            m_ui->card->presentOpenTimes(times);
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
    m_ui->card->setOnline(m_parts.sync.isOnline() && !m_copier->isMaking());
    if (const std::optional<Error> problem = m_parts.eventTypes.problem(); problem && !m_model->rows().isEmpty()) {
        const ErrorText text = errorText(*problem);
        m_ui->banner->present(text.iconName, tr("%1. This is the list as it was last read.").arg(text.title));
    } else {
        m_ui->banner->dismiss();
    }
}

void EventTypesPage::copySingleUse()
{
    if (const std::optional<EventType> type = current())
        m_copier->copySingleUse(*type, m_ui->card->label());
}

void EventTypesPage::copyLink()
{
    if (const std::optional<EventType> type = current())
        m_copier->copyOrdinary(*type);
}

void EventTypesPage::openInBrowser()
{
    if (const std::optional<EventType> type = current())
        openExternally(type->schedulingUrl);
}

void EventTypesPage::focusLabel()
{
    m_ui->card->focusLabel();
}
