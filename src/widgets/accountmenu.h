// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QAction;
class QActionGroup;
class QMenu;
struct AccountLook;
struct MainWindowParts;

/// The accounts that can be switched to, in the menu of the account's button and in that of the menu bar.
class AccountMenu : public QObject
{
    Q_OBJECT

public:
    struct Menus
    {
        QMenu *ofButton;
        QMenu *ofMenuBar;
        QAction *choose; ///< opens the first
    };

    /// `own` are about the account of the window and stand below the others in the button's menu. `parts` outlives it.
    AccountMenu(const MainWindowParts &parts, const Menus &menus, const QList<QAction *> &own, QObject *parent);

private:
    void fill();
    void describe(QAction &action, const AccountLook &look) const;

    const MainWindowParts &m_parts;
    Menus m_menus;
    QAction *m_add;
    QAction *m_end; ///< what the accounts stand before in the button's menu
    QActionGroup *m_accounts;
    QStringList m_keys; ///< of the accounts that have an action, in their order
};
