// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults.h"

namespace sandbox {

/// True for faults that answer without doing what was asked.
bool answersByItself(const Fault &fault);
/// The answer of such a fault.
HttpResponse faultAnswer(const Fault &fault);
/// A good answer, spoilt.
HttpResponse spoilt(HttpResponse response, const Fault &fault, const HttpRequest &request);

/// Page tokens that the endless fault gives out; a request with one is answered with the first page.
HttpRequest withoutEndlessToken(HttpRequest request);

} // namespace sandbox
