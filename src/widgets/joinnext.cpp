// SPDX-License-Identifier: GPL-3.0-or-later
#include "joinnext.h"

#include "externallinks.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "toasthost.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JoinNext)
};

} // namespace

void joinRunningOrNext(const MainWindowParts &parts, ToastHost &toasts)
{
    const auto next = parts.meetings.runningOrNext();
    if (!next)
        return toasts.show({Toast::Kind::Info, Words::tr("No meeting runs or is planned."), {}, {}});
    const QUrl target = joinTarget(next->meeting.place);
    if (target.isEmpty())
        return toasts.show({Toast::Kind::Info, Words::tr("This meeting has no address to join."), {}, {}});
    if (!openExternally(target))
        toasts.show({Toast::Kind::Failed, Words::tr("Nothing on this computer could open the meeting’s address."), {}, {}});
}
