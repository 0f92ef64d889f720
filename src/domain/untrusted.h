// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

/// That no secure connection could be agreed on, so that nothing was sent. Like Offline in what it means for others, but not
/// in what the user has to do.
inline Error untrusted(const QString &message)
{
    return {.kind = Error::Kind::Offline, .message = message, .title = QStringLiteral("Untrusted")};
}

inline bool isUntrusted(const Error &error)
{
    return error.kind == Error::Kind::Offline && error.title == QLatin1String("Untrusted");
}
