// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation.h"

#include "accountbutton.h"
#include "accountservice.h"
#include "daypanel.h"
#include "mainwindowparts.h"
#include "navdelegate.h"
#include "openaccounts.h"
#include "plaintext.h"
#include "stylesheet.h"
#include "ui_navigation.h"

#include <QEvent>
#include <QMenu>
#include <QScreen>

#include <algorithm>

Navigation::Navigation(const MainWindowParts &parts, QWidget *parent)
    : QFrame(parent), m_parts(parts), m_ui(std::make_unique<Ui::Navigation>()), m_accountMenu(new QMenu(this))
{
    m_ui->setupUi(this);
    auto *day = new DayPanel(parts, this);
    day->setObjectName(QStringLiteral("dayPanel"));
    m_ui->column->addWidget(day);
    m_day = day;
    m_ui->pages->setModel(&m_pages);
    m_ui->pages->setItemDelegate(new NavDelegate(m_ui->pages));
    m_ui->pages->setMouseTracking(true);
    connect(m_ui->pages->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { emit pageChosen(now.row()); });
    connect(day, &DayPanel::meetingsLeftChanged, this, &Navigation::showMeetingsLeft);
    connect(day, &DayPanel::joinRequested, this, &Navigation::joinRequested);
    connect(&m_parts.account, &AccountService::changed, this, &Navigation::showAccount);
    if (m_parts.accounts)
        connect(m_parts.accounts, &OpenAccounts::changed, this, &Navigation::showAccount);
    m_accountMenu->setObjectName(QStringLiteral("accountMenu"));
    m_ui->account->setMenu(m_accountMenu);
    if (parent)
        parent->installEventFilter(this);
    fitWidth();
    showAccount();
}

Navigation::~Navigation() = default;

void Navigation::addPage(const QString &title, const QString &iconName)
{
    auto *item = new QStandardItem(title);
    item->setEditable(false);
    item->setToolTip(title);
    item->setData(iconName, NavDelegate::IconName);
    m_pages.appendRow(item);
    if (m_pages.rowCount() == 1)
        showMeetingsLeft(findChild<DayPanel *>()->meetingsLeft());
}

void Navigation::setCount(int page, const QString &count, const QString &iconName, const QString &spoken)
{
    QStandardItem *item = m_pages.item(page);
    item->setData(count, NavDelegate::Count);
    item->setData(iconName, NavDelegate::CountIconName);
    item->setData(spoken.isEmpty() ? item->text() : tr("%1, %2", "page, count").arg(item->text(), spoken), Qt::AccessibleTextRole);
}

void Navigation::setCurrentPage(int page)
{
    m_ui->pages->setCurrentIndex(m_pages.index(page, 0));
}

void Navigation::openAccountMenu()
{
    m_ui->account->showMenu();
}

void Navigation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitWidth();
    QFrame::changeEvent(event);
}

bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitWidth();
    return QFrame::eventFilter(watched, event);
}

void Navigation::showAccount()
{
    const auto account = m_parts.account.account();
    const bool isOver = m_parts.account.state() == AccountService::State::SignInEnded;
    AccountMark mark{.name = account ? account->user.name : isOver ? tr("Not signed in") : tr("Signing in…"), .number = 1};
    QString second;
    if (account)
        second = oneLine(account->organization.name.isEmpty() ? account->user.email : account->organization.name, 80);
    if (const auto look = m_parts.accounts ? m_parts.accounts->look(m_parts.account) : std::nullopt) {
        mark.number = look->mark.number;
        if (m_parts.accounts->areSeveral()) {
            mark.name = look->mark.name;
            second = othersText();
        }
    }
    if (m_parts.demo)
        second = tr("Demo, invented data");
    mark.name = oneLine(mark.name, 80);
    m_ui->account->present(mark, second);
}

/// How many there are, or the one that waits for somebody.
QString Navigation::othersText() const
{
    const QList<AccountLook> looks = m_parts.accounts->looks();
    const auto own = m_parts.account.account();
    for (const AccountLook &look : looks) {
        if (look.need != AccountLook::Need::None && (!own || look.key != own->key))
            return tr("Look at %1").arg(oneLine(look.mark.name, 80));
    }
    return tr("%n accounts", nullptr, static_cast<int>(looks.size()));
}

void Navigation::showMeetingsLeft(int count)
{
    QStandardItem *schedule = m_pages.item(0);
    if (!schedule)
        return;
    schedule->setData(count > 0 ? QString::number(count) : QString(), NavDelegate::Count);
    //: How a screen reader reads the first entry of the navigation.
    schedule->setData(tr("%1, %n meetings left today", nullptr, count).arg(schedule->text()), Qt::AccessibleTextRole);
}

void Navigation::fitWidth()
{
    constexpr int plain = 212;
    constexpr int pictures = 52;
    const int growth = grownHeight(0, font());
    // At the usual size of text every window is wide enough; at 200 % one has to be 1600 pixels wide. A window that its
    // pages push beyond the screen has no more room than the screen.
    const int room = parentWidget() ? std::min(parentWidget()->width(), screen()->availableSize().width()) : plain;
    const bool isNarrow = room < 880 + 45 * growth;
    m_day->setVisible(!isNarrow);
    m_ui->dayRule->setVisible(!isNarrow);
    setFixedWidth(isNarrow ? pictures + 2 * growth : plain + 6 * growth);
}
