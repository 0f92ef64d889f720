// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagenotices.h"

#include "forgettingservice.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QMessageBox>

namespace {

QString textOf(AccountService::StorageTrouble trouble)
{
    switch (trouble) {
    case AccountService::StorageTrouble::List:
        return StorageNotices::tr("The list of accounts could not be read, so Sundial does not know who was signed in. Nothing is lost: it is in the file "
                                  "“accounts.json” in the profile’s folder. Make sure that you may read it, then start Sundial again.");
    case AccountService::StorageTrouble::DamagedList:
        return StorageNotices::tr("The list of accounts was damaged, so Sundial may not know of everybody who was signed in. What is stored of them is "
                                  "still here: sign in again, and it is shown. The damaged list lies beside the new one in the profile’s folder until you sign out.");
    case AccountService::StorageTrouble::Store:
        return StorageNotices::tr("What is stored of this account could not be opened, so nothing can be shown or kept. Nothing is lost, and nothing "
                                  "changed in Calendly. Make sure that the disk is not full and that you may write in the profile’s folder, then start "
                                  "Sundial again.");
    case AccountService::StorageTrouble::ReadOnly:
        return StorageNotices::tr("What is stored of this account can be shown, but nothing new can be kept: the disk is full, or nothing may be "
                                  "written in the profile’s folder. Nothing is lost. Make room, or make sure that you may write there, then start "
                                  "Sundial again.");
    case AccountService::StorageTrouble::Remembering:
        return StorageNotices::tr("It could not be written down who is signed in. Nothing is lost, but the next start may ask you to sign in again. The "
                                  "disk may be full; please make room.");
    }
    return {};
}

/// Without an account there is no page to put a notice on.
void tell(const QString &text, const AccountService &account, ToastHost &toasts, QWidget *window)
{
    if (account.account())
        return toasts.show({Toast::Kind::Warning, text, {}, {}});
    auto *box = new QMessageBox(QMessageBox::Warning, StorageNotices::tr("Sundial"), text, QMessageBox::Close, window);
    box->setObjectName(QStringLiteral("storageTrouble"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

StorageNotices::StorageNotices(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window), m_toasts(toasts)
{
    AccountService &account = parts.account;
    const auto tellTrouble = [&account, &toasts, window](AccountService::StorageTrouble trouble) { tell(textOf(trouble), account, toasts, window); };
    // Queued: while an account is being opened, it is not known yet whether there is one, nor is the window there at a start.
    connect(&account, &AccountService::storageTroubled, this, tellTrouble, Qt::QueuedConnection);
    const QList<AccountService::StorageTrouble> earlier = account.storageTroubles();
    for (const AccountService::StorageTrouble trouble : earlier)
        QMetaObject::invokeMethod(this, [tellTrouble, trouble] { tellTrouble(trouble); }, Qt::QueuedConnection);
    if (!parts.forgetting)
        return;
    const auto tellForgetting = [this, forgetting = parts.forgetting] { tellNotForgotten(forgetting->leavesTraces()); };
    connect(parts.forgetting, &ForgettingService::failed, this, tellForgetting);
    if (parts.forgetting->problem())
        QMetaObject::invokeMethod(this, tellForgetting, Qt::QueuedConnection);
}

void StorageNotices::tellChoicesRefused(const AccountService &account, ToastHost &toasts, QWidget *window)
{
    tell(tr("What you changed works until Sundial is closed, but could not be written down: the disk may be full, or the file “sundial.ini” "
            "in the profile’s folder may not be written. What was kept before is not lost. Make room, or make sure that you may write there; "
            "Sundial tries again every minute."),
         account, toasts, window);
}

void StorageNotices::tellNotForgotten(bool onlyTraces)
{
    const QString text = onlyTraces
        ? tr("What was deleted is not shown any more, but the files of what is stored on this computer still hold some of it: they could not be "
             "written; the disk may be full. Nothing that is kept is lost. Make room; Sundial tries again at the next start, and tomorrow.")
        : tr("Not all meetings that are over for long enough could be taken out of what is stored on this computer; the disk may be full. "
             "Nothing is lost: those are still here. Make room; Sundial tries again at the next start, and tomorrow.");
    m_toasts.show({Toast::Kind::Warning, text, {}, {}});
}
