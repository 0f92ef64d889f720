// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingentry.h"
#include "database.h"

#include <QList>

/// The journal of bookings. What is written here is on the disk when the call returns, so that after a crash it is known
/// what may have been booked.
class BookingTable
{
public:
    explicit BookingTable(Database &database);

    Result<qint64> add(const BookingEntry &entry); ///< its id
    /// With Booked the person is forgotten.
    Result<Done> setState(qint64 id, BookingEntry::State state);
    Result<Done> remove(qint64 id);

    Result<QList<BookingEntry>> open() const; ///< being sent, or unknown; the oldest first
    int countSince(const QDateTime &moment) const; ///< those that are or may be booked
    Result<Done> forgetBookedBefore(const QDateTime &moment);

private:
    Database &m_database;
};
