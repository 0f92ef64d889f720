// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"

#include "bookingcheck.h"
#include "slotfinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;
constexpr int linkDays = 90; // BEHAVIOUR 15.1

const WorldEventType &typeOf(const World &world, int type)
{
    return world.eventTypes()[static_cast<size_t>(type)];
}

const WorldMeeting &meetingOf(const World &world, int meeting)
{
    return world.meetings()[static_cast<size_t>(meeting)];
}

const WorldInvitee &inviteeOf(const World &world, int invitee)
{
    return world.invitees()[static_cast<size_t>(invitee)];
}

BookingRefusal slotGone()
{
    return {BookingRefusal::Kind::SlotGone, u"event.start_time"_s, u"is no longer available"_s, u"already_filled"_s};
}

/// The group meeting of `type` that has already been made at `start`.
int meetingToJoin(const World &world, const WorldEventType &type, WorldTime start)
{
    if (!type.group)
        return noId;
    for (const int id : world.meetingsOfUser(type.hosts.value(0, type.owner))) {
        const WorldMeeting &meeting = meetingOf(world, id);
        if (meeting.start > start)
            break;
        if (meeting.start == start && meeting.eventType == type.id && !meeting.cancellation)
            return id;
    }
    return noId;
}

/// Who takes the slot: everybody, or of a round robin the free host with the fewest meetings around that day.
QList<int> hostsFor(const World &world, const WorldEventType &type, const WorldSlot &slot, int preferred)
{
    if (type.pooling != WorldPooling::RoundRobin)
        return type.hosts;
    if (slot.freeHosts.contains(preferred))
        return {preferred};
    const auto load = [&world, &slot](int host) {
        return busyTimes(world, host, slot.start - 3 * dayLength, slot.start + 3 * dayLength).size();
    };
    return {*std::min_element(slot.freeHosts.begin(), slot.freeHosts.end(),
                              [&load](int left, int right) { return load(left) < load(right); })};
}

/// The meeting of that slot: the group's that is there, or a new one made after `draft`.
int takeSeat(World &world, const WorldEventType &type, const WorldSlot &slot, WorldMeeting draft, int preferredHost)
{
    const int joined = meetingToJoin(world, type, slot.start);
    if (joined != noId) {
        for (const WorldGuest &guest : std::as_const(draft.guests))
            world.addGuest(joined, guest);
        return joined;
    }
    draft.eventType = type.id;
    draft.organization = type.organization;
    draft.start = slot.start;
    draft.hosts = hostsFor(world, type, slot, preferredHost);
    draft.inviteesLimit = type.inviteesLimit;
    draft.calendarKind = u"google"_s;
    draft.createdAt = world.now();
    draft.updatedAt = draft.createdAt;
    return world.add(std::move(draft));
}

WorldInvitee inviteeFrom(const BookingRequest &request, WorldTime now)
{
    WorldInvitee invitee;
    const QString joined = u"%1 %2"_s.arg(request.firstName, request.lastName).trimmed();
    invitee.name = request.name.isEmpty() ? joined : request.name;
    if (!request.firstName.isEmpty())
        invitee.firstName = request.firstName;
    if (!request.lastName.isEmpty())
        invitee.lastName = request.lastName;
    invitee.email = request.email;
    invitee.timezone = request.timezone;
    invitee.answers = request.answers;
    invitee.tracking = request.tracking;
    if (!request.textReminderNumber.isEmpty())
        invitee.textReminderNumber = request.textReminderNumber;
    invitee.schedulingMethod = request.method;
    invitee.createdAt = now;
    invitee.updatedAt = now;
    return invitee;
}

void cancelIfEmpty(World &world, int meeting, const WorldCancellation &cancellation)
{
    if (world.activeInvitees(meetingOf(world, meeting)) == 0)
        world.cancelMeeting(meeting, cancellation);
}

} // namespace

BookingAnswer book(World &world, const BookingRequest &request)
{
    if (const auto refusal = refusalOf(world, request))
        return *refusal;
    const WorldEventType &type = typeOf(world, request.eventType);
    const WorldShareOverride *share = shareOf(world, request);
    const SlotRules rules{durationOf(world, request), share, noId};
    const auto slot = slotAt(world, type, request.start, rules);
    if (!slot)
        return slotGone();

    WorldMeeting draft;
    draft.name = share && share->name ? *share->name : type.name;
    draft.end = request.start + rules.durationMinutes * minuteLength;
    draft.place = bookedPlace(world, request);
    for (const QString &guest : request.guests)
        draft.guests.append({guest, world.now()});
    WorldInvitee invitee = inviteeFrom(request, world.now());
    invitee.meeting = takeSeat(world, type, *slot, std::move(draft), noId);
    const int booked = world.add(invitee);
    if (request.link != noId)
        world.useLink(request.link, invitee.meeting);
    return booked;
}

