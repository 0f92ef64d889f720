// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"
#include "bookingentry.h"
#include "clock.h"
#include "latewrites.h"
#include "result.h"

#include <QObject>

#include <functional>
#include <memory>

class BookingApi;
class BookingTable;
class MeetingService;
class MeetingsApi;
class PendingWrites;

/// Books times for people, and never one of them twice: each booking is written down before its request leaves, and after an
/// answer that leaves the outcome open it is looked for before anything can be tried again.
class BookingService : public QObject
{
    Q_OBJECT

public:
    BookingService(BookingApi &api, MeetingsApi &meetingsApi, MeetingService &meetings, BookingTable &table, PendingWrites &writes, Clock clock,
                   LookTimes times = {}, QObject *parent = nullptr);
    ~BookingService() override;

    /// Who books.
    struct Account
    {
        QUrl user;
        QUrl organization;
    };

    /// Books at once; `then` hears the meeting's URI. While the same person's booking for the same time is on its way or
    /// unknown, another one is refused (Conflict, status 0). Conflict with a status says that the time is taken. What Calendly
    /// did not answer in time and may still book is unknown; it is looked for again, and lookedAgain() tells. Goes on when
    /// `context` is gone.
    void book(const BookingDraft &draft, const EventType &type, const Account &account, QObject *context,
              std::function<void(const Result<QUrl> &)> then);

    QList<BookingEntry> unknown() const; ///< of which nobody knows whether they are booked
    bool looksAgain(qint64 id) const; ///< an unknown one that may still be booked: it is looked for by itself in a while
    enum class Look {
        Booked,
        NotBooked,
        NotYet, ///< it may still be booked; it is looked for by itself in a while
    };
    /// Looks whether an unknown booking was made. Not booked, it is forgotten; with an error, which says why it could not be
    /// seen, it stays unknown.
    void look(qint64 id, const Account &account, QObject *context, std::function<void(const Result<Look> &)> then);
    Result<Done> dismiss(qint64 id); ///< it is forgotten: the user has looked, or its time is past

    /// Bookings made from this computer in the last day.
    int countToday() const;

    /// The store belongs to another account now; what was on its way when it was last closed is unknown.
    void reload();

signals:
    void changed();
    /// What came of an unknown booking that was looked for by itself; never NotYet.
    void lookedAgain(const BookingEntry &entry, const Result<BookingService::Look> &found);

private:
    class Private;
    std::unique_ptr<Private> d;
};
