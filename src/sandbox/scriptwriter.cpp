// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;

} // namespace

ScriptWriter::ScriptWriter(World &world, const WorldCalendar &calendar, const WorldCast &cast)
    : m_world(world), m_calendar(calendar), m_cast(cast)
{
}

int ScriptWriter::meeting(int type, const When &when, const QString &placeText)
{
    const WorldEventType &booked = m_world.eventTypes()[static_cast<size_t>(type)];
    WorldMeeting made;
    made.eventType = type;
    made.organization = booked.organization;
    made.name = booked.name;
    made.start = at(when);
    made.end = made.start + booked.durationMinutes * minuteLength;
    made.hosts = booked.pooling == WorldPooling::RoundRobin ? QList<int>{booked.owner} : booked.hosts;
    made.inviteesLimit = booked.inviteesLimit;
    made.place = booked.places.value(0);
    if (!placeText.isEmpty())
        made.place.location = placeText;
    made.calendarKind = u"google"_s;
    made.createdAt = std::min(made.start - 20 * dayLength, m_world.now() - dayLength);
    made.updatedAt = made.createdAt;
    return m_world.add(std::move(made));
}

int ScriptWriter::invite(int meeting, const Person &person)
{
    WorldInvitee invitee;
    invitee.meeting = meeting;
    invitee.name = person.name;
    invitee.firstName = person.name.section(QLatin1Char(' '), 0, 0);
    invitee.lastName = person.name.section(QLatin1Char(' '), 1);
    invitee.email = person.email;
    invitee.timezone = person.timezone;
    invitee.answers = person.answers;
    invitee.tracking = person.tracking;
    if (!person.phone.isEmpty())
        invitee.textReminderNumber = person.phone;
    const WorldMeeting &joined = m_world.meetings()[static_cast<size_t>(meeting)];
    // At an odd minute of the day, and never in the future.
    const WorldTime booked = joined.start - person.bookedDaysBefore * dayLength - 97 * minuteLength;
    invitee.createdAt = std::min(booked, m_world.now() - 137 * minuteLength);
    invitee.updatedAt = invitee.createdAt;
    invitee.payment = person.payment;
    if (person.confirmedDaysBefore) {
        const WorldTime asked = std::min(joined.start - *person.confirmedDaysBefore * dayLength, m_world.now() - 90 * minuteLength);
        invitee.reconfirmation = WorldReconfirmation{asked, asked + 25 * minuteLength};
    }
    const bool first = joined.invitees.isEmpty();
    const WorldTime created = invitee.createdAt;
    const int added = m_world.add(std::move(invitee));
    if (first)
        m_world.setBookedAt(added, created);
    return added;
}

int ScriptWriter::book(int type, const When &when, const Person &person)
{
    const int made = meeting(type, when, person.phone);
    invite(made, person);
    return made;
}

void ScriptWriter::guests(int meeting, const QStringList &emails)
{
    const WorldTime added = m_world.meetings()[static_cast<size_t>(meeting)].updatedAt;
    for (const QString &email : emails)
        m_world.addGuest(meeting, {email, added});
}

void ScriptWriter::cancel(int meeting, const QString &by, const QString &reason, bool byHost, WorldTime when)
{
    const WorldCancellation cancellation{by, reason, byHost, when};
    const QList<int> invitees = m_world.meetings()[static_cast<size_t>(meeting)].invitees;
    for (const int invitee : invitees)
        m_world.cancelInvitee(invitee, cancellation);
    m_world.cancelMeeting(meeting, cancellation);
}

void ScriptWriter::moved(int oldMeeting, int newMeeting, WorldTime when)
{
    const int from = m_world.meetings()[static_cast<size_t>(oldMeeting)].invitees.first();
    const int to = m_world.meetings()[static_cast<size_t>(newMeeting)].invitees.first();
    cancel(oldMeeting, m_world.invitees()[static_cast<size_t>(from)].name, QString(), false, when);
    m_world.linkRescheduled(from, to);
    m_world.setBookedAt(to, when);
}

void ScriptWriter::noShow(int meeting)
{
    const WorldMeeting &missed = m_world.meetings()[static_cast<size_t>(meeting)];
    // Marked soon after it should have begun, but never before now says so.
    const WorldTime marked = std::min(missed.start + 12 * minuteLength, m_world.now());
    m_world.add(WorldNoShow{noId, missed.invitees.first(), marked, false});
}

void ScriptWriter::notes(int meeting, const QString &text)
{
    m_world.setNotes(meeting, text);
}
