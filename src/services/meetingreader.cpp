// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingreader.h"

#include "meetingsapi.h"
#include "meetingservice.h"
#include "meetingtable.h"

#include <limits>
#include <utility>

MeetingReader::MeetingReader(MeetingsApi &api, MeetingTable &meetings, MeetingService &service)
    : m_api(api)
    , m_meetings(meetings)
    , m_service(service)
{
}

void MeetingReader::read(const QUrl &meeting, QObject *context)
{
    m_api.meeting(meeting, Urgency::Now, context, [this, meeting](const Result<Meeting> &answer) {
        if (answer)
            m_service.store({*answer});
        else if (answer.error().kind == Error::Kind::NotFound)
            removeOne(meeting);
    });
}

void MeetingReader::look(const QUrl &meeting, QObject *context, Then then)
{
    m_api.meeting(meeting, Urgency::Now, context, [this, then = std::move(then)](const Result<Meeting> &answer) {
        if (answer)
            m_service.store({*answer});
        then(answer);
    });
}

void MeetingReader::fetch(const QUrl &meeting, std::function<bool(const Meeting &)> isWanted, QObject *context, Then then)
{
    m_api.meeting(meeting, Urgency::Now, context,
                  [this, isWanted = std::move(isWanted), context, then = std::move(then)](const Result<Meeting> &answer) {
                      if (answer && isWanted(*answer))
                          fetchInvitees(*answer, context, then);
                      else
                          then(answer);
                  });
}

/// Stored together: without its people nobody knows whether a meeting was canceled or moved.
void MeetingReader::fetchInvitees(const Meeting &meeting, QObject *context, Then then)
{
    m_api.invitees(meeting.uri, Urgency::Now, context, [this, meeting, then = std::move(then)](const Result<Listing<Invitee>> &answer) {
        if (!answer)
            return then(Unexpected(answer.error()));
        Result<Done> stored = m_service.store({meeting});
        if (stored && !answer->flaw) // where some are lacking, they are asked for when the meeting is shown
            stored = m_meetings.setInvitees(meeting.uri, answer->items);
        if (stored)
            then(meeting);
        else
            then(Unexpected(stored.error()));
    });
}

void MeetingReader::removeOne(const QUrl &meeting)
{
    const std::optional<MeetingSummary> stored = m_meetings.summary(meeting);
    if (!stored)
        return;
    const QDateTime start = stored->meeting.start;
    MeetingQuery sameTime;
    sameTime.range = {start, start.addMSecs(1)};
    sameTime.limit = std::numeric_limits<int>::max();
    const Result<QList<MeetingSummary>> neighbors = m_meetings.summaries(sameTime);
    if (!neighbors)
        return;
    QList<QUrl> others;
    for (const MeetingSummary &neighbor : *neighbors) {
        if (neighbor.meeting.uri != meeting)
            others.append(neighbor.meeting.uri);
    }
    m_service.removeMissing(sameTime.range, others);
}
