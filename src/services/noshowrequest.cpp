// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowrequest.h"

#include "latewrites.h"
#include "meetingservice.h"
#include "meetingsapi.h"
#include "whilealive.h"

namespace {

/// Whether Calendly may have what was wanted all the same: the answer was lost, or somebody did the same before, which
/// is refused in words that differ.
bool needsLook(const Error &error)
{
    return outcomeUnknown(error) || error.kind == Error::Kind::Refused || error.kind == Error::Kind::Conflict
        || error.kind == Error::Kind::NotFound;
}

Error nothingHappened(const Error &original)
{
    if (!outcomeUnknown(original) || mayStillBeDone(original))
        return original;
    Error error = failure(Error::Kind::Refused, MeetingService::tr("The no-show mark was not changed. You can try again."));
    error.httpStatus = original.httpStatus;
    return error;
}

} // namespace

NoShowRequest::NoShowRequest(MeetingsApi &api, Invitee invitee, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_invitee(std::move(invitee))
{
}

void NoShowRequest::mark()
{
    m_api.markNoShow(m_invitee.uri, this, [this](const Result<NoShowMark> &answer) {
        if (answer)
            end({Done{}, markedBy(*answer)});
        else
            look(true, answer.error());
    });
}

void NoShowRequest::unmark()
{
    if (!m_invitee.noShow.isEmpty())
        return remove(m_invitee.noShow);
    // The mark's own address is not known here: it was set elsewhere.
    m_api.invitee(m_invitee.uri, Urgency::Now, this, [this](const Result<Invitee> &found) {
        if (!found)
            return end({Unexpected(found.error()), std::nullopt});
        if (found->noShow.isEmpty())
            return end({Done{}, *found});
        m_invitee = *found;
        remove(found->noShow);
    });
}

void NoShowRequest::remove(const QUrl &mark)
{
    m_api.removeNoShow(mark, this, [this](const Result<Done> &answer) {
        if (answer)
            end({Done{}, markedBy(std::nullopt)});
        else
            look(false, answer.error());
    });
}

void NoShowRequest::look(bool wanted, const Error &original)
{
    if (!needsLook(original))
        return end({Unexpected(original), std::nullopt});
    m_api.invitee(m_invitee.uri, Urgency::Now, this, [this, wanted, original](const Result<Invitee> &found) {
        if (!found)
            return end({Unexpected(original), std::nullopt});
        const bool isMarked = !found->noShow.isEmpty();
        end({isMarked == wanted ? Result<Done>(Done{}) : Unexpected(nothingHappened(original)), *found});
    });
}

void NoShowRequest::end(const Ended &ended)
{
    deleteLater();
    emit finished(ended);
}

Invitee NoShowRequest::markedBy(const std::optional<NoShowMark> &mark) const
{
    Invitee invitee = m_invitee;
    invitee.noShow = mark ? mark->uri : QUrl();
    invitee.source.insert(QStringLiteral("no_show"), mark ? QJsonValue(toJson(*mark)) : QJsonValue());
    return invitee;
}
