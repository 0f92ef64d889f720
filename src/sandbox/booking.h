// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QJsonObject>

#include <variant>

/// What somebody fills in to book. Filled from the body of POST /invitees or from a form of the public pages.
struct BookingRequest
{
    int eventType = noId;
    WorldTime start = 0;
    int durationMinutes = 0; ///< 0: as the type
    QString name; ///< or firstName
    QString firstName;
    QString lastName;
    QString email;
    QString timezone;
    QString textReminderNumber;
    QString locationKind; ///< empty: none chosen
    QString location; ///< text or number that goes with the kind
    QList<WorldAnswer> answers;
    WorldTracking tracking;
    QStringList guests;
    QString method; ///< scheduling_method: instant_book, api or null
    int link = noId; ///< the single-use link that this comes from
};

/// Why a booking was not made; `parameter`, `message` and `code` are a detail line of the error body (BEHAVIOUR 13).
struct BookingRefusal
{
    enum class Kind {
        SlotGone, ///< taken, or never there
        NotBookable, ///< type off, deleted or a poll
        LinkUsed,
        LinkExpired,
        Invalid, ///< a field is missing or wrong
        NotFound, ///< the event type, or the invitee that is to be moved
        AlreadyCanceled, ///< the invitee that is to be moved
        InPast, ///< the meeting that is to be moved has begun
    };

    Kind kind = Kind::Invalid;
    QString parameter; ///< e.g. "event.start_time", "invitee.email"
    QString message;
    QString code; ///< e.g. "already_filled", "invalid_location_choice"
};

/// The new invitee's id, or why there is none.
using BookingAnswer = std::variant<int, BookingRefusal>;

/// Reads the body of POST /invitees; refuses what is missing or of the wrong type. `body` is schema InviteeCreate.
std::variant<BookingRequest, BookingRefusal> bookingFromJson(const World &world, const QJsonObject &body);

/// Books at world.now(): checks every rule, makes the meeting or joins the one of a group, uses up the link.
BookingAnswer book(World &world, const BookingRequest &request);

/// Moves a booking: a new invitee (with old_invitee) at `start`, the old one canceled with rescheduled true. A meeting
/// without invitees left is canceled too. `by` is the display name of who does it, and `reason` may be null.
BookingAnswer reschedule(World &world, int invitee, WorldTime start, const QString &by, const QString &reason);

enum class CancelAnswer { Ok, AlreadyCanceled, InPast, NotFound };

/// Cancels the whole meeting for everybody, as its host does (BEHAVIOUR 14.1). `by` is the host's display name.
CancelAnswer cancelByHost(World &world, int meeting, const QString &by, const QString &reason);

/// Cancels one booking, as its invitee does; of a group the meeting goes on while somebody is left.
CancelAnswer cancelByInvitee(World &world, int invitee, const QString &reason);

enum class NoShowAnswer { Ok, AlreadyMarked, NotFound, NotStarted, Canceled };

struct NoShowResult
{
    NoShowAnswer answer = NoShowAnswer::NotFound;
    int mark = noId;
};

/// Marks that an invitee did not come; only after the meeting began.
NoShowResult markNoShow(World &world, int invitee);

/// Makes a single-use link that ends after 90 days; a share when there is an override. Returns its id.
int createLink(World &world, int eventType, std::optional<WorldShareOverride> share = std::nullopt);
