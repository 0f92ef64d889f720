// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedmeetings.h"

#include "accountservice.h"
#include "eventtypeservice.h"
#include "meetingservice.h"

#include <algorithm>
#include <limits>

namespace {

void mark(QList<MeetingSummary> &meetings, const std::optional<AccountLook> &look)
{
    for (MeetingSummary &meeting : meetings)
        meeting.account = look ? look->mark : AccountMark();
}

QDateTime startOf(const MeetingSummary &meeting)
{
    return meeting.meeting.start;
}

QDateTime startOf(const MeetingTime &meeting)
{
    return meeting.start;
}

/// In the order and up to the limit of the query. Each account gave its first ones up to the limit: beyond that some would be
/// missing.
template <typename Value>
void putInOrder(QList<Value> &meetings, const MeetingQuery &query)
{
    std::stable_sort(meetings.begin(), meetings.end(), [newestFirst = query.newestFirst](const Value &one, const Value &other) {
        return newestFirst ? startOf(one) > startOf(other) : startOf(one) < startOf(other);
    });
    if (meetings.size() > query.limit)
        meetings.resize(query.limit);
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
    connect(accounts, &OpenAccounts::changed, this, &MergedMeetings::accountsChanged);
    connect(accounts, &OpenAccounts::meetingsChanged, this, [this](const AccountService *whose) {
        if (whose != &m_account && m_isOn)
            emit changed();
    });
    connect(accounts, &OpenAccounts::eventTypesChanged, this, [this](const AccountService *whose) {
        if (whose != &m_account && m_isOn)
            emit othersEventTypesChanged();
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
    for (const MeetingSummary &meeting : std::as_const(found)) {
        seen.insert(meeting.meeting.uri);
        m_others.remove(meeting.meeting.uri);
    }
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        QList<MeetingSummary> theirs = other.meetings.meetings(query);
        theirs.removeIf([&seen](const MeetingSummary &meeting) { return seen.contains(meeting.meeting.uri); });
        mark(theirs, m_accounts->look(other.account));
        for (const MeetingSummary &meeting : std::as_const(theirs)) {
            seen.insert(meeting.meeting.uri);
            m_others.insert(meeting.meeting.uri);
        }
        found += theirs;
    }
    putInOrder(found, query);
    return found;
}

std::optional<MeetingSummary> MergedMeetings::summary(const QUrl &meeting) const
{
    std::optional<MeetingSummary> found = m_own.summary(meeting);
    if (const OpenAccount *other = found ? nullptr : holderOf(meeting))
        found = other->meetings.summary(meeting);
    return found;
}

Result<int> MergedMeetings::count(const MeetingQuery &query) const
{
    if (!isMerged())
        return m_own.count(query);
    MeetingQuery all = query;
    all.limit = std::numeric_limits<int>::max();
    const Result<QList<QUrl>> found = uris(all); // counting each store would count shared meetings twice
    if (!found)
        return Unexpected(found.error());
    return static_cast<int>(found->size());
}

Result<QList<QUrl>> MergedMeetings::uris(const MeetingQuery &query) const
{
    if (!isMerged())
        return m_own.uris(query);
    Result<QList<MeetingTime>> found = m_own.times(query);
    if (!found)
        return Unexpected(found.error());
    QSet<QUrl> seen;
    for (const MeetingTime &meeting : std::as_const(*found))
        seen.insert(meeting.uri);
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        const Result<QList<MeetingTime>> theirs = other.meetings.times(query);
        if (!theirs)
            return Unexpected(theirs.error());
        for (const MeetingTime &meeting : *theirs) {
            if (!seen.contains(meeting.uri)) {
                seen.insert(meeting.uri);
                found->append(meeting);
            }
        }
    }
    putInOrder(*found, query);
    QList<QUrl> uris;
    for (const MeetingTime &meeting : std::as_const(*found))
        uris.append(meeting.uri);
    return uris;
}

Result<QList<MeetingDetails>> MergedMeetings::details(const QList<QUrl> &meetings) const
{
    Result<QList<MeetingDetails>> found = m_own.details(meetings);
    if (!found || !isMerged() || found->size() == meetings.size())
        return found;
    QHash<QUrl, qsizetype> places;
    for (qsizetype i = 0; i < meetings.size(); ++i)
        places.insert(meetings.at(i), i);
    QSet<QUrl> missing(meetings.cbegin(), meetings.cend());
    for (const MeetingDetails &own : std::as_const(*found))
        missing.remove(own.meeting.uri);
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        const Result<QList<MeetingDetails>> theirs = other.meetings.details(missing.values());
        if (!theirs)
            return theirs;
        for (const MeetingDetails &meeting : *theirs)
            missing.remove(meeting.meeting.uri);
        *found += *theirs;
    }
    std::sort(found->begin(), found->end(), [&places](const MeetingDetails &one, const MeetingDetails &another) {
        return places.value(one.meeting.uri) < places.value(another.meeting.uri);
    });
    return found;
}

std::optional<MeetingDetails> MergedMeetings::details(const QUrl &meeting) const
{
    std::optional<MeetingDetails> found = m_own.details(meeting);
    if (const OpenAccount *other = found ? nullptr : holderOf(meeting))
        found = other->meetings.details(meeting);
    return found;
}

PersonHistory MergedMeetings::historyBefore(const MeetingDetails &meeting) const
{
    const OpenAccount *other = m_own.summary(meeting.meeting.uri) ? nullptr : holderOf(meeting.meeting.uri);
    return other ? other->meetings.historyBefore(meeting) : m_own.historyBefore(meeting);
}

std::optional<MergedMeetings::Owner> MergedMeetings::ownerOf(const QUrl &meeting) const
{
    const OpenAccount *other = m_own.summary(meeting) ? nullptr : holderOf(meeting);
    const std::optional<AccountLook> look = other ? m_accounts->look(other->account) : std::nullopt;
    return look ? std::optional(Owner{look->key, look->mark}) : std::nullopt;
}

/// The other account that has `meeting`; null where none has, or their meetings are not shown.
const OpenAccount *MergedMeetings::holderOf(const QUrl &meeting) const
{
    if (!isMerged() || meeting.isEmpty())
        return nullptr;
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        if (other.meetings.summary(meeting))
            return m_accounts->find(other.account.account()->key);
    }
    return nullptr;
}

QList<MergedMeetings::TypesOf> MergedMeetings::othersEventTypes(const QList<EventType> &own) const
{
    if (!isMerged())
        return {};
    QSet<QUrl> seen;
    for (const EventType &type : own)
        seen.insert(type.uri);
    QList<TypesOf> others;
    for (const OpenAccount &other : m_accounts->beside(m_account)) {
        const std::optional<AccountLook> look = m_accounts->look(other.account);
        QList<EventType> types = other.eventTypes.eventTypes();
        types.removeIf([&seen](const EventType &type) { return seen.contains(type.uri); });
        for (const EventType &type : std::as_const(types))
            seen.insert(type.uri);
        others.append({look ? look->mark : AccountMark(), types});
    }
    return others;
}

QList<QUrl> MergedMeetings::ownOf(const QList<QUrl> &meetings) const
{
    QList<QUrl> own = meetings;
    own.removeIf([this](const QUrl &meeting) { return m_others.contains(meeting); });
    return own;
}

void MergedMeetings::accountsChanged()
{
    QList<AccountLook> looks = m_accounts->looks();
    for (AccountLook &look : looks)
        look.need = AccountLook::Need::None; // says nothing of meetings
    if (std::exchange(m_looks, looks) != looks)
        emit changed();
}
