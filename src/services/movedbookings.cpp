// SPDX-License-Identifier: GPL-3.0-or-later
#include "movedbookings.h"

#include "meetingsapi.h"
#include "meetingtable.h"
#include "whilealive.h"

MovedBookings::MovedBookings(MeetingsApi &api, MeetingTable &meetings, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_meetings(meetings)
    , m_requests(std::make_unique<QObject>())
{
}

MovedBookings::~MovedBookings() = default;

RescheduleChain MovedBookings::chainOf(const QUrl &invitee) const
{
    return followChain(invitee, [this](const QUrl &step) {
        const std::optional<RescheduleStep> stored = m_meetings.step(step);
        const auto read = m_steps.constFind(step);
        return stored || read == m_steps.constEnd() ? stored : std::optional(*read);
    });
}

void MovedBookings::readUnknown(const RescheduleChain &chain)
{
    for (const QUrl &invitee : unknownSteps(chain)) {
        if (m_asked.contains(invitee) || meetingOfInvitee(invitee).isEmpty())
            continue;
        m_asked.insert(invitee);
        read(invitee);
    }
}

void MovedBookings::forget()
{
    m_requests = std::make_unique<QObject>();
    m_steps.clear();
    m_asked.clear();
}

void MovedBookings::read(const QUrl &invitee)
{
    m_api.invitee(invitee, Urgency::Now, m_requests.get(), [this, invitee](const Result<Invitee> &answer) {
        if (!answer)
            return failed(invitee, isPassing(answer.error()));
        readTime({.invitee = invitee,
                  .meeting = meetingOfInvitee(invitee),
                  .bookedAt = answer->createdAt,
                  .oldInvitee = answer->oldInvitee,
                  .newInvitee = answer->newInvitee});
    });
}

void MovedBookings::readTime(RescheduleStep step)
{
    m_api.meeting(step.meeting, Urgency::Now, m_requests.get(), [this, step](const Result<Meeting> &answer) mutable {
        if (!answer)
            return failed(step.invitee, isPassing(answer.error()));
        step.start = answer->start;
        step.end = answer->end;
        m_steps.insert(step.invitee, step);
        emit found();
    });
}

/// What may work later is asked for again when somebody next looks at the meeting.
void MovedBookings::failed(const QUrl &invitee, bool passing)
{
    if (passing)
        m_asked.remove(invitee);
}
