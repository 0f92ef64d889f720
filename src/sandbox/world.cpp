// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "zones.h"

#include <algorithm>

namespace {

/// Adds `value` to `all` with its place there as id, which is returned.
template <typename Value>
int append(std::deque<Value> &all, Value value)
{
    value.id = static_cast<int>(all.size());
    all.push_back(std::move(value));
    return all.back().id;
}

template <typename Index>
Index &at(std::vector<Index> &all, int id)
{
    if (all.size() <= static_cast<size_t>(id))
        all.resize(static_cast<size_t>(id) + 1);
    return all[static_cast<size_t>(id)];
}

template <typename Index>
const Index &atOrEmpty(const std::vector<Index> &all, int id)
{
    static const Index none;
    return id >= 0 && static_cast<size_t>(id) < all.size() ? all[static_cast<size_t>(id)] : none;
}

} // namespace

World::World(WorldSeed seed)
    : m_seed(std::move(seed)), m_apiBase(m_seed.apiBase.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash)),
      m_publicBase(m_seed.publicBase.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash))
{
}

WorldTime World::now() const
{
    return m_clock ? m_clock().toMSecsSinceEpoch() : m_seed.nowUtc.toMSecsSinceEpoch();
}

void World::reserve(int meetings)
{
    m_byEmail.reserve(meetings);
}

int World::add(WorldUser user)
{
    ++m_sequence;
    append(m_users, std::move(user));
    const WorldUser &added = m_users.back();
    m_userByEmail.insert(added.email.toLower(), added.id);
    m_userBySlug.insert(added.slug, added.id);
    return added.id;
}

int World::add(WorldOrganization organization)
{
    ++m_sequence;
    return append(m_organizations, std::move(organization));
}

int World::add(WorldMembership membership)
{
    ++m_sequence;
    append(m_memberships, membership);
    const WorldMembership &added = m_memberships.back();
    WorldUser &user = m_users[static_cast<size_t>(added.user)];
    user.organization = added.organization;
    user.role = added.role;
    return added.id;
}

int World::add(WorldInvitation invitation)
{
    ++m_sequence;
    return append(m_invitations, std::move(invitation));
}

int World::add(WorldGroup group)
{
    ++m_sequence;
    return append(m_groups, std::move(group));
}

int World::add(WorldEventType type)
{
    ++m_sequence;
    append(m_eventTypes, std::move(type));
    const WorldEventType &added = m_eventTypes.back();
    m_typeByPath.insert(added.publicPath, added.id);
    return added.id;
}

int World::add(WorldSchedule schedule)
{
    ++m_sequence;
    return append(m_schedules, std::move(schedule));
}

int World::add(WorldMeeting meeting)
{
    meeting.madeAt = ++m_sequence;
    if (meeting.cancellation)
        meeting.canceledAt = m_sequence;
    append(m_meetings, std::move(meeting));
    const WorldMeeting &added = m_meetings.back();
    for (const int host : added.hosts)
        insertSorted(at(m_byUser, host), added);
    insertSorted(at(m_byOrganization, added.organization), added);
    return added.id;
}

void World::insertSorted(std::vector<int> &index, const WorldMeeting &meeting) const
{
    // Ids only grow, so that equal starts keep the order (start, id). A seed comes sorted and takes the short way.
    if (index.empty() || m_meetings[static_cast<size_t>(index.back())].start <= meeting.start) {
        index.push_back(meeting.id);
        return;
    }
    const auto place = std::upper_bound(index.begin(), index.end(), meeting.start, [this](WorldTime start, int other) {
        return start < m_meetings[static_cast<size_t>(other)].start;
    });
    index.insert(place, meeting.id);
}

int World::add(WorldInvitee invitee)
{
    invitee.madeAt = ++m_sequence;
    if (invitee.cancellation)
        invitee.canceledAt = m_sequence;
    append(m_invitees, std::move(invitee));
    const WorldInvitee &added = m_invitees.back();
    m_byEmail[added.email.toLower()].append(added.id);
    WorldMeeting &meeting = m_meetings[static_cast<size_t>(added.meeting)];
    meeting.invitees.append(added.id);
    meeting.updatedAt = std::max(meeting.updatedAt, added.createdAt);
    return added.id;
}

int World::add(WorldNoShow mark)
{
    ++m_sequence;
    append(m_noShows, mark);
    const WorldNoShow &added = m_noShows.back();
    WorldInvitee &invitee = m_invitees[static_cast<size_t>(added.invitee)];
    invitee.noShow = added.id;
    invitee.updatedAt = added.createdAt;
    return added.id;
}

int World::add(WorldLink link)
{
    ++m_sequence;
    append(m_links, std::move(link));
    const WorldLink &added = m_links.back();
    m_linkByToken.insert(added.token, added.id);
    return added.id;
}

int World::add(WorldWebhook webhook)
{
    ++m_sequence;
    return append(m_webhooks, std::move(webhook));
}

int World::add(WorldRoutingForm form)
{
    ++m_sequence;
    return append(m_routingForms, std::move(form));
}

int World::add(WorldSubmission submission)
{
    ++m_sequence;
    return append(m_submissions, std::move(submission));
}

int World::add(WorldActivity activity)
{
    ++m_sequence;
    return append(m_activities, std::move(activity));
}

