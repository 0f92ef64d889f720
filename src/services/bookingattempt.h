// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingentry.h"
#include "clock.h"
#include "invitee.h"
#include "pendingwrites.h"
#include "result.h"

#include <QObject>

#include <optional>

class BookingApi;
class MeetingsApi;
struct BookingDraft;

/// What mayStillBeDone() says, and more: a booking that is made twice does harm, and a server goes on with what it has when the
/// connection breaks.
bool mayStillBeBooked(const Error &error);

/// One booking, from the request to knowing what came of it. The POST is sent once; whatever is unclear afterwards is found
/// out by looking for the person and the start. Deletes itself after finished().
class BookingAttempt : public QObject
{
    Q_OBJECT

public:
    /// Where to look for meetings.
    struct Account
    {
        QUrl user;
        QUrl organization;
    };

    /// `entry` as it is written down.
    BookingAttempt(BookingApi &booking, MeetingsApi &meetings, BookingEntry entry, Account account, PendingWrites::Hold hold, QObject *parent);

    void book(const BookingDraft &draft);
    void look(); ///< without sending anything

    /// The meeting that was booked; nothing where there is none for sure, so that trying again is safe. Of book() an error for
    /// which outcomeUnknown() holds says that nobody knows, and another one why nothing was booked; of look() each error says
    /// why it could not be seen.
    using Outcome = Result<std::optional<QUrl>>;

signals:
    void finished(const BookingAttempt::Outcome &outcome);

private:
    void lookAt(const QList<QUrl> &meetings, bool isWhole);
    void leaveOpen(const Error &whyUnseen);
    void end(const Outcome &outcome);

    BookingApi &m_booking;
    MeetingsApi &m_meetings;
    const BookingEntry m_entry;
    const Account m_account;
    const PendingWrites::Hold m_hold;
    std::optional<Error> m_lost; ///< instead of an answer to what was sent
};
