// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkedmeeting.h"

#include "accountservice.h"
#include "cardstory.h"
#include "errortext.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "mergedmeetings.h"
#include "retention.h"
#include "retentiontext.h"
#include "toasthost.h"

#include <algorithm>
#include <utility>

namespace {

bool isHost(const Meeting &meeting, const QUrl &user)
{
    return std::any_of(meeting.hosts.begin(), meeting.hosts.end(), [&user](const MeetingHost &host) { return host.user == user; });
}

QString unreadText(const Error &error)
{
    return error.kind == Error::Kind::NotFound ? LinkedMeeting::tr("Calendly no longer has that meeting.")
                                               : LinkedMeeting::tr("That meeting cannot be shown. %1").arg(whyUnread(error));
}

} // namespace

LinkedMeeting::LinkedMeeting(const MainWindowParts &parts, const MergedMeetings &meetings, ToastHost &toasts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_meetings(meetings)
    , m_toasts(toasts)
{
}

void LinkedMeeting::open(const QUrl &meeting, const QUrl &from)
{
    if (m_meetings.summary(meeting)) {
        giveUp();
        emit found(meeting);
    } else if (std::exchange(m_wanted, meeting) != meeting) {
        fetch(meeting, from);
    }
}

void LinkedMeeting::giveUp()
{
    m_wanted.clear();
}

void LinkedMeeting::fetch(const QUrl &meeting, const QUrl &from)
{
    const std::optional<MergedMeetings::Owner> owner = m_meetings.ownerOf(from);
    const OpenAccount *other = owner ? m_parts.accounts->find(owner->key) : nullptr;
    MeetingService &service = other ? other->meetings : m_parts.meetings;
    const std::optional<Account> account = (other ? other->account : m_parts.account).account();
    const QUrl user = account ? account->user.uri : QUrl();
    const QDateTime horizon = m_parts.retention ? m_parts.retention->horizon() : QDateTime();
    const auto isOwn = [user](const Meeting &read) { return isHost(read, user); };
    const auto isKept = [horizon](const Meeting &read) { return !horizon.isValid() || read.end >= horizon; };
    service.fetch(
        meeting, [isOwn, isKept](const Meeting &read) { return isOwn(read) && isKept(read); }, this,
        [this, meeting, isOwn, isKept](const Result<Meeting> &answer) {
            if (m_wanted != meeting)
                return;
            giveUp();
            if (!answer)
                m_toasts.show({.kind = Toast::Kind::Warning, .text = unreadText(answer.error())});
            else if (isOwn(*answer) && isKept(*answer))
                emit found(meeting);
            else
                cannotBeKept(*answer, isOwn(*answer));
        });
}

void LinkedMeeting::cannotBeKept(const Meeting &meeting, bool isOwn)
{
    if (isOwn)
        return m_toasts.show({.kind = Toast::Kind::Info, .text = keptElsewhereText(m_parts.retention->months())});
    const QString host = meeting.hosts.isEmpty() ? QString() : nameInSentence(meeting.hosts.first().name);
    m_toasts.show({.kind = Toast::Kind::Info,
                   .text = host.isEmpty() ? tr("That meeting has another host and is not in your schedule.")
                                          : tr("That meeting has another host, %1, and is not in your schedule.").arg(host)});
}
