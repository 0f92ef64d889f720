// SPDX-License-Identifier: GPL-3.0-or-later
#include "slotfinder.h"

#include "openhours.h"

#include <algorithm>

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;

/// Calls `visit` with each meeting of `user` that is not canceled and overlaps [from, to).
template <typename Visit>
void visitMeetings(const World &world, int user, WorldTime from, WorldTime to, Visit visit)
{
    const std::vector<int> &sorted = world.meetingsOfUser(user);
    auto row = std::lower_bound(
        sorted.begin(), sorted.end(), from - World::longestMeeting,
        [&world](int id, WorldTime time) { return world.meetings()[static_cast<size_t>(id)].start < time; });
    for (; row != sorted.end(); ++row) {
        const WorldMeeting &meeting = world.meetings()[static_cast<size_t>(*row)];
        if (meeting.start >= to)
            return;
        if (!meeting.cancellation && meeting.end > from)
            visit(meeting);
    }
}

/// One host's hours and what is in their way.
class HostTime
{
public:
    HostTime(const World &world, const WorldEventType &type, int host, const SlotRules &rules, WorldSpan range)
        : m_host(host)
        , m_hours(rulesOf(world, type, host, rules), zoneOf(world, type, host, rules), range.start, range.end)
    {
        // A slot begins in the range, and may end, with its buffers, up to a day beyond it.
        const WorldSpan near{range.start - dayLength, range.end + dayLength};
        for (const WorldExternalBusy &busy : world.externalBusyOf(host)) {
            const WorldSpan span{busy.start, busy.end};
            if (span.overlaps(near))
                m_busy.append({span, span, noId});
        }
        visitMeetings(world, host, near.start, near.end, [&](const WorldMeeting &meeting) {
            if (meeting.id != rules.ignoredMeeting)
                m_busy.append(busyOf(world, meeting));
        });
    }

    int host() const { return m_host; }
    const OpenHours &hours() const { return m_hours; }

    /// True when nothing stands in the way of `slot`; a group's own meeting at that start does not.
    bool isFree(const WorldSpan &slot, const WorldEventType &type) const
    {
        const auto &spans = m_hours.spans();
        if (std::none_of(spans.begin(), spans.end(), [&slot](const WorldSpan &span) { return span.holds(slot); }))
            return false;
        const WorldSpan buffered{slot.start - type.bufferBeforeMinutes * minuteLength,
                                 slot.end + type.bufferAfterMinutes * minuteLength};
        return std::none_of(m_busy.begin(), m_busy.end(), [&](const Busy &busy) {
            if (type.group && busy.eventType == type.id && busy.span.start == slot.start)
                return false;
            return busy.span.overlaps(buffered) || busy.buffered.overlaps(slot);
        });
    }

private:
    struct Busy
    {
        WorldSpan span;
        WorldSpan buffered;
        int eventType = noId;
    };

    static const WorldSchedule *scheduleOf(const World &world, const WorldEventType &type, int host)
    {
        if (host == type.owner && type.schedule != noId)
            return &world.schedules()[static_cast<size_t>(type.schedule)];
        return world.defaultScheduleOf(host);
    }

    static const QList<WorldRule> &rulesOf(const World &world, const WorldEventType &type, int host,
                                           const SlotRules &rules)
    {
        static const QList<WorldRule> none;
        if (rules.share && rules.share->rules)
            return *rules.share->rules;
        const WorldSchedule *schedule = scheduleOf(world, type, host);
        return schedule ? schedule->rules : none;
    }

    static QTimeZone zoneOf(const World &world, const WorldEventType &type, int host, const SlotRules &rules)
    {
        if (rules.share && rules.share->timezone)
            return world.zone(*rules.share->timezone);
        const WorldSchedule *schedule = scheduleOf(world, type, host);
        return world.zone(schedule ? schedule->timezone : world.users()[static_cast<size_t>(host)].timezone);
    }

    static Busy busyOf(const World &world, const WorldMeeting &meeting)
    {
        const WorldEventType &type = world.eventTypes()[static_cast<size_t>(meeting.eventType)];
        return {{meeting.start, meeting.end},
                {meeting.start - type.bufferBeforeMinutes * minuteLength,
                 meeting.end + type.bufferAfterMinutes * minuteLength},
                meeting.eventType};
    }

    int m_host;
    OpenHours m_hours;
    QList<Busy> m_busy;
};

