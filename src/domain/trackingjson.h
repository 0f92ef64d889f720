// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"

class JsonReader;

/// Where a booking came from, read from the object that holds it (contract: schema Tracking).
Tracking trackingFrom(const JsonReader &read);
