// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "result.h"

#include <QObject>

#include <optional>

class MeetingsApi;
struct NoShowMark;

/// Sets or removes one no-show mark, from the request to knowing what came of it. Nothing is sent again; whatever is
/// unclear afterwards is found out by looking at the invitee. Deletes itself after finished().
class NoShowRequest : public QObject
{
    Q_OBJECT

public:
    /// `invitee` as it is stored.
    NoShowRequest(MeetingsApi &api, Invitee invitee, QObject *parent);

    struct Ended
    {
        Result<Done> outcome;
        std::optional<Invitee> seen; ///< as it is now, where that is known
    };

    void mark();
    void unmark();

signals:
    void finished(const NoShowRequest::Ended &ended);

private:
    void remove(const QUrl &mark);
    void look(bool wanted, const Error &original);
    void end(const Ended &ended);
    Invitee markedBy(const std::optional<NoShowMark> &mark) const;

    MeetingsApi &m_api;
    Invitee m_invitee;
};
