// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "place.h"
#include "timerange.h"

#include <QDateTime>
#include <QString>

/// Something about a meeting that was another when it was read before. Calendly keeps no such history, so that all there
/// is to tell is what was seen here, and when.
struct MeetingChange
{
    enum class Kind {
        TimeChanged,
        PlaceChanged,
        NameChanged,
        HostsChanged,
        GuestAdded,
        GuestRemoved,
        Canceled,
        Reinstated, ///< canceled before, and no longer
        PersonJoined, ///< somebody more booked
        PersonLeft,
        PersonReturned,
        AnswerChanged,
        NoShowMarked,
        NoShowRemoved,
    };

    QDateTime seenAt;
    Kind kind = Kind::TimeChanged;
    QString who; ///< guest, person or canceler; empty where it says nothing
    QString about; ///< the question of an answer, the reason of a cancellation
    QString before;
    QString after;
    TimeRange timeBefore; ///< of TimeChanged
    TimeRange timeAfter;
    Place placeBefore; ///< of PlaceChanged: kind, text and the server's word
    Place placeAfter;
    bool operator==(const MeetingChange &) const = default;
};
