// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"
#include "restclient.h"

/// Booking for somebody.
class BookingApi
{
public:
    explicit BookingApi(RestClient &client);

    /// Books at once and mails everybody. Sent once: a second request books a second time (BEHAVIOUR 13.10). Error kind
    /// Conflict: the time is no longer open. RateLimited is about a limit of bookings, and holds up nothing else.
    void book(const BookingDraft &draft, QObject *context, std::function<void(const Result<Invitee> &)> then);

private:
    RestClient &m_client;
};
