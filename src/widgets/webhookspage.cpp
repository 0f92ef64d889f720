// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookspage.h"

#include "accountservice.h"
#include "agendaheader.h"
#include "cardpane.h"
#include "flowrow.h"
#include "icons.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "ui_webhookspage.h"
#include "webhookdelegate.h"
#include "webhookmodel.h"
#include "webhookservice.h"

#include <QAction>
#include <QHeaderView>
#include <QShortcut>

namespace {

constexpr int foldWidth = 1100; ///< of the window
constexpr int cardUsual = 340;
constexpr int cardLeast = 300;
constexpr int cardMost = 520;

} // namespace

WebhooksPage::WebhooksPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::WebhooksPage>())
    , m_parts(parts)
    , m_service(*parts.webhooks)
    , m_toasts(toasts)
    , m_model(new WebhookModel(this))
{
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    m_ui->loading->setText(tr("Reading the webhooks…"));
    auto *tools = new FlowRow(m_ui->tools, 8);
    for (QWidget *tool : {static_cast<QWidget *>(m_ui->showSample), static_cast<QWidget *>(m_ui->checkSignature)})
        tools->addWidget(tool);
    prepareList();
    prepareCard();
    makeActions();
    connect(m_ui->create, &QPushButton::clicked, m_create, &QAction::trigger);
    connect(m_ui->showSample, &QPushButton::clicked, this, &WebhooksPage::showSample);
    connect(m_ui->checkSignature, &QPushButton::clicked, this, &WebhooksPage::showVerifier);
    connect(m_ui->state, &StatePanel::buttonClicked, this, [this] {
        if (m_service.ofUser().seenAt.isNull())
            refresh();
        else
            m_create->trigger();
    });
    connect(&m_service, &WebhookService::changed, this, &WebhooksPage::reload);
    connect(&m_parts.account, &AccountService::changed, this, &WebhooksPage::readIfOld);
    connect(&m_parts.account, &AccountService::accountSwitched, this, [this] { m_removing = false; });
    connect(&m_parts.sync, &SyncService::changed, this, &WebhooksPage::onlineChanged);
}

WebhooksPage::~WebhooksPage() = default;

QString WebhooksPage::pageTitle()
{
    return tr("Webhooks");
}

void WebhooksPage::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
    m_focusWanted = !m_ui->list->isVisible();
}

void WebhooksPage::refresh()
{
    if (const auto account = m_parts.account.account())
        m_service.refresh(account->user);
}

void WebhooksPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    reload();
    readIfOld();
}

void WebhooksPage::prepareList()
{
    QTreeView &list = *m_ui->list;
    list.setModel(m_model);
    list.setItemDelegate(new WebhookDelegate(&list));
    list.setMouseTracking(true);
    auto *heads = new AgendaHeader(&list);
    heads->setIndent(WebhookModel::ScopeColumn, 0);
    list.setHeader(heads);
    list.header()->setSectionResizeMode(WebhookModel::AddressColumn, QHeaderView::Stretch);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WebhooksPage::showCurrent);
}

void WebhooksPage::prepareCard()
{
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({748, cardUsual});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &WebhooksPage::fitColumns);
    m_pane = new CardPane(m_ui->splitter, m_ui->card);
    auto *back = new QShortcut(Qt::Key_Escape, m_ui->card);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opened, m_ui->card, [this] { m_ui->card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, this, &WebhooksPage::focusList);
    connect(m_ui->card, &WebhookCard::copyWanted, this, &WebhooksPage::copyAddress);
    connect(m_ui->card, &WebhookCard::removalWanted, this, &WebhooksPage::askToDelete);
}

QAction *WebhooksPage::makeAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key, void (WebhooksPage::*act)())
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    m_actions.append(action);
    return action;
}

void WebhooksPage::makeActions()
{
    m_create = makeAction("createWebhook", tr("New webhook…"), QStringLiteral("add"), QKeySequence::New, &WebhooksPage::createOne);
    m_copy = makeAction("copyWebhook", tr("Copy address of webhook"), QStringLiteral("copy"), QKeySequence::Copy, &WebhooksPage::copyAddress);
    m_delete = makeAction("deleteWebhook", tr("Delete webhook…"), QStringLiteral("close"), QKeySequence::Delete, &WebhooksPage::askToDelete);
    QAction *sample = makeAction("sampleOfWebhook", tr("Sample delivery…"), QStringLiteral("note"), {}, &WebhooksPage::showSample);
    QAction *check = makeAction("checkSignatureOfWebhook", tr("Check a signature…"), QStringLiteral("key"), {}, &WebhooksPage::showVerifier);
    addActions({m_create, sample, check});
    // Text that is selected on the card keeps its own keys: these act in the list only.
    for (QAction *inList : {m_copy, m_delete})
        inList->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addActions({m_copy, m_delete});
    m_ui->create->setKeyText(m_create->shortcut().toString(QKeySequence::NativeText));
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_ui->list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &WebhooksPage::toggleCard);
    }
}

void WebhooksPage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    fit();
}

void WebhooksPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    // Later: folding moves a child, and the children are being told of the font one by one.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &WebhooksPage::fit, Qt::QueuedConnection);
}

/// Gives the list and the card the room that the text needs; where there is not enough for both, the card folds.
void WebhooksPage::fit()
{
    const double growth = textGrowth(font());
    const bool wide = window()->width() >= foldWidth * growth;
    m_pane->setFolded(!wide);
    m_ui->subtitle->setVisible(wide);
    if (wide) {
        m_ui->card->setMinimumWidth(qRound(cardLeast * growth));
        m_ui->card->setMaximumWidth(qRound(cardMost * growth));
    }
    // Later: the list takes the room that a folded card leaves when the splitter is laid out again.
    QMetaObject::invokeMethod(this, &WebhooksPage::fitColumns, Qt::QueuedConnection);
}

void WebhooksPage::fitColumns()
{
    // In digits' widths; where the list is narrow, what the card says as well goes first.
    constexpr std::pair<WebhookModel::Column, int> wanted[] = {{WebhookModel::StateColumn, 13},
                                                               {WebhookModel::ScopeColumn, 15},
                                                               {WebhookModel::EventsColumn, 20},
                                                               {WebhookModel::CreatorColumn, 18},
                                                               {WebhookModel::CreatedColumn, 10}};
    constexpr int address = 26;
    QHeaderView &heads = *m_ui->list->header();
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int left = m_ui->list->viewport()->width() - address * unit;
    for (const auto &[column, digits] : wanted) {
        const int width = digits * unit;
        const bool fits = left >= width;
        heads.setSectionHidden(column, !fits);
        if (fits)
            heads.resizeSection(column, width);
        left = fits ? left - width : 0;
    }
}

const WebhookSubscription *WebhooksPage::current() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    return index.isValid() ? &m_model->row(index.row()).webhook : nullptr;
}
