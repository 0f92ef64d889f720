// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"
#include "meetingservice.h"

#include <QObject>

class MeetingsApi;

/// One cancellation, from the request to knowing what came of it. The POST is sent once; whatever is unclear afterwards
/// is found out by one look, also whether a refusal is for a meeting that is canceled already. A meeting that still stands where Calendly may still be at work is told as unknown. Deletes itself after finished().
class CancelRequest : public QObject
{
    Q_OBJECT

public:
    CancelRequest(MeetingsApi &api, QUrl meeting, QObject *parent);

    struct Ended
    {
        Result<MeetingService::CancelOutcome> outcome;
        std::optional<Meeting> seen; ///< as a look found it
        std::optional<Cancellation> cancellation; ///< as the server confirmed it
    };

    void start(const QString &reason);
    QUrl meeting() const { return m_meeting; }

signals:
    void finished(const CancelRequest::Ended &ended);

private:
    void refused(const Error &error);
    void lookAfterRefusal(const Error &original);
    void lookAfterSilence(const Error &original);
    Ended judged(const Meeting &seen, const Error &original) const;
    void end(const Ended &ended);

    MeetingsApi &m_api;
    QUrl m_meeting;
    QString m_reason;
};
