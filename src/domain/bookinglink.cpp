// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookinglink.h"

#include "linkparameters.h"

QUrl withTrackingToken(const QUrl &bookingUrl, const QString &token)
{
    return withParameters(bookingUrl, {{QStringLiteral("utm_content"), token}});
}