BookingAnswer reschedule(World &world, int invitee, WorldTime start, const QString &by, const QString &reason)
{
    const WorldInvitee old = inviteeOf(world, invitee);
    const WorldMeeting &meeting = meetingOf(world, old.meeting);
    const WorldEventType &type = typeOf(world, meeting.eventType);
    if (old.cancellation || meeting.cancellation)
        return BookingRefusal{BookingRefusal::Kind::AlreadyCanceled, {}, u"Event is already canceled"_s, {}};
    if (meeting.start <= world.now())
        return BookingRefusal{BookingRefusal::Kind::InPast, {}, u"Event in the past"_s, {}};
    const bool alone = world.activeInvitees(meeting) == 1;
    const SlotRules rules{static_cast<int>((meeting.end - meeting.start) / minuteLength), nullptr,
                          alone ? meeting.id : noId};
    const auto slot = slotAt(world, type, start, rules);
    if (!slot || start == meeting.start)
        return slotGone();

    WorldMeeting draft;
    draft.name = meeting.name;
    draft.end = start + (meeting.end - meeting.start);
    draft.place = meeting.place;
    if (alone)
        draft.guests = meeting.guests;
    WorldInvitee moved = old;
    moved.createdAt = moved.updatedAt = world.now();
    moved.noShow = noId;
    moved.reconfirmation.reset();
    moved.meeting = takeSeat(world, type, *slot, std::move(draft), meeting.hosts.first());
    const int added = world.add(std::move(moved));

    const WorldCancellation cancellation{by, reason, false, world.now()};
    world.cancelInvitee(invitee, cancellation);
    world.linkRescheduled(invitee, added);
    cancelIfEmpty(world, old.meeting, cancellation);
    return added;
}

CancelAnswer cancelByHost(World &world, int meeting, const QString &by, const QString &reason)
{
    if (meeting < 0 || static_cast<size_t>(meeting) >= world.meetings().size())
        return CancelAnswer::NotFound;
    const WorldMeeting &canceled = meetingOf(world, meeting);
    if (canceled.cancellation)
        return CancelAnswer::AlreadyCanceled;
    if (canceled.start <= world.now())
        return CancelAnswer::InPast;
    const WorldCancellation cancellation{by, reason, true, world.now()};
    for (const int invitee : canceled.invitees) {
        if (!inviteeOf(world, invitee).cancellation)
            world.cancelInvitee(invitee, cancellation);
    }
    world.cancelMeeting(meeting, cancellation);
    return CancelAnswer::Ok;
}

CancelAnswer cancelByInvitee(World &world, int invitee, const QString &reason)
{
    if (invitee < 0 || static_cast<size_t>(invitee) >= world.invitees().size())
        return CancelAnswer::NotFound;
    const WorldInvitee &leaving = inviteeOf(world, invitee);
    const WorldMeeting &meeting = meetingOf(world, leaving.meeting);
    if (leaving.cancellation || meeting.cancellation)
        return CancelAnswer::AlreadyCanceled;
    if (meeting.start <= world.now())
        return CancelAnswer::InPast;
    const WorldCancellation cancellation{leaving.name, reason, false, world.now()};
    world.cancelInvitee(invitee, cancellation);
    cancelIfEmpty(world, meeting.id, cancellation);
    return CancelAnswer::Ok;
}

NoShowResult markNoShow(World &world, int invitee)
{
    if (invitee < 0 || static_cast<size_t>(invitee) >= world.invitees().size())
        return {NoShowAnswer::NotFound, noId};
    const WorldInvitee &absent = inviteeOf(world, invitee);
    if (absent.noShow != noId)
        return {NoShowAnswer::AlreadyMarked, absent.noShow};
    if (absent.cancellation)
        return {NoShowAnswer::Canceled, noId};
    if (meetingOf(world, absent.meeting).start > world.now())
        return {NoShowAnswer::NotStarted, noId};
    return {NoShowAnswer::Ok, world.add(WorldNoShow{noId, invitee, world.now(), false})};
}

int createLink(World &world, int eventType, std::optional<WorldShareOverride> share)
{
    // Like "3f2a-91c-04be7d": short to read out, and not to be guessed from the one before.
    const QString digits = world.uuid(World::Thing::NoShow, static_cast<int>(world.links().size()) + 0x10000000);
    WorldLink link;
    link.token = u"%1-%2-%3"_s.arg(digits.left(4), digits.mid(4, 3), digits.mid(24, 6));
    link.eventType = eventType;
    link.createdAt = world.now();
    link.expiresAt = link.createdAt + linkDays * dayLength;
    link.share = std::move(share);
    return world.add(std::move(link));
}
