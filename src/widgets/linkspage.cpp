// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkspage.h"

#include "accountservice.h"
#include "agendaheader.h"
#include "cardpane.h"
#include "eventtypeservice.h"
#include "format.h"
#include "linkcopier.h"
#include "linkdelegate.h"
#include "linkmenu.h"
#include "linkmodel.h"
#include "linkservice.h"
#include "meetingservice.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "ui_linkspage.h"
#include "zones.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>

namespace {

constexpr int foldWidth = 1100; ///< of the window
constexpr int cardUsual = 320;
constexpr int cardLeast = 300;
constexpr int cardMost = 520;
constexpr int piece = 300; ///< rows that are read at once

} // namespace

LinksPage::LinksPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::LinksPage>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_model(new LinkModel(this))
    , m_copier(new LinkCopier(m_parts, toasts, this))
    , m_files(m_parts, toasts, this)
{
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    m_linkMenu = new LinkMenu(m_parts, *m_copier, m_ui->singleUseLink, m_ui->linkMenu);
    prepareList();
    prepareCard();
    makeActions();
    makeFilters();
    connect(m_ui->state, &StatePanel::buttonClicked, this, [this] {
        if (isFiltered())
            clearFilters();
        else if (m_problem)
            reload();
        else
            m_linkMenu->copyLink();
    });
    connect(m_ui->manyLinks, &QPushButton::clicked, this, &LinksPage::makeMany);
    connect(m_ui->exportLinks, &QPushButton::clicked, this, &LinksPage::openExportMenu);
    connect(&m_parts.links, &LinkService::changed, this, &LinksPage::reload);
    connect(&m_parts.meetings, &MeetingService::changed, this, &LinksPage::reload);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &LinksPage::reload);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &LinksPage::reload);
    connect(&m_parts.sync, &SyncService::changed, this, &LinksPage::showOnline);
    showTotals();
}

LinksPage::~LinksPage() = default;

QString LinksPage::pageTitle()
{
    return tr("Links");
}

void LinksPage::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
}

void LinksPage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void LinksPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    reload();
    readShares();
}

void LinksPage::prepareList()
{
    QTreeView &list = *m_ui->list;
    list.setModel(m_model);
    list.setItemDelegate(new LinkDelegate(&list));
    list.setMouseTracking(true);
    list.setHeader(new AgendaHeader(&list));
    QHeaderView &heads = *list.header();
    heads.setSectionResizeMode(LinkModel::LabelColumn, QHeaderView::Stretch);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LinksPage::showCurrent);
    connect(&list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == LinkModel::BecameColumn)
            showMeeting();
    });
    connect(&list, &QTreeView::doubleClicked, this, &LinksPage::mainAction);
    connect(list.verticalScrollBar(), &QScrollBar::valueChanged, this, &LinksPage::readMore);
}

void LinksPage::prepareCard()
{
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({748, cardUsual});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &LinksPage::fitColumns);
    m_pane = new CardPane(m_ui->splitter, m_ui->card);
    auto *back = new QShortcut(Qt::Key_Escape, m_ui->card);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opened, m_ui->card, [this] { m_ui->card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, this, &LinksPage::focusList);
    connect(m_ui->card, &LinkCard::mainActionWanted, this, &LinksPage::mainAction);
    connect(m_ui->card, &LinkCard::copyWanted, this, &LinksPage::copyAgain);
    connect(m_ui->card, &LinkCard::newOneWanted, this, &LinksPage::makeNewOne);
    connect(m_ui->card, &LinkCard::mailWanted, this, &LinksPage::writeMail);
    connect(m_ui->card, &LinkCard::openWanted, this, &LinksPage::openInBrowser);
    connect(m_ui->card, &LinkCard::takeBackWanted, this, &LinksPage::takeBack);
    connect(m_ui->card, &LinkCard::changeWanted, this, &LinksPage::changeLink);
    connect(m_ui->card, &LinkCard::removalWanted, this, &LinksPage::removeUnanswered);
    connect(m_ui->card, &LinkCard::labelChanged, this, &LinksPage::saveLabel);
    connect(m_ui->card, &LinkCard::labelLeft, this, &LinksPage::focusList);
}

void LinksPage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    fit();
}

void LinksPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    // Later: folding moves a child, and the children are being told of the font one by one.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &LinksPage::fit, Qt::QueuedConnection);
}

