// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QUrl>

#include <functional>
#include <optional>

/// One booking of somebody who moved it: a place in a meeting, and the bookings before and after it.
struct RescheduleStep
{
    QUrl invitee;
    QUrl meeting;
    QDateTime start; ///< null where it is not known here
    QDateTime end;
    QDateTime bookedAt; ///< of the first booking, or when it was moved to this time; may be null
    QUrl oldInvitee;
    QUrl newInvitee;
    bool operator==(const RescheduleStep &) const = default;
};

/// How a booking was moved, the first time first. The outermost steps may be unknown: then only their URIs are there.
struct RescheduleChain
{
    QList<RescheduleStep> steps; ///< two or more, or none where nothing was moved
    qsizetype here = 0; ///< the step that was asked for
    bool operator==(const RescheduleChain &) const = default;
};

/// The story of a booking, told by following it to both sides. Ends where bookings run in a circle, and after a while.
RescheduleChain followChain(const QUrl &invitee,
                            const std::function<std::optional<RescheduleStep>(const QUrl &invitee)> &stepOf);

/// Bookings of the story that are not known here.
QList<QUrl> unknownSteps(const RescheduleChain &chain);

/// The meeting that an invitee's URI lies below; empty for a URI of another shape.
QUrl meetingOfInvitee(const QUrl &invitee);
