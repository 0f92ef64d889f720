// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

namespace {

using Thing = World::Thing;

/// The finalizer of SplitMix64: every bit of the result depends on every bit of `value`.
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

QLatin1String folder(Thing thing)
{
    switch (thing) {
    case Thing::User: return QLatin1String("/users/");
    case Thing::Organization: return QLatin1String("/organizations/");
    case Thing::Membership: return QLatin1String("/organization_memberships/");
    case Thing::Invitation: return QLatin1String("/invitations/");
    case Thing::Group: return QLatin1String("/groups/");
    case Thing::EventType: return QLatin1String("/event_types/");
    case Thing::Schedule: return QLatin1String("/user_availability_schedules/");
    case Thing::Meeting: return QLatin1String("/scheduled_events/");
    case Thing::Invitee: return QLatin1String("/invitees/");
    case Thing::NoShow: return QLatin1String("/invitee_no_shows/");
    case Thing::Webhook: return QLatin1String("/webhook_subscriptions/");
    case Thing::Share: return QLatin1String("/shares/");
    case Thing::RoutingForm: return QLatin1String("/routing_forms/");
    case Thing::Submission: return QLatin1String("/routing_form_submissions/");
    case Thing::Activity: return QLatin1String("/activity_log_entries/");
    }
    return {};
}

template <typename Value>
const Value *valueAt(const std::deque<Value> &all, int id)
{
    return id == noId ? nullptr : &all[static_cast<size_t>(id)];
}

} // namespace

// The first half is a hash of seed, kind and id; the last 32 bits are the id under a mask that the first half gives. So
// an id is read back without a table, and a UUID that was not made here is told by not being what its id would give.
QString World::uuid(Thing thing, int id) const
{
    const quint64 kind = static_cast<quint64>(thing) + 1;
    quint64 high = mixed(mixed(m_seed.seed) ^ (kind << 40) ^ static_cast<quint64>(id));
    high = (high & ~quint64(0xf000)) | 0x4000; // version 4
    const quint64 mask = mixed(high ^ kind);
    quint64 low = (mask & ~quint64(0xffffffff)) | ((mask ^ static_cast<quint64>(id)) & 0xffffffff);
    low = (low & ~(quint64(3) << 62)) | (quint64(2) << 62); // variant 1
    QString text = QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
    for (const int dash : {20, 16, 12, 8})
        text.insert(dash, QLatin1Char('-'));
    return text;
}

int World::idOf(Thing thing, QStringView uuid) const
{
    if (uuid.size() != 36)
        return noId;
    bool highGood = false;
    bool lowGood = false;
    const QString digits = uuid.toString().remove(QLatin1Char('-'));
    const quint64 high = QStringView(digits).left(16).toULongLong(&highGood, 16);
    const quint64 low = QStringView(digits).mid(16).toULongLong(&lowGood, 16);
    if (!highGood || !lowGood)
        return noId;
    const quint64 id = (low ^ mixed(high ^ (static_cast<quint64>(thing) + 1))) & 0xffffffff;
    if (id >= countOf(thing) || this->uuid(thing, static_cast<int>(id)) != uuid)
        return noId;
    return static_cast<int>(id);
}

size_t World::countOf(Thing thing) const
{
    switch (thing) {
    case Thing::User: return m_users.size();
    case Thing::Organization: return m_organizations.size();
    case Thing::Membership: return m_memberships.size();
    case Thing::Invitation: return m_invitations.size();
    case Thing::Group: return m_groups.size();
    case Thing::EventType: return m_eventTypes.size();
    case Thing::Schedule: return m_schedules.size();
    case Thing::Meeting: return m_meetings.size();
    case Thing::Invitee: return m_invitees.size();
    case Thing::NoShow: return m_noShows.size();
    case Thing::Webhook: return m_webhooks.size();
    case Thing::Share: return m_links.size();
    case Thing::RoutingForm: return m_routingForms.size();
    case Thing::Submission: return m_submissions.size();
    case Thing::Activity: return m_activities.size();
    }
    return 0;
}

QString World::uri(Thing thing, int id) const
{
    if (thing == Thing::Invitee)
        return inviteeUri(id);
    if (thing == Thing::Invitation)
        return uri(Thing::Organization, m_invitations[static_cast<size_t>(id)].organization) + folder(thing)
            + uuid(thing, id);
    return m_apiBase + folder(thing) + uuid(thing, id);
}

QString World::inviteeUri(int invitee) const
{
    return uri(Thing::Meeting, m_invitees[static_cast<size_t>(invitee)].meeting) + folder(Thing::Invitee)
        + uuid(Thing::Invitee, invitee);
}

int World::idOfUri(Thing thing, const QString &uri) const
{
    const int id = idOf(thing, QStringView(uri).mid(uri.lastIndexOf(QLatin1Char('/')) + 1));
    return id != noId && this->uri(thing, id) == uri ? id : noId;
}

