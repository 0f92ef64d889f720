// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "meeting.h"
#include "noshowmark.h"
#include "pagedlist.h"

/// Scheduled events and their invitees.
class MeetingsApi
{
public:
    explicit MeetingsApi(RestClient &client);

    /// What to list (contract: listScheduledEvents). One of `user` and `organization` is needed.
    struct Query
    {
        QUrl user;
        QUrl organization;
        QString inviteeEmail;
        TimeRange range; ///< by start time; null ends are open
        QString status; ///< active, canceled, or empty for both
        bool newestFirst = false;
        int count = 100;
        QString pageToken;
    };

    int mostPages() const; ///< of one list; a longer one has no end
    void list(const Query &query, Urgency urgency, QObject *context, PageThen<Meeting> then);
    void meeting(const QUrl &meeting, Urgency urgency, QObject *context,
                 std::function<void(const Result<Meeting> &)> then);

    /// Cancels the whole meeting and mails everybody. Sent once. An empty reason is not sent.
    void cancel(const QUrl &meeting, const QString &reason, QObject *context,
                std::function<void(const Result<Cancellation> &)> then);

    void invitees(const QUrl &meeting, Urgency urgency, QObject *context, ListingThen<Invitee> then);
    void invitee(const QUrl &invitee, Urgency urgency, QObject *context,
                 std::function<void(const Result<Invitee> &)> then);

    /// Marks somebody as not having come. Sent once; a second mark is refused.
    void markNoShow(const QUrl &invitee, QObject *context, std::function<void(const Result<NoShowMark> &)> then);
    /// Takes the mark away. Qt 6.4 may send it again by itself when the connection breaks; a second one finds nothing.
    void removeNoShow(const QUrl &mark, QObject *context, std::function<void(const Result<Done> &)> then);

private:
    RestClient &m_client;
};
