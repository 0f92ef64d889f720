// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class AccountService;
class QAction;
class QMessageBox;
class QWidget;
class ToastHost;

/// Where the sign-in is kept on a system without a keychain: asks whether it may be a file, and says what that means.
class SignInKeeping : public QObject
{
    Q_OBJECT

public:
    /// `account` outlives it; questions stand over the window of `parent`.
    SignInKeeping(AccountService &account, QWidget *parent);

    /// Opens the question; visible only where there is something to choose.
    QAction *action() const { return m_action; }
    void ask();
    void tellBy(ToastHost &toasts); ///< from now on, when a sign-in moves to another place or could not be kept, or its keychain is waited for; `toasts` outlives it

    /// Where tokens go, for the welcome page and for the page of a token; the one of the welcome page says also what could
    /// not be taken out of there.
    static QString sentence(const AccountService &account);
    static QString hint(const AccountService &account);
    /// Why an account cannot be opened although a sign-in was kept, with the way on.
    static QString unreachable(const AccountService &account);
    static QString wayOn(const AccountService &account);

private:
    static QString placeSentence(const AccountService &account);
    void present();
    void choose(bool wanted);

    AccountService &m_account;
    QWidget *m_parent;
    QAction *m_action;
    QPointer<QMessageBox> m_box;
};
