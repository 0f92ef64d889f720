// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinkeeping.h"

#include "accountservice.h"
#include "toasthost.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

SignInKeeping::SignInKeeping(AccountService &account, QWidget *parent)
    : QObject(parent)
    , m_account(account)
    , m_parent(parent)
    , m_action(new QAction(this))
{
    m_action->setObjectName(QStringLiteral("keepSignIn"));
    connect(m_action, &QAction::triggered, this, &SignInKeeping::ask);
    connect(&m_account, &AccountService::changed, this, &SignInKeeping::present);
    present();
}

void SignInKeeping::tellBy(ToastHost &toasts)
{
    connect(&m_account, &AccountService::keepingFailed, this, [this, &toasts] {
        const QString text = m_account.isInFile() ? tr("The sign-in could not be written to its file. It ends when you quit.")
                                                  : tr("The sign-in could not be written to the keychain. It ends when you quit.");
        toasts.show({Toast::Kind::Warning, text, {}, {}});
    });
    connect(&m_account, &AccountService::keychainAwaited, this, [&toasts] {
        toasts.show({Toast::Kind::Info,
                     tr("Waiting for the keychain. It may be asking for its password in a window of its own. Nothing is lost, and Sundial goes on as "
                        "soon as it answers."),
                     {},
                     {}});
    });
    connect(&m_account, &AccountService::movedToKeychain, this, [&toasts] {
        toasts.show({Toast::Kind::Done, tr("The sign-in is in the system’s keychain now; the file that held it is removed."), {}, {}});
    });
}

void SignInKeeping::present()
{
    m_action->setVisible(m_account.isFileOffered());
    m_action->setText(m_account.isInFile() ? tr("Stop keeping the sign-in in a file…") : tr("Keep me signed in after quitting…"));
}

void SignInKeeping::ask()
{
    if (m_box)
        return;
    const bool isInFile = m_account.isInFile();
    m_box = new QMessageBox(QMessageBox::NoIcon, tr("Where the sign-in is kept"),
                            isInFile ? tr("Remove the file with the sign-in?") : tr("Keep the sign-in in a file?"), QMessageBox::NoButton,
                            m_parent->window());
    m_box->setObjectName(QStringLiteral("keepingQuestion"));
    m_box->setTextFormat(Qt::PlainText);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setInformativeText(isInFile ? tr("You stay signed in until you quit. After that, Sundial asks you to sign in again.")
                                       : tr("This system has no keychain. Sundial can write the sign-in into a file in its folder that only your user "
                                            "may read.\n\nThe file is not encrypted. Whoever gets to your files, for instance through a backup, a copy "
                                            "of the disk, or a program that you run, can read and cancel your meetings until you sign out. Signing out "
                                            "removes the file."));
    QPushButton *change = m_box->addButton(isInFile ? tr("Remove the file") : tr("Keep in a file"), QMessageBox::AcceptRole);
    change->setObjectName(QStringLiteral("changeKeeping"));
    QPushButton *leave = m_box->addButton(isInFile ? tr("Leave it") : tr("Keep in memory only"), QMessageBox::RejectRole);
    m_box->setDefaultButton(leave);
    m_box->setEscapeButton(leave);
    connect(change, &QPushButton::clicked, this, [this, isInFile] { choose(!isInFile); });
    m_box->open();
}

void SignInKeeping::choose(bool wanted)
{
    if (m_account.keepInFile(wanted))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Where the sign-in is kept"),
                                wanted ? tr("The file could not be written.") : tr("The file could not be removed."), QMessageBox::Close, m_parent->window());
    box->setObjectName(QStringLiteral("keepingFailed"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(wanted ? tr("The disk may be full, or the folder may be a link or somebody else’s. You stay signed in until you quit; "
                                        "nothing was lost.")
                                   : tr("The sign-in may still be in the folder “sign-ins” of the profile. Please remove that folder, or sign out."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString SignInKeeping::sentence(const AccountService &account)
{
    const QString place = placeSentence(account);
    if (account.leftSignIns() == 0)
        return place;
    const QString left = account.isInFile()
        ? tr("A sign-in that was ended may still be in the folder “sign-ins” of the profile. Sundial tries at each start to remove it; you can remove it "
             "there as well.")
        : tr("A sign-in that was ended may still be in the keychain, under “Sundial”. Sundial tries at each start to remove it; you can remove it there "
             "as well.");
    return place + QLatin1Char(' ') + left;
}

QString SignInKeeping::placeSentence(const AccountService &account)
{
    if (account.isInFile())
        return tr("This system has no keychain that Sundial can use. As you chose, a sign-in is kept in a file that only your user may read, until "
                  "you sign out.");
    if (account.keepsSignIns())
        return tr("Tokens are kept in your system’s keychain, never in a file. You can sign out at any time; that also removes the local copy.");
    return tr("This system has no keychain that Sundial can use. A sign-in is kept in memory only and ends when you quit.");
}

QString SignInKeeping::hint(const AccountService &account)
{
    if (account.isInFile())
        return tr("Calendly shows a token only once. Sundial stores it in a file that only your user may read, as you chose.");
    if (account.keepsSignIns())
        return tr("Calendly shows a token only once. Sundial stores it in the system’s keychain.");
    return tr("Calendly shows a token only once. This system has no keychain, so Sundial forgets it when you quit.");
}

QString SignInKeeping::unreachable(const AccountService &account)
{
    return account.isInFile() ? tr("The file with your sign-in is gone or damaged, or others could have read or changed it, so it is not used. What you see was read "
                                   "before.")
                              : tr("The system’s keychain does not answer, so Sundial cannot sign in. What you see was read before.");
}

QString SignInKeeping::wayOn(const AccountService &account)
{
    return account.isInFile() ? tr("Sign in again") : tr("Try again");
}
