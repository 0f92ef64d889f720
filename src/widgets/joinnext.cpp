// SPDX-License-Identifier: GPL-3.0-or-later
#include "joinnext.h"

#include "mainwindowparts.h"
#include "meetingservice.h"
#include "openaccounts.h"
#include "placeopening.h"
#include "toasthost.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JoinNext)
};

} // namespace

QList<MeetingSummary> runningAndNextOfAll(const MainWindowParts &parts)
{
    QList<MeetingSummary> found = parts.meetings.runningAndNext();
    if (parts.accounts) {
        for (const OpenAccount &other : parts.accounts->beside(parts.account))
            found += other.meetings.runningAndNext();
    }
    const QDateTime now = parts.clock();
    const auto coming = std::stable_partition(found.begin(), found.end(), [&now](const MeetingSummary &each) { return isRunning(each.meeting, now); });
    std::stable_sort(coming, found.end(), [](const MeetingSummary &one, const MeetingSummary &other) { return one.meeting.start < other.meeting.start; });
    return found;
}

void joinRunningOrNext(const MainWindowParts &parts, ToastHost &toasts)
{
    const QList<MeetingSummary> found = runningAndNextOfAll(parts);
    if (found.isEmpty())
        return toasts.show({Toast::Kind::Info, Words::tr("No meeting runs or is planned."), {}, {}});
    const auto joined = std::find_if(found.begin(), found.end(), [](const MeetingSummary &each) { return !placeTarget(each.meeting.place).isEmpty(); });
    if (joined == found.end())
        return toasts.show({Toast::Kind::Info, Words::tr("Neither the meeting that runs nor the next one has an address to join."), {}, {}});
    openPlace(joined->meeting.place, parts, toasts);
}
