// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "worldtypes.h"

#include <QHash>
#include <QTimeZone>
#include <QUrl>

#include <deque>
#include <vector>

/// What a world is made from: the same seed, number of meetings and date give the same world.
struct WorldSeed
{
    quint32 seed = 1;
    int meetings = 1200; ///< how many meetings there are in all; never fewer than the written script has
    QDateTime nowUtc; ///< the moment that the data is placed around
    QUrl publicBase; ///< where the public pages are, without a slash at the end
    QUrl apiBase; ///< where the API is, without a slash at the end
};

/// The state of a Calendly: people, what can be booked with them, and what was booked.
/// Keeps, finds and counts; the rules of booking and canceling are in booking.h, those of slots in slotfinder.h.
/// Pointers and references to values stay valid while the world lives. Used from one thread.
class World
{
public:
    /// The kinds of things that have a UUID.
    enum class Thing { User, Organization, Membership, Invitation, Group, EventType, Schedule, Meeting, Invitee, NoShow, Webhook, Share,
                       RoutingForm, Submission, Activity };

    explicit World(WorldSeed seed);

    /// The demo world: the studio of the pictures with two years of meetings around `seed.nowUtc`.
    static World fromSeed(const WorldSeed &seed);

    const WorldSeed &seed() const { return m_seed; }

    /// The present; stands still at the seed's moment until a clock is given.
    WorldTime now() const;
    void setClock(Clock clock) { m_clock = std::move(clock); }

    /// Goes up with each change. A page token that carries it can ask for the rows as they were (WorldMeetingQuery::view).
    qint64 sequence() const { return m_sequence; }

    // UUIDs are computed from ids and back, so that none is stored.
    QString uuid(Thing thing, int id) const;
    /// The id behind `uuid`, or noId where nothing of that kind has it. Knows nothing of removed things.
    int idOf(Thing thing, QStringView uuid) const;
    /// The full URI as in the API's answers, e.g. "http://localhost:8765/users/…".
    QString uri(Thing thing, int id) const;
    /// URI of an invitee, which lies under its meeting.
    QString inviteeUri(int invitee) const;
    /// The id behind a full URI of that kind on this API; noId for anything else. Also for invitees.
    int idOfUri(Thing thing, const QString &uri) const;

    // By UUID; null where there is none. What was removed is not found.
    const WorldUser *user(QStringView uuid) const;
    const WorldOrganization *organization(QStringView uuid) const;
    const WorldMembership *membership(QStringView uuid) const;
    const WorldInvitation *invitation(QStringView uuid) const;
    const WorldGroup *group(QStringView uuid) const;
    const WorldEventType *eventType(QStringView uuid) const;
    const WorldSchedule *schedule(QStringView uuid) const;
    const WorldMeeting *meeting(QStringView uuid) const;
    const WorldInvitee *invitee(QStringView uuid) const;
    const WorldNoShow *noShow(QStringView uuid) const;
    const WorldWebhook *webhook(QStringView uuid) const;
    const WorldRoutingForm *routingForm(QStringView uuid) const;
    const WorldSubmission *submission(QStringView uuid) const;

    // Everything of a kind, at its id.
    const std::deque<WorldUser> &users() const { return m_users; }
    const std::deque<WorldOrganization> &organizations() const { return m_organizations; }
    const std::deque<WorldMembership> &memberships() const { return m_memberships; }
    const std::deque<WorldInvitation> &invitations() const { return m_invitations; }
    const std::deque<WorldGroup> &groups() const { return m_groups; }
    const std::deque<WorldEventType> &eventTypes() const { return m_eventTypes; }
    const std::deque<WorldSchedule> &schedules() const { return m_schedules; }
    const std::deque<WorldMeeting> &meetings() const { return m_meetings; }
    const std::deque<WorldInvitee> &invitees() const { return m_invitees; }
    const std::deque<WorldNoShow> &noShows() const { return m_noShows; }
    const std::deque<WorldLink> &links() const { return m_links; }
    const std::deque<WorldWebhook> &webhooks() const { return m_webhooks; } ///< removed ones too
    const std::deque<WorldRoutingForm> &routingForms() const { return m_routingForms; }
    const std::deque<WorldSubmission> &submissions() const { return m_submissions; }
    const std::deque<WorldActivity> &activities() const { return m_activities; }

    // Ways in.
    const WorldUser *userByEmail(const QString &email) const;
    const WorldUser *userBySlug(const QString &slug) const;
    void setTimezone(int user, const QString &zone);
    const WorldEventType *eventTypeByPath(const QString &publicPath) const;
    const WorldLink *linkByToken(const QString &token) const;
    const WorldLink *share(QStringView uuid) const; ///< null for what was taken back, too
    const QList<int> &inviteesOf(const QString &email) const; ///< ids, any letter case
    const WorldMembership *membershipOf(int user, int organization) const; ///< null: not a member
    const WorldSchedule *defaultScheduleOf(int user) const;

