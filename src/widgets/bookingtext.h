// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"
#include "bookinglimit.h"
#include "error.h"

#include <QString>

// What is said while somebody is being booked.

/// What is wrong with a field, and what to do.
QString faultText(const BookingFault &fault);
/// Why nothing was booked, or that nobody knows; what to do.
QString bookingErrorText(const Error &error);
/// "2 of 100 bookings used in the last 24 hours, as counted on this computer."
QString quotaText(const BookingLimit &limit, int used);
/// Who gets mail: "Calendly books at once and mails Ana (ana@example.org) and 2 guests. …"
QString summaryText(const BookingDraft &draft);
