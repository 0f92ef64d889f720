// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

/// That the port for the way back from the browser could not be opened. Like Storage in what it means for others, but what the
/// user has to do has nothing to do with disk or keychain.
inline Error portTaken(const QString &message)
{
    return {.kind = Error::Kind::Storage, .message = message, .title = QStringLiteral("PortTaken")};
}

inline bool isPortTaken(const Error &error)
{
    return error.kind == Error::Kind::Storage && error.title == QLatin1String("PortTaken");
}