/// Gives the list and the card the room that the text needs; where there is not enough for both, the card folds.
void LinksPage::fit()
{
    const double growth = textGrowth(font());
    m_pane->setFolded(window()->width() < foldWidth * growth);
    m_ui->subtitle->setVisible(window()->width() >= foldWidth * growth);
    if (!m_pane->isFolded()) {
        m_ui->card->setMinimumWidth(qRound(cardLeast * growth));
        m_ui->card->setMaximumWidth(qRound(cardMost * growth));
    }
    // Later: the list takes the room that a folded card leaves when the splitter is laid out again.
    QMetaObject::invokeMethod(this, &LinksPage::fitColumns, Qt::QueuedConnection);
}

void LinksPage::fitColumns()
{
    // In digits' widths; where the list is narrow, what the card says as well goes first.
    constexpr std::pair<LinkModel::Column, int> wanted[] = {{LinkModel::StatusColumn, 13}, {LinkModel::LeftColumn, 14}, {LinkModel::BecameColumn, 17},
                                                            {LinkModel::TypeColumn, 18},   {LinkModel::CreatedColumn, 9}};
    constexpr int label = 18;
    QHeaderView &heads = *m_ui->list->header();
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int left = m_ui->list->viewport()->width() - label * unit;
    for (const auto &[column, digits] : wanted) {
        const int width = digits * unit;
        const bool fits = left >= width;
        heads.setSectionHidden(column, !fits);
        if (fits)
            heads.resizeSection(column, width);
        left = fits ? left - width : 0;
    }
}

std::optional<LinkEntry> LinksPage::current() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    return index.isValid() ? std::optional(m_model->row(index.row())) : std::nullopt;
}

std::optional<EventType> LinksPage::typeOf(const LinkEntry &entry) const
{
    return m_parts.eventTypes.eventType(entry.link.eventType);
}

std::optional<LinkTarget> LinksPage::linkTarget() const
{
    const std::optional<LinkEntry> entry = current();
    if (!entry || entry->status == LinkStatus::Unknown)
        return std::nullopt;
    return LinkTarget{.title = entry->link.eventTypeName, .url = entry->link.bookingUrl, .type = typeOf(*entry), .ledgerId = entry->link.id, .ownTimes = hasOwnTimes(*entry)};
}

void LinksPage::reload()
{
    showTotals();
    if (!isVisible())
        return;
    QHash<QUrl, QString> colors;
    for (const EventType &type : m_parts.eventTypes.eventTypes())
        colors.insert(type.uri, type.color);
    m_model->setSurroundings(m_parts.clock(), shownZone(m_parts), colors);
    fillTypes();
    const Result<QList<LinkEntry>> entries = m_parts.links.entries(m_query);
    m_problem = entries ? std::nullopt : std::optional(entries.error());
    const int before = m_ui->list->currentIndex().row();
    m_model->setRows(entries ? *entries : QList<LinkEntry>());
    if (!m_ui->list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_model->index(std::clamp(before, 0, m_model->rowCount() - 1), 0));
    showCurrent();
    showState();
    showOnline();
}

void LinksPage::readMore()
{
    const QScrollBar &bar = *m_ui->list->verticalScrollBar();
    if (bar.value() < bar.maximum() || m_model->rowCount() < m_query.limit)
        return;
    m_query.limit += piece;
    reload();
}

void LinksPage::showCurrent()
{
    const std::optional<LinkEntry> entry = current();
    m_pane->setWanted(entry.has_value());
    const bool has = entry && entry->status != LinkStatus::Unknown;
    for (QAction *action : std::as_const(m_rowActions))
        action->setEnabled(has);
    if (!entry) {
        emit statusText({});
        return;
    }
    m_rowActions.at(1)->setEnabled(true);
    m_rowActions.at(2)->setEnabled(!entry->meeting.isEmpty());
    const auto account = m_parts.account.account();
    const std::optional<EventType> type = typeOf(*entry);
    m_ui->card->present(*entry, {.now = m_parts.clock(),
                                 .zone = shownZone(m_parts),
                                 .typeColor = type ? type->color : QString(),
                                 .account = account ? account->user.name : QString(),
                                 .whyNoSingleUse = m_copier->whyNoSingleUse(),
                                 .typeKnown = type && type->deletedAt.isNull()});
    emit statusText(tr("%1 of %2 selected").arg(QLocale().toString(m_ui->list->currentIndex().row() + 1), QLocale().toString(m_totals.all())));
}
