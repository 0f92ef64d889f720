// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelstep.h"

#include "canceljournal.h"
#include "cancelreason.h"
#include "linkservice.h"
#include "owncancellation.h"
#include "whilealive.h"

#include <algorithm>

using State = CancelItem::State;

namespace {

/// Nothing was done, and nothing is wrong with this meeting: it waits until it can be sent.
bool mayStillWait(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::SignedOut:
    case Error::Kind::ScopeMissing:
    case Error::Kind::RateLimited:
    case Error::Kind::Storage:
        return true;
    default:
        return false;
    }
}

/// A link that may have been made is no doubt about the meeting: that stands.
Error withoutLink(Error error)
{
    if (outcomeUnknown(error))
        error.kind = Error::Kind::Refused;
    return error;
}

Error stillAtWork()
{
    return failure(Error::Kind::TimedOut, QStringLiteral("Calendly may still be at work on it."));
}

Error tooLong()
{
    Error error = failure(Error::Kind::Refused, QStringLiteral("The reason is too long."));
    error.httpStatus = 400; // what Calendly would say to it
    return error;
}

} // namespace

CancelStep::CancelStep(CancelJournal &journal, MeetingService &meetings, LinkService &links, const LookTimes &times)
    : m_journal(journal), m_meetings(meetings), m_links(links), m_late(times)
{
}

void CancelStep::resume(const QDateTime &now)
{
    for (const CancelItem &item : m_journal.items()) {
        if (item.state == State::Unknown)
            m_late.resume(item.meeting, std::chrono::milliseconds(item.changedAt.msecsTo(now)), [this, meeting = item.meeting] {
                if (m_looking.contains(meeting))
                    look(meeting);
            });
    }
}

bool CancelStep::looksAgain() const
{
    return std::any_of(m_looking.begin(), m_looking.end(), [this](const QUrl &meeting) { return m_late.mayCome(meeting); });
}

void CancelStep::cancel(const QUrl &meeting)
{
    const CancelItem *item = m_journal.find(meeting);
    if (item && item->wantsLink && item->link.isEmpty())
        makeLink(meeting);
    else
        send(meeting);
}

void CancelStep::makeLink(const QUrl &meeting)
{
    const std::optional<MeetingDetails> details = m_meetings.details(meeting);
    if (!details || !details->eventType)
        return fail(meeting, failure(Error::Kind::NotFound, tr("The event type is not known, so no link could be made.")));
    if (const Result<Done> written = m_journal.announce(meeting, State::MakingLink); !written) {
        m_journal.note(meeting, State::Waiting, written.error());
        return end(meeting, written.error());
    }
    const QString label = details->invitees.isEmpty() ? QString() : details->invitees.first().name;
    m_links.singleUseLink(*details->eventType, label, this, [this, meeting](const Result<SchedulingLink> &link) {
        const CancelItem *known = m_journal.find(meeting);
        if (!link || !known) {
            // Whatever became of the link, the meeting stands.
            return fail(meeting, link ? failure(Error::Kind::Stopped, {}) : withoutLink(link.error()));
        }
        CancelItem item = *known;
        item.link = link->bookingUrl;
        item.reason = withLink(item.reason, item.link);
        if (const Result<Done> written = m_journal.put({item}); !written) {
            m_journal.noteLink(item, written.error()); // no other one is made for it
            return end(meeting, written.error());
        }
        send(meeting);
    });
    emit changed();
}

void CancelStep::send(const QUrl &meeting)
{
    const CancelItem *item = m_journal.find(meeting);
    const std::optional<MeetingSummary> stored = m_meetings.summary(meeting);
    if (stored && stored->meeting.canceled) {
        m_journal.note(meeting, State::CanceledBefore);
        return end(meeting);
    }
    if (m_meetings.isCanceling(meeting))
        return fail(meeting, failure(Error::Kind::Conflict, MeetingService::tr("This meeting is being canceled already.")));
    if (item->reason.size() > longestCancelReason)
        return fail(meeting, tooLong());
    const QString reason = item->reason;
    if (const Result<Done> written = m_journal.announce(meeting, State::Sending); !written) {
        m_journal.note(meeting, State::Waiting, written.error());
        return end(meeting, written.error());
    }
    m_meetings.cancel(meeting, reason, this,
                      [this, meeting](const Result<MeetingService::CancelOutcome> &outcome) { answered(meeting, outcome); });
    emit changed();
}

void CancelStep::answered(const QUrl &meeting, const Result<MeetingService::CancelOutcome> &outcome)
{
    if (!outcome)
        return fail(meeting, outcome.error());
    const bool ours = *outcome == MeetingService::CancelOutcome::Canceled;
    m_journal.note(meeting, ours ? State::Canceled : State::CanceledBefore);
    end(meeting);
}

void CancelStep::fail(const QUrl &meeting, const Error &error)
{
    const CancelItem *item = m_journal.find(meeting);
    const bool sent = item && item->state == State::Sending;
    if (sent && outcomeUnknown(error))
        m_journal.noteUnknown(meeting, error);
    else
        m_journal.note(meeting, mayStillWait(error) ? State::Waiting : State::Failed, error);
    if (sent && mayStillBeDone(error)) {
        m_looking.insert(meeting);
        m_late.wait(meeting, [this, meeting] { look(meeting); });
    }
    end(meeting, error);
}

void CancelStep::end(const QUrl &meeting, const std::optional<Error> &error)
{
    QMetaObject::invokeMethod(
        this, [this, meeting, error] { emit ended(meeting, error); }, Qt::QueuedConnection);
}

void CancelStep::look(const QUrl &meeting)
{
    m_meetings.look(meeting, this, [this, meeting](const Result<Meeting> &found) {
        const CancelItem *item = m_journal.find(meeting);
        const bool wasUnknown = item && item->state == State::Unknown;
        if (wasUnknown)
            judge(*item, found);
        emit looked(meeting, wasUnknown);
    });
}

void CancelStep::judge(const CancelItem &item, const Result<Meeting> &found)
{
    const QUrl meeting = item.meeting;
    if (!found && found.error().kind != Error::Kind::NotFound) {
        m_journal.noteUnknown(meeting, found.error());
    } else if (!found) {
        m_journal.note(meeting, State::Failed, found.error());
    } else if (!found->canceled && m_late.mayCome(meeting)) {
        m_looking.insert(meeting);
        return m_journal.noteUnknown(meeting, stillAtWork());
    } else if (!found->canceled) {
        m_journal.note(meeting, State::Failed, failure(Error::Kind::Refused, MeetingService::tr("The meeting was not canceled. You can try again.")));
    } else {
        const bool ours = found->cancellation && looksLikeOurs(*found->cancellation, item.reason);
        m_journal.note(meeting, ours ? State::Canceled : State::CanceledBefore);
    }
    if (const CancelItem *now = m_journal.find(meeting); now && now->state != State::Unknown)
        m_late.settle(meeting);
    if (!m_late.mayCome(meeting))
        m_looking.remove(meeting);
}
