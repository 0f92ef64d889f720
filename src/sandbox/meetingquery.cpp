// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingquery.h"

#include <algorithm>
#include <limits>

namespace {

/// Walks the rows of one sorted list of meetings and keeps those that a query wants.
class PageReader
{
public:
    PageReader(const World &world, const WorldMeetingQuery &query) : m_world(world), m_query(query) { }

    MeetingPage read(const std::vector<int> &sorted) const
    {
        // The key of a row may lie beyond the ends of the range: then the page is empty.
        auto begin = sorted.begin();
        auto end = sorted.end();
        if (m_query.minStart)
            begin = firstNotBefore(sorted, {*m_query.minStart, noId});
        if (m_query.maxStart)
            end = firstNotBefore(sorted, {*m_query.maxStart, std::numeric_limits<int>::max()});
        if (m_query.after && m_query.descending)
            end = std::min(end, firstNotBefore(sorted, *m_query.after));
        else if (m_query.after)
            begin = std::max(begin, firstNotBefore(sorted, {m_query.after->start, m_query.after->id + 1}));
        if (begin >= end)
            return {};
        if (m_query.descending)
            return take(std::make_reverse_iterator(end), std::make_reverse_iterator(begin));
        return take(begin, end);
    }

private:
    template <typename Iterator>
    MeetingPage take(Iterator row, Iterator end) const
    {
        MeetingPage page;
        for (; row != end; ++row) {
            const WorldMeeting &meeting = m_world.meetings()[static_cast<size_t>(*row)];
            if (!wanted(meeting))
                continue;
            if (page.meetings.size() == m_query.limit) {
                page.more = true;
                break;
            }
            page.meetings.append(*row);
        }
        return page;
    }

    std::vector<int>::const_iterator firstNotBefore(const std::vector<int> &sorted, const MeetingKey &key) const
    {
        return std::lower_bound(sorted.begin(), sorted.end(), key, [this](int id, const MeetingKey &other) {
            return keyOf(m_world.meetings()[static_cast<size_t>(id)]) < other;
        });
    }

    bool wanted(const WorldMeeting &meeting) const
    {
        if (meeting.madeAt > m_query.view)
            return false;
        if (m_query.organization != noId && meeting.organization != m_query.organization)
            return false;
        if (m_query.user != noId && !meeting.hosts.contains(m_query.user))
            return false;
        if (m_query.group != noId && !isOfGroup(meeting))
            return false;
        if (m_query.status == WorldMeetingQuery::Status::Any)
            return true;
        // A cancellation after the view does not show yet, or pages would lose rows.
        const bool canceled = meeting.cancellation && meeting.canceledAt <= m_query.view;
        return canceled == (m_query.status == WorldMeetingQuery::Status::Canceled);
    }

    bool isOfGroup(const WorldMeeting &meeting) const
    {
        const WorldGroup &group = m_world.groups()[static_cast<size_t>(m_query.group)];
        return meeting.organization == group.organization
            && std::any_of(meeting.hosts.begin(), meeting.hosts.end(),
                           [&group](int host) { return group.members.contains(host); });
    }

    const World &m_world;
    const WorldMeetingQuery &m_query;
};

std::vector<int> meetingsWith(const World &world, const WorldMeetingQuery &query)
{
    std::vector<int> sorted;
    for (const int id : world.inviteesOf(query.inviteeEmail)) {
        const WorldInvitee &invitee = world.invitees()[static_cast<size_t>(id)];
        if (invitee.madeAt <= query.view)
            sorted.push_back(invitee.meeting);
    }
    std::sort(sorted.begin(), sorted.end(), [&world](int left, int right) {
        return keyOf(world.meetings()[static_cast<size_t>(left)]) < keyOf(world.meetings()[static_cast<size_t>(right)]);
    });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

} // namespace

MeetingKey keyOf(const WorldMeeting &meeting)
{
    return {meeting.start, meeting.id};
}

MeetingPage findMeetings(const World &world, const WorldMeetingQuery &query)
{
    const PageReader reader(world, query);
    if (!query.inviteeEmail.isEmpty())
        return reader.read(meetingsWith(world, query));
    if (query.user != noId)
        return reader.read(world.meetingsOfUser(query.user));
    if (query.group != noId)
        return reader.read(world.meetingsOfOrganization(world.groups()[static_cast<size_t>(query.group)].organization));
    return reader.read(world.meetingsOfOrganization(query.organization));
}
