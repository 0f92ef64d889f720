// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

/// That part of a list is lacking although no request failed. Like Malformed in what it means for others, but said in words
/// of its own.
inline Error incomplete(const QString &message)
{
    return {.kind = Error::Kind::Malformed, .message = message, .title = QStringLiteral("Incomplete")};
}

inline bool isIncomplete(const Error &error)
{
    return error.kind == Error::Kind::Malformed && error.title == QLatin1String("Incomplete");
}
