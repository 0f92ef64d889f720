// SPDX-License-Identifier: GPL-3.0-or-later
#include "owndatanotices.h"

#include "accountservice.h"
#include "asidekept.h"
#include "backupservice.h"
#include "erasureservice.h"
#include "errortext.h"
#include "format.h"
#include "mainwindowparts.h"
#include "organizationservices.h"
#include "showinfolder.h"
#include "toasthost.h"

OwnDataNotices::OwnDataNotices(const MainWindowParts &parts, ToastHost &toasts, QObject *parent) : QObject(parent), m_parts(parts), m_toasts(toasts)
{
    connect(&parts.account, &AccountService::storeRescued, this, &OwnDataNotices::tellRescue);
    if (parts.account.rescue().happened())
        tellRescue();
    if (parts.organization) {
        connect(&parts.organization->erasure, &ErasureService::leftoversMadeUp, this, &OwnDataNotices::tellErasure);
        if (parts.organization->erasure.madeUp())
            tellErasure();
    }
    if (parts.backups)
        connect(parts.backups, &BackupService::failed, this, &OwnDataNotices::tellNoBackup);
    if (parts.backups)
        connect(parts.backups, &BackupService::oldOnesKept, this, &OwnDataNotices::tellOldBackups);
}

void OwnDataNotices::tellRescue()
{
    const StoreRescue rescue = m_parts.account.rescue();
    Toast toast{.kind = Toast::Kind::Warning, .text = rescueText(rescue)};
    const bool isKept = !rescue.unfinished && (!rescue.whole || rescue.newer);
    if (!rescue.setAside.isEmpty() && isKept)
        toast.text = tr("%1 The old file is kept for at least %n days, unless you sign out or have data deleted.", nullptr, asideKeptDays).arg(toast.text);
    if (!rescue.setAside.isEmpty()) {
        toast.actionText = tr("Show the old file");
        toast.action = [file = rescue.setAside] { showInFolder(file); };
    }
    m_toasts.show(toast);
}

QString OwnDataNotices::rescueText(const StoreRescue &rescue) const
{
    QString text;
    if (rescue.newer)
        text = tr("What was stored is of a newer Sundial. It was set aside and is read anew from Calendly.");
    else if (rescue.otherAddress)
        text = tr("What was stored belonged to another address of this account. It was set aside, and meetings are read anew from Calendly.");
    else if (rescue.setAside.isEmpty())
        text = tr("What was stored is gone. It is read anew from Calendly.");
    else
        text = tr("What was stored could not be read. It was set aside and is read anew from Calendly.");
    if (rescue.unfinished)
        return tr("%1 Your links, labels, filters and history could not be put back yet; the disk may be full. They are kept and nothing is lost: "
                  "make room, then start Sundial again.")
            .arg(text);
    if (rescue.rows == 0 && (rescue.whole || rescue.backup.isValid()))
        return text; // there was nothing of the kind
    if (rescue.whole)
        return tr("%1 Your links, labels, filters and history are all here.").arg(text);
    if (rescue.backup.isValid())
        return tr("%1 Your links, labels, filters and history were put back as they were on %2; what you added later may be missing.")
            .arg(text, momentText(rescue.backup, shownZone(m_parts), m_parts.clock()));
    if (rescue.rows > 0)
        return tr("%1 Of your links, labels, filters and history, what could still be read is here.").arg(text);
    return tr("%1 Links, labels, filters and history of before could not be saved.").arg(text);
}

void OwnDataNotices::tellErasure()
{
    const ErasureService::MadeUp left = m_parts.organization->erasure.madeUp().value_or(ErasureService::MadeUp{});
    QString text;
    if (left.store)
        text = tr("Data that you had deleted is still stored on this computer. %1 Sundial tries again at the next start.").arg(errorSentence(*left.store));
    else
        text = tr("Sundial ended while data was being deleted. The data is gone from this computer now.");
    if (!left.accepted)
        text = tr("%1 It is not known whether Calendly was asked: delete the data again, or ask Calendly’s support.").arg(text);
    m_toasts.show({Toast::Kind::Warning, text, {}, {}});
}

void OwnDataNotices::tellNoBackup()
{
    m_toasts.show({Toast::Kind::Warning,
                   tr("Today’s backup of your links, labels and filters could not be written; the disk may be full. They are stored as before, and "
                      "nothing is lost."),
                   {},
                   {}});
}

void OwnDataNotices::tellOldBackups()
{
    m_toasts.show({Toast::Kind::Warning,
                   tr("What was deleted is gone from what is stored here, but older backups of your own data could not be removed. They lie in "
                      "the folder “backups” of the profile and go within seven days of use."),
                   {},
                   {}});
}