    // Sorted by (start, id): ids of meetings.
    const std::vector<int> &meetingsOfUser(int user) const;
    const std::vector<int> &meetingsOfOrganization(int organization) const;
    const std::vector<WorldExternalBusy> &externalBusyOf(int user) const; ///< sorted by start
    /// No meeting is longer; bounds searches for what overlaps a time.
    static constexpr WorldTime longestMeeting = WorldTime(14) * 60 * 60 * 1000;

    QString publicUrl(const QString &path) const; ///< publicBase + path
    QString schedulingUrl(const WorldUser &user) const;
    QString schedulingUrl(const WorldEventType &type) const;
    QString bookingUrl(const WorldLink &link) const;
    QString cancelUrl(const WorldInvitee &invitee) const;
    QString rescheduleUrl(const WorldInvitee &invitee) const;

    int activeInvitees(const WorldMeeting &meeting) const;

    /// The zone, kept after the first time; UTC for names that there are not.
    QTimeZone zone(const QString &ianaName) const;

    // Adding gives the value its id and returns it.
    int add(WorldUser user);
    int add(WorldOrganization organization);
    int add(WorldMembership membership); ///< also sets role and organization of the user
    int add(WorldInvitation invitation);
    int add(WorldGroup group);
    int add(WorldEventType type);
    int add(WorldSchedule schedule);
    int add(WorldMeeting meeting);
    int add(WorldInvitee invitee); ///< also joins the invitee to its meeting
    int add(WorldNoShow mark); ///< also marks the invitee
    int add(WorldLink link);
    int add(WorldWebhook webhook);
    int add(WorldRoutingForm form);
    int add(WorldSubmission submission);
    int add(WorldActivity activity);
    void add(const WorldExternalBusy &busy);

    // Changing.
    void cancelMeeting(int meeting, const WorldCancellation &cancellation); ///< the meeting alone, without its invitees
    void cancelInvitee(int invitee, const WorldCancellation &cancellation);
    void linkRescheduled(int oldInvitee, int newInvitee);
    void removeNoShow(int mark);
    void removeWebhook(int webhook);
    /// The person goes on alone, in an organization of one; webhooks that tell of them only stop.
    void removeMembership(int membership);
    void removeInvitation(int invitation);
    void useLink(int link, int meeting);
    void changeShare(int link, const WorldShareOverride &share);
    void takeBackShare(int link); ///< nobody can book with it any more
    void addGuest(int meeting, const WorldGuest &guest);
    void setBookedAt(int invitee, WorldTime when); ///< of the invitee and of its meeting, if made for it
    void setNotes(int meeting, const QString &notes);
    WorldEventType &editEventType(int type);
    WorldSchedule &editSchedule(int schedule);
    WorldOrganization &editOrganization(int organization);

    void reserve(int meetings);

private:
    void insertSorted(std::vector<int> &index, const WorldMeeting &meeting) const;
    size_t countOf(Thing thing) const;

    WorldSeed m_seed;
    QString m_apiBase;
    QString m_publicBase;
    Clock m_clock;
    qint64 m_sequence = 0;
    std::deque<WorldUser> m_users;
    std::deque<WorldOrganization> m_organizations;
    std::deque<WorldMembership> m_memberships;
    std::deque<WorldInvitation> m_invitations;
    std::deque<WorldGroup> m_groups;
    std::deque<WorldEventType> m_eventTypes;
    std::deque<WorldSchedule> m_schedules;
    std::deque<WorldMeeting> m_meetings;
    std::deque<WorldInvitee> m_invitees;
    std::deque<WorldNoShow> m_noShows;
    std::deque<WorldLink> m_links;
    std::deque<WorldWebhook> m_webhooks;
    std::deque<WorldRoutingForm> m_routingForms;
    std::deque<WorldSubmission> m_submissions;
    std::deque<WorldActivity> m_activities;
    std::vector<std::vector<int>> m_byUser;
    std::vector<std::vector<int>> m_byOrganization;
    std::vector<std::vector<WorldExternalBusy>> m_busy;
    QHash<QString, QList<int>> m_byEmail;
    QHash<QString, int> m_userByEmail;
    QHash<QString, int> m_userBySlug;
    QHash<QString, int> m_typeByPath;
    QHash<QString, int> m_linkByToken;
    mutable QHash<QString, QTimeZone> m_zones;
};
