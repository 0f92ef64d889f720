// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountmenu.h"

#include "accountservice.h"
#include "accountwords.h"
#include "avatar.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "openaccounts.h"

#include <QActionGroup>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace {

constexpr int tileEdge = 22;

QIcon tileOf(const AccountLook &look, const QWidget &near)
{
    const double ratio = near.devicePixelRatioF();
    QPixmap pixmap(QSize(tileEdge, tileEdge) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintAccount(painter, QRect(0, 0, tileEdge, tileEdge), look.mark, near.font(), near.palette());
    return QIcon(pixmap);
}

} // namespace

AccountMenu::AccountMenu(const MainWindowParts &parts, const Menus &menus, const QList<QAction *> &own, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_menus(menus)
    , m_add(new QAction(themeIcon(QStringLiteral("add")), tr("&Add another account…"), this))
    , m_end(menus.ofButton->addSeparator())
    , m_accounts(new QActionGroup(this))
{
    m_add->setObjectName(QStringLiteral("addAccount"));
    m_add->setToolTip(tr("Sign in to one more account; this one stays"));
    m_add->setVisible(m_parts.accounts && !m_parts.demo); // nobody gives a real token to invented data
    m_menus.ofButton->addAction(m_add);
    m_menus.ofButton->addSeparator();
    m_menus.ofButton->addActions(own);
    m_menus.ofMenuBar->addSeparator();
    m_menus.ofMenuBar->addAction(m_add);
    m_menus.ofMenuBar->menuAction()->setVisible(m_add->isVisible());
    m_menus.choose->setVisible(m_add->isVisible());
    if (!m_parts.accounts)
        return;
    connect(m_add, &QAction::triggered, m_parts.accounts, &OpenAccounts::addAnother);
    connect(m_accounts, &QActionGroup::triggered, this, [this](const QAction *action) { m_parts.accounts->show(action->data().toString()); });
    connect(m_parts.accounts, &OpenAccounts::changed, this, &AccountMenu::fill);
    // The squares are painted for the colours of the moment.
    connect(m_menus.ofButton, &QMenu::aboutToShow, this, &AccountMenu::fill);
    connect(m_menus.ofMenuBar, &QMenu::aboutToShow, this, &AccountMenu::fill);
    fill();
}

/// Actions of accounts that stay are kept: a menu may be open with one of them highlighted.
void AccountMenu::fill()
{
    QHash<QString, QAction *> before;
    for (QAction *action : m_accounts->actions())
        before.insert(action->data().toString(), action);
    const QList<AccountLook> looks = m_parts.accounts->looks();
    QStringList keys;
    for (const AccountLook &look : looks)
        keys.append(look.key);
    if (keys != std::exchange(m_keys, keys)) {
        qDeleteAll(before);
        before.clear();
    }
    QAction *beforeAdd = m_menus.ofMenuBar->actions().constFirst();
    for (const AccountLook &look : looks) {
        QAction *action = before.value(look.key);
        if (!action) {
            action = new QAction(m_accounts);
            action->setData(look.key);
            action->setCheckable(true);
            m_menus.ofButton->insertAction(m_end, action);
            m_menus.ofMenuBar->insertAction(beforeAdd, action);
        }
        describe(*action, look);
    }
}

void AccountMenu::describe(QAction &action, const AccountLook &look) const
{
    action.setObjectName(QStringLiteral("account.%1").arg(look.mark.number));
    action.setText(accountMenuText(look));
    action.setIcon(tileOf(look, *m_menus.ofButton));
    const std::optional<Account> own = m_parts.account.account();
    action.setChecked(own && own->key == look.key);
    // Where an action has a picture there is no room for a check mark.
    QFont font = m_menus.ofButton->font();
    font.setBold(action.isChecked());
    action.setFont(font);
}
