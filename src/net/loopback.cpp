// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback.h"

#include <QHostAddress>

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host == QLatin1String("localhost"))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}