void World::add(const WorldExternalBusy &busy)
{
    ++m_sequence;
    std::vector<WorldExternalBusy> &all = at(m_busy, busy.user);
    const auto place
        = std::upper_bound(all.begin(), all.end(), busy.start,
                           [](WorldTime start, const WorldExternalBusy &other) { return start < other.start; });
    all.insert(place, busy);
}

void World::cancelMeeting(int meeting, const WorldCancellation &cancellation)
{
    WorldMeeting &changed = m_meetings[static_cast<size_t>(meeting)];
    changed.cancellation = cancellation;
    changed.canceledAt = ++m_sequence;
    changed.updatedAt = cancellation.createdAt;
}

void World::cancelInvitee(int invitee, const WorldCancellation &cancellation)
{
    WorldInvitee &changed = m_invitees[static_cast<size_t>(invitee)];
    changed.cancellation = cancellation;
    changed.canceledAt = ++m_sequence;
    changed.updatedAt = cancellation.createdAt;
    m_meetings[static_cast<size_t>(changed.meeting)].updatedAt = cancellation.createdAt;
}

void World::linkRescheduled(int oldInvitee, int newInvitee)
{
    ++m_sequence;
    WorldInvitee &moved = m_invitees[static_cast<size_t>(oldInvitee)];
    moved.rescheduled = true;
    moved.newInvitee = newInvitee;
    m_invitees[static_cast<size_t>(newInvitee)].oldInvitee = oldInvitee;
}

void World::removeNoShow(int mark)
{
    ++m_sequence;
    WorldNoShow &removed = m_noShows[static_cast<size_t>(mark)];
    removed.removed = true;
    WorldInvitee &invitee = m_invitees[static_cast<size_t>(removed.invitee)];
    invitee.noShow = noId;
    invitee.updatedAt = now();
}

void World::removeWebhook(int webhook)
{
    ++m_sequence;
    m_webhooks[static_cast<size_t>(webhook)].removed = true;
}

void World::removeMembership(int membership)
{
    ++m_sequence;
    WorldMembership &removed = m_memberships[static_cast<size_t>(membership)];
    removed.removed = true;
    for (WorldWebhook &webhook : m_webhooks) {
        if (webhook.user == removed.user && webhook.organization == removed.organization)
            webhook.active = false;
    }
    const int user = removed.user;
    const int alone = add(WorldOrganization{noId, QString(), QStringLiteral("basic"), QStringLiteral("free"), true, now(), now()});
    add(WorldMembership{noId, alone, user, WorldRole::Owner, now(), now()});
}

void World::removeInvitation(int invitation)
{
    ++m_sequence;
    m_invitations[static_cast<size_t>(invitation)].removed = true;
}

void World::useLink(int link, int meeting)
{
    ++m_sequence;
    m_links[static_cast<size_t>(link)].usedBy = meeting;
}

void World::changeShare(int link, const WorldShareOverride &share)
{
    ++m_sequence;
    m_links[static_cast<size_t>(link)].share = share;
}

void World::takeBackShare(int link)
{
    ++m_sequence;
    m_links[static_cast<size_t>(link)].takenBack = true;
}

void World::addGuest(int meeting, const WorldGuest &guest)
{
    ++m_sequence;
    m_meetings[static_cast<size_t>(meeting)].guests.append(guest);
}

void World::setBookedAt(int invitee, WorldTime when)
{
    ++m_sequence;
    WorldInvitee &booked = m_invitees[static_cast<size_t>(invitee)];
    booked.createdAt = when;
    booked.updatedAt = std::max(booked.updatedAt, when);
    WorldMeeting &meeting = m_meetings[static_cast<size_t>(booked.meeting)];
    if (meeting.invitees.size() == 1)
        meeting.createdAt = when;
    meeting.updatedAt = std::max(meeting.updatedAt, when);
}

void World::setNotes(int meeting, const QString &notes)
{
    ++m_sequence;
    m_meetings[static_cast<size_t>(meeting)].notes = notes;
}

WorldEventType &World::editEventType(int type)
{
    ++m_sequence;
    return m_eventTypes[static_cast<size_t>(type)];
}

WorldOrganization &World::editOrganization(int organization)
{
    ++m_sequence;
    return m_organizations[static_cast<size_t>(organization)];
}

WorldSchedule &World::editSchedule(int schedule)
{
    ++m_sequence;
    return m_schedules[static_cast<size_t>(schedule)];
}

const std::vector<int> &World::meetingsOfUser(int user) const
{
    return atOrEmpty(m_byUser, user);
}

const std::vector<int> &World::meetingsOfOrganization(int organization) const
{
    return atOrEmpty(m_byOrganization, organization);
}

const std::vector<WorldExternalBusy> &World::externalBusyOf(int user) const
{
    return atOrEmpty(m_busy, user);
}

int World::activeInvitees(const WorldMeeting &meeting) const
{
    return static_cast<int>(std::count_if(meeting.invitees.begin(), meeting.invitees.end(), [this](int invitee) {
        return !m_invitees[static_cast<size_t>(invitee)].cancellation;
    }));
}

QTimeZone World::zone(const QString &ianaName) const
{
    const auto known = m_zones.constFind(ianaName);
    if (known != m_zones.constEnd())
        return *known;
    return *m_zones.insert(ianaName, zoneNamed(ianaName).value_or(QTimeZone::utc()));
}
