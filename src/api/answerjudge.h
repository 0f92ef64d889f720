// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpanswer.h"
#include "result.h"

#include <QJsonObject>

// What an answer means. Free of shared state, so that big answers can be judged in another thread.

/// The JSON object of a good answer, or why there is none. A good answer without a body is an empty object for a write
/// and Malformed for a read. So is a 401, 404 or 410 that does not say in Calendly's way, or in that of tokens, what it refuses, and a 403 with a web page: a gateway on the
/// way may have sent it, and nothing is given up on its word.
Result<QJsonObject> judge(const HttpAnswer &answer, bool isRead);

/// True when Calendly itself does not accept the token.
bool isRefusedToken(const HttpAnswer &answer);

/// True when Calendly answered, as opposed to nobody or a network that puts its own page in between.
bool cameFromCalendly(const HttpAnswer &answer);