const WorldUser *World::user(QStringView uuid) const
{
    return valueAt(m_users, idOf(Thing::User, uuid));
}

const WorldOrganization *World::organization(QStringView uuid) const
{
    return valueAt(m_organizations, idOf(Thing::Organization, uuid));
}

const WorldMembership *World::membership(QStringView uuid) const
{
    const WorldMembership *membership = valueAt(m_memberships, idOf(Thing::Membership, uuid));
    return membership && !membership->removed ? membership : nullptr;
}

const WorldInvitation *World::invitation(QStringView uuid) const
{
    const WorldInvitation *invitation = valueAt(m_invitations, idOf(Thing::Invitation, uuid));
    return invitation && !invitation->removed ? invitation : nullptr;
}

const WorldGroup *World::group(QStringView uuid) const
{
    return valueAt(m_groups, idOf(Thing::Group, uuid));
}

const WorldEventType *World::eventType(QStringView uuid) const
{
    return valueAt(m_eventTypes, idOf(Thing::EventType, uuid));
}

const WorldSchedule *World::schedule(QStringView uuid) const
{
    return valueAt(m_schedules, idOf(Thing::Schedule, uuid));
}

const WorldMeeting *World::meeting(QStringView uuid) const
{
    return valueAt(m_meetings, idOf(Thing::Meeting, uuid));
}

const WorldInvitee *World::invitee(QStringView uuid) const
{
    return valueAt(m_invitees, idOf(Thing::Invitee, uuid));
}

const WorldNoShow *World::noShow(QStringView uuid) const
{
    const WorldNoShow *mark = valueAt(m_noShows, idOf(Thing::NoShow, uuid));
    return mark && !mark->removed ? mark : nullptr;
}

const WorldWebhook *World::webhook(QStringView uuid) const
{
    const WorldWebhook *webhook = valueAt(m_webhooks, idOf(Thing::Webhook, uuid));
    return webhook && !webhook->removed ? webhook : nullptr;
}

const WorldRoutingForm *World::routingForm(QStringView uuid) const
{
    return valueAt(m_routingForms, idOf(Thing::RoutingForm, uuid));
}

const WorldSubmission *World::submission(QStringView uuid) const
{
    return valueAt(m_submissions, idOf(Thing::Submission, uuid));
}

const WorldUser *World::userByEmail(const QString &email) const
{
    return valueAt(m_users, m_userByEmail.value(email.toLower(), noId));
}

const WorldUser *World::userBySlug(const QString &slug) const
{
    return valueAt(m_users, m_userBySlug.value(slug, noId));
}

void World::setTimezone(int user, const QString &zone)
{
    m_users.at(size_t(user)).timezone = zone;
}

const WorldEventType *World::eventTypeByPath(const QString &publicPath) const
{
    return valueAt(m_eventTypes, m_typeByPath.value(publicPath, noId));
}

const WorldLink *World::share(QStringView uuid) const
{
    const WorldLink *link = valueAt(m_links, idOf(Thing::Share, uuid));
    return link && link->share && !link->takenBack ? link : nullptr;
}

const WorldLink *World::linkByToken(const QString &token) const
{
    return valueAt(m_links, m_linkByToken.value(token, noId));
}

const QList<int> &World::inviteesOf(const QString &email) const
{
    static const QList<int> none;
    const auto found = m_byEmail.constFind(email.toLower());
    return found == m_byEmail.constEnd() ? none : *found;
}

const WorldMembership *World::membershipOf(int user, int organization) const
{
    for (const WorldMembership &membership : m_memberships) {
        if (!membership.removed && membership.user == user && membership.organization == organization)
            return &membership;
    }
    return nullptr;
}

const WorldSchedule *World::defaultScheduleOf(int user) const
{
    for (const WorldSchedule &schedule : m_schedules) {
        if (schedule.user == user && schedule.isDefault)
            return &schedule;
    }
    return nullptr;
}

QString World::publicUrl(const QString &path) const
{
    return m_publicBase + path;
}

QString World::schedulingUrl(const WorldUser &user) const
{
    return publicUrl(QLatin1Char('/') + user.slug);
}

QString World::schedulingUrl(const WorldEventType &type) const
{
    return publicUrl(type.publicPath);
}

QString World::bookingUrl(const WorldLink &link) const
{
    return publicUrl(QStringLiteral("/d/") + link.token);
}

QString World::cancelUrl(const WorldInvitee &invitee) const
{
    return publicUrl(QStringLiteral("/cancellations/") + uuid(Thing::Invitee, invitee.id));
}

QString World::rescheduleUrl(const WorldInvitee &invitee) const
{
    return publicUrl(QStringLiteral("/reschedulings/") + uuid(Thing::Invitee, invitee.id));
}
