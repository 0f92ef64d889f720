// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedmeetings.h"

#include "accountservice.h"
#include "meetingservice.h"
#include "openaccounts.h"

#include <QSet>

#include <algorithm>

namespace {

void mark(QList<MeetingSummary> &meetings, const std::optional<AccountLook> &look)
{
    for (MeetingSummary &meeting : meetings)
        meeting.account = look ? look->mark : AccountMark();
}

void sort(QList<MeetingSummary> &meetings, bool newestFirst)
{
    std::stable_sort(meetings.begin(), meetings.end(), [newestFirst](const MeetingSummary &one, const MeetingSummary &other) {
        return newestFirst ? one.meeting.start > other.meeting.start : one.meeting.start < other.meeting.start;
    });
}

} // namespace

MergedMeetings::MergedMeetings(const MeetingService &own, const AccountService &account, OpenAccounts *accounts, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_account(account)
    , m_accounts(accounts)
{
    if (!accounts)
        return;
    connect(accounts, &OpenAccounts::changed, this, &MergedMeetings::changed);
    connect(accounts, &OpenAccounts::meetingsChanged, this, [this](const AccountService *whose) {
        if (whose != &m_account && m_isOn)
            emit changed();
    });
}

void MergedMeetings::setOn(bool on)
{
    if (std::exchange(m_isOn, on) != on)
        emit changed();
}

bool MergedMeetings::areSeveral() const
{
    return m_accounts && m_accounts->areSeveral();
}

QList<MeetingSummary> MergedMeetings::meetings(const MeetingQuery &query) const
{
    QList<MeetingSummary> found = m_own.meetings(query);
    if (!isMerged())
        return found;
    mark(found, m_accounts->look(m_account));
    QSet<QUrl> seen;
    for (const MeetingSummary &meeting : std::as_const(found))
        seen.insert(meeting.meeting.uri);
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        QList<MeetingSummary> theirs = other.meetings.meetings(query);
        theirs.removeIf([&seen](const MeetingSummary &meeting) { return seen.contains(meeting.meeting.uri); });
        mark(theirs, m_accounts->look(other.account));
        for (const MeetingSummary &meeting : std::as_const(theirs))
            seen.insert(meeting.meeting.uri);
        found += theirs;
    }
    sort(found, query.newestFirst);
    // Each gave its first ones up to the limit: beyond that some would be missing.
    if (found.size() > query.limit)
        found.resize(query.limit);
    return found;
}

std::optional<MeetingSummary> MergedMeetings::summary(const QUrl &meeting) const
{
    std::optional<MeetingSummary> found = m_own.summary(meeting);
    if (found || !isMerged())
        return found;
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        found = other.meetings.summary(meeting);
        if (found)
            break;
    }
    return found;
}

std::optional<MeetingDetails> MergedMeetings::details(const QUrl &meeting) const
{
    std::optional<MeetingDetails> found = m_own.details(meeting);
    if (found || !isMerged())
        return found;
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        found = other.meetings.details(meeting);
        if (found)
            break;
    }
    return found;
}

std::optional<MergedMeetings::Owner> MergedMeetings::ownerOf(const QUrl &meeting) const
{
    if (!isMerged() || meeting.isEmpty() || m_own.summary(meeting))
        return std::nullopt;
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        if (!other.meetings.summary(meeting))
            continue;
        const std::optional<AccountLook> look = m_accounts->look(other.account);
        return look ? std::optional(Owner{look->key, look->mark}) : std::nullopt;
    }
    return std::nullopt;
}

QList<QUrl> MergedMeetings::ownOf(const QList<QUrl> &meetings) const
{
    if (!isMerged())
        return meetings;
    QList<QUrl> own = meetings;
    own.removeIf([this](const QUrl &meeting) { return ownerOf(meeting).has_value(); });
    return own;
}
