// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrequest.h"

#include "latewrites.h"
#include "meetingsapi.h"
#include "owncancellation.h"
#include "whilealive.h"

namespace {

using Outcome = MeetingService::CancelOutcome;

/// Whether the meeting may be canceled all the same: the server's words for it are not promised. What is refused for the
/// sign-in or the pace says nothing of the meeting and would be refused for each of many.
bool isAboutTheMeeting(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::NotAllowed || error.kind == Error::Kind::Conflict
        || error.kind == Error::Kind::Refused;
}

Error notCanceled(const Error &original)
{
    Error error = failure(Error::Kind::Refused, MeetingService::tr("The meeting was not canceled. You can try again."));
    error.httpStatus = original.httpStatus;
    return error;
}

bool saysAlreadyCanceled(const Error &error)
{
    return error.message.contains(QLatin1String("already canceled"), Qt::CaseInsensitive)
        || error.message.contains(QLatin1String("already cancelled"), Qt::CaseInsensitive);
}

} // namespace

CancelRequest::CancelRequest(MeetingsApi &api, QUrl meeting, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_meeting(std::move(meeting))
{
}

void CancelRequest::start(const QString &reason)
{
    m_reason = reason;
    m_api.cancel(m_meeting, reason, this, [this](const Result<Cancellation> &answer) {
        if (!answer)
            return refused(answer.error());
        end({Outcome::Canceled, std::nullopt, *answer});
    });
}

void CancelRequest::refused(const Error &error)
{
    if (outcomeUnknown(error))
        return lookAfterSilence(error);
    if (isAboutTheMeeting(error) && error.httpStatus > 0) // what was never sent needs no look
        return lookAfterRefusal(error);
    end({Unexpected(error), std::nullopt, std::nullopt});
}

void CancelRequest::lookAfterRefusal(const Error &original)
{
    m_api.meeting(m_meeting, Urgency::Now, this, [this, original](const Result<Meeting> &answer) {
        const std::optional<Meeting> seen = answer ? std::optional(*answer) : std::nullopt;
        const bool isTold = saysAlreadyCanceled(original);
        if (seen ? seen->canceled : isTold) // the server's word counts where it cannot be looked
            return end({Outcome::WasAlreadyCanceled, seen, std::nullopt});
        end({Unexpected(seen && isTold ? notCanceled(original) : original), seen, std::nullopt});
    });
}

void CancelRequest::lookAfterSilence(const Error &original)
{
    m_api.meeting(m_meeting, Urgency::Now, this, [this, original](const Result<Meeting> &answer) {
        end(answer ? judged(*answer, original) : Ended{Unexpected(original), std::nullopt, std::nullopt});
    });
}

CancelRequest::Ended CancelRequest::judged(const Meeting &seen, const Error &original) const
{
    if (!seen.canceled && mayStillBeDone(original))
        return {Unexpected(original), seen, std::nullopt};
    if (!seen.canceled)
        return {Unexpected(notCanceled(original)), seen, std::nullopt};
    const bool ours = seen.cancellation && looksLikeOurs(*seen.cancellation, m_reason);
    return {ours ? Outcome::Canceled : Outcome::WasAlreadyCanceled, seen, std::nullopt};
}

void CancelRequest::end(const Ended &ended)
{
    deleteLater();
    emit finished(ended);
}
