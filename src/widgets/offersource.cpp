// SPDX-License-Identifier: GPL-3.0-or-later
#include "offersource.h"

#include "accountservice.h"
#include "agendatext.h"
#include "availabilityservice.h"
#include "hosting.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "zones.h"

OfferSource::OfferSource(EventType type, const MainWindowParts &parts, QObject *parent) : QObject(parent), m_type(std::move(type)), m_parts(parts)
{
    connect(&m_parts.availability, &AvailabilityService::changed, this, &OfferSource::changed);
    connect(&m_parts.meetings, &MeetingService::changed, this, &OfferSource::changed);
}

bool OfferSource::ownTimeDecides() const
{
    const auto account = m_parts.account.account();
    return account && !mayBeHostedByOthers(m_type, account->user.uri);
}

void OfferSource::read(const QDateTime &until)
{
    const auto account = m_parts.account.account();
    if (!account || !ownTimeDecides())
        return;
    m_parts.availability.refreshBusyTimes(account->user.uri, {m_parts.clock(), until});
    findSchedule();
}

/// Calendly tells which event types use a schedule, not which schedule an event type uses.
void OfferSource::findSchedule()
{
    const auto account = m_parts.account.account();
    for (const AvailabilitySchedule &schedule : m_parts.availability.schedules()) {
        m_parts.availability.usedBy(account->user.uri, schedule.uri, this, [this, schedule](const Result<QList<QUrl>> &types) {
            if (!types || !types->contains(m_type.uri))
                return;
            m_schedule = schedule;
            emit changed();
        });
    }
}

OfferFacts OfferSource::facts(const QList<OpenTime> &times, const QDateTime &until) const
{
    OfferFacts facts{.now = m_parts.clock(), .readUntil = until, .length = m_type.duration};
    if (!times.isEmpty()) {
        facts.firstOffered = times.first().start;
        facts.lastOffered = times.last().start;
    }
    facts.othersHost = !ownTimeDecides() || m_type.kind == EventType::Kind::Collective;
    if (!ownTimeDecides())
        return facts;
    facts.schedule = m_schedule;
    if (m_schedule)
        facts.zone = zoneNamed(m_schedule->timezone).value_or(QTimeZone::utc());
    addMeetings(facts);
    const AvailabilityService::BusyTimes busy = m_parts.availability.busyTimes({facts.now, until});
    facts.busyUnknown = busy.unknown;
    for (const BusyTime &time : busy.busy) {
        const bool isMeeting = time.kind == BusyTime::Kind::Calendly;
        if (!isMeeting)
            facts.busy.append(time);
    }
    return facts;
}

void OfferSource::addMeetings(OfferFacts &facts) const
{
    const auto account = m_parts.account.account();
    MeetingQuery query{.range = {facts.now, facts.readUntil}, .status = MeetingQuery::Status::Active};
    query.host = account->user.uri;
    for (const MeetingSummary &row : m_parts.meetings.meetings(query)) {
        const Meeting &meeting = row.meeting;
        const bool ofThisGroup = isGroup(meeting) && meeting.eventType == m_type.uri;
        facts.meetings.append({.range = {meeting.start, meeting.end},
                               .name = nameText(meeting),
                               .isFull = ofThisGroup && meeting.inviteesActive >= meeting.inviteesLimit,
                               .places = meeting.inviteesLimit});
    }
}
