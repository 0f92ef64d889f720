// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "booking.h"

// What is right and wrong about a request, before slots are looked at (BEHAVIOUR 13).

/// Why the request cannot be booked whatever the time; absent where all is well.
std::optional<BookingRefusal> refusalOf(const World &world, const BookingRequest &request);

/// What the link of the request changes; null for none.
const WorldShareOverride *shareOf(const World &world, const BookingRequest &request);

/// Minutes that the meeting will last.
int durationOf(const World &world, const BookingRequest &request);

/// The places that can be chosen from.
QList<WorldPlace> placesOf(const WorldEventType &type, const WorldShareOverride *share);

/// Where the meeting will be, of a request that was not refused.
WorldPlace bookedPlace(const World &world, const BookingRequest &request);

bool isEmail(const QString &text);
bool isPhoneNumber(const QString &text); ///< in the form of E.164: "+4930…"

/// True for the kinds whose text an invitee gives, e.g. the number to call.
bool isAskedPlace(const QString &kind);
