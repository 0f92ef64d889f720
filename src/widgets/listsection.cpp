// SPDX-License-Identifier: GPL-3.0-or-later
#include "listsection.h"

#include "accountservice.h"
#include "agendaheader.h"
#include "cardpane.h"
#include "listdelegate.h"
#include "offlinewords.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "ui_listsection.h"
#include "wordfilter.h"

#include <QAction>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace {

constexpr int foldWidth = 1100; ///< of the window
constexpr int cardUsual = 368;
constexpr int cardLeast = 300;
constexpr int cardMost = 520;
constexpr int firstColumn = 26; ///< in digits

} // namespace

ListSection::ListSection(const MainWindowParts &parts, ToastHost &toasts, SectionWords words, const QStringList &heads, QList<int> widths,
                         QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_ui(std::make_unique<Ui::ListSection>())
    , m_words(std::move(words))
    , m_widths(std::move(widths))
    , m_model(new ListModel(heads, this))
    , m_filter(new WordFilter(this))
{
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    m_ui->loading->setText(m_words.reading);
    m_filter->setSourceModel(m_model);
    prepareList();
    connect(m_ui->state, &StatePanel::buttonClicked, this, &ListSection::stateButtonClicked);
    connect(&m_parts.account, &AccountService::changed, this, &ListSection::readIfOld);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        if (isOnline() == m_wasOnline)
            return;
        m_wasOnline = isOnline();
        reload();
        if (m_wasOnline)
            readIfOld();
    });
}

ListSection::~ListSection() = default;

void ListSection::prepareList()
{
    QTreeView &list = *m_ui->list;
    list.setAccessibleName(m_words.things);
    list.setModel(m_filter);
    list.setItemDelegate(new ListDelegate(&list));
    list.setMouseTracking(true);
    auto *heads = new AgendaHeader(&list);
    heads->setIndent(1, 0);
    list.setHeader(heads);
    heads->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListSection::showCurrent);
}

void ListSection::setCard(QWidget *card)
{
    m_card = card;
    m_ui->splitter->addWidget(card);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({720, cardUsual});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &ListSection::fitColumns);
    m_pane = new CardPane(m_ui->splitter, card);
    auto *back = new QShortcut(Qt::Key_Escape, card);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opened, card, [card] { card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, this, &ListSection::focusList);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_ui->list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, m_pane, &CardPane::toggle);
    }
}

void ListSection::addListAction(QAction *action)
{
    // Text that is selected on the card keeps its own keys.
    action->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addAction(action);
}

void ListSection::setSearch(const QString &text)
{
    m_filter->setText(text);
    reload();
}

void ListSection::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
    m_focusWanted = !m_ui->list->isVisible();
}

void ListSection::refresh()
{
    if (m_parts.account.account())
        read();
}

QWidget *ListSection::listPlace() const
{
    return m_ui->list;
}

QString ListSection::currentKey() const
{
    const QModelIndex index = m_filter->mapToSource(m_ui->list->currentIndex());
    return index.isValid() ? m_model->row(index.row()).key : QString();
}

void ListSection::allowSeveral()
{
    m_ui->list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListSection::showCurrent);
}

QStringList ListSection::selectedKeys() const
{
    QModelIndexList selected = m_ui->list->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList keys;
    for (const QModelIndex &index : std::as_const(selected))
        keys.append(m_model->row(m_filter->mapToSource(index).row()).key);
    return keys;
}

bool ListSection::isOnline() const
{
    return m_parts.sync.isOnline();
}

QString ListSection::whyOffline() const
{
    return ::whyOffline(m_parts, tr("This needs the network."));
}

QTimeZone ListSection::zone() const
{
    return shownZone(m_parts);
}

void ListSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
    readIfOld();
    fit();
}

void ListSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ListSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Later: folding moves a child, and the children are being told of the font one by one.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &ListSection::fit, Qt::QueuedConnection);
}

/// Gives the list and the card the room that the text needs; where there is not enough for both, the card folds.
void ListSection::fit()
{
    if (!m_pane)
        return;
    const double growth = textGrowth(font());
    const bool wide = window()->width() >= foldWidth * growth;
    m_pane->setFolded(!wide);
    if (wide) {
        m_card->setMinimumWidth(qRound(cardLeast * growth));
        m_card->setMaximumWidth(qRound(cardMost * growth));
    }
    // Later: the list takes the room that a folded card leaves when the splitter is laid out again.
    QMetaObject::invokeMethod(this, &ListSection::fitColumns, Qt::QueuedConnection);
}

void ListSection::fitColumns()
{
    QHeaderView &heads = *m_ui->list->header();
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int left = m_ui->list->viewport()->width() - firstColumn * unit;
    for (int column = 1; column <= m_widths.size(); ++column) {
        const int width = m_widths.at(column - 1) * unit;
        const bool fits = left >= width;
        heads.setSectionHidden(column, !fits);
        if (fits)
            heads.resizeSection(column, width);
        left = fits ? left - width : 0;
    }
}