/// The part of [from, to) in which bookings may start at all: notice, how far ahead, the period of a share.
WorldSpan bookable(const World &world, const WorldEventType &type, WorldSpan asked, const SlotRules &rules)
{
    const WorldTime now = world.now();
    WorldSpan range{std::max(asked.start, now + type.minimumNoticeMinutes * minuteLength),
                    std::min(asked.end, now + type.daysAhead * dayLength)};
    if (!rules.share)
        return range;
    if (rules.share->maxBookingMinutes)
        range.end = std::min(range.end, now + *rules.share->maxBookingMinutes * minuteLength);
    if (rules.share->startDate)
        range.start = std::max(range.start, rules.share->startDate->startOfDay(Qt::UTC).toMSecsSinceEpoch());
    if (rules.share->endDate)
        range.end = std::min(range.end, rules.share->endDate->addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    return range;
}

int placesLeft(const World &world, const WorldEventType &type, WorldTime start, const SlotRules &rules)
{
    if (!type.group)
        return 1;
    int left = type.inviteesLimit;
    visitMeetings(world, type.hosts.value(0, type.owner), start, start + 1, [&](const WorldMeeting &meeting) {
        if (meeting.eventType == type.id && meeting.start == start && meeting.id != rules.ignoredMeeting)
            left = meeting.inviteesLimit - world.activeInvitees(meeting);
    });
    return left;
}

QList<WorldTime> candidates(const std::vector<HostTime> &hosts, const WorldEventType &type, WorldSpan range,
                            int duration)
{
    // Everybody's clock counts where anybody will do; else those of the first host, the owner.
    const size_t asked = type.pooling == WorldPooling::RoundRobin ? hosts.size() : 1;
    QList<WorldTime> starts;
    for (size_t i = 0; i < asked && i < hosts.size(); ++i)
        starts += hosts[i].hours().starts(std::max(5, type.startIncrementMinutes), duration);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    starts.removeIf([&range](WorldTime start) { return start < range.start || start >= range.end; });
    return starts;
}

} // namespace

QList<WorldSlot> findSlots(const World &world, const WorldEventType &type, WorldTime from, WorldTime to,
                           const SlotRules &rules)
{
    QList<WorldSlot> found;
    const WorldSpan range = bookable(world, type, {from, to}, rules);
    if (!type.active || type.deletedAt || type.poll || range.start >= range.end)
        return found;
    const int duration = rules.durationMinutes > 0 ? rules.durationMinutes : type.durationMinutes;
    std::vector<HostTime> hosts;
    hosts.reserve(static_cast<size_t>(type.hosts.size()));
    for (const int host : type.hosts)
        hosts.emplace_back(world, type, host, rules, range);

    for (const WorldTime start : candidates(hosts, type, range, duration)) {
        WorldSlot slot{start, placesLeft(world, type, start, rules), {}};
        for (const HostTime &host : hosts) {
            if (host.isFree({start, start + duration * minuteLength}, type))
                slot.freeHosts.append(host.host());
        }
        const bool enough = type.pooling == WorldPooling::RoundRobin ? !slot.freeHosts.isEmpty()
                                                                     : slot.freeHosts.size() == type.hosts.size();
        if (enough && slot.inviteesRemaining > 0)
            found.append(slot);
    }
    return found;
}

std::optional<WorldSlot> slotAt(const World &world, const WorldEventType &type, WorldTime start, const SlotRules &rules)
{
    const QList<WorldSlot> found = findSlots(world, type, start, start + 1, rules);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<WorldBusyTime> busyTimes(const World &world, int user, WorldTime from, WorldTime to)
{
    QList<WorldBusyTime> all;
    for (const WorldExternalBusy &busy : world.externalBusyOf(user)) {
        if (busy.start < to && busy.end > from)
            all.append(
                {busy.reserved ? WorldBusyTime::Kind::Reserved : WorldBusyTime::Kind::External, busy.start, busy.end});
    }
    visitMeetings(world, user, from, to, [&](const WorldMeeting &meeting) {
        const WorldEventType &type = world.eventTypes()[static_cast<size_t>(meeting.eventType)];
        all.append({WorldBusyTime::Kind::Calendly, meeting.start, meeting.end,
                    meeting.start - type.bufferBeforeMinutes * minuteLength,
                    meeting.end + type.bufferAfterMinutes * minuteLength, meeting.id});
    });
    std::stable_sort(all.begin(), all.end(),
                     [](const WorldBusyTime &left, const WorldBusyTime &right) { return left.start < right.start; });
    return all;
}
