// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindowparts.h"

#include "accountservice.h"
#include "zones.h"

QTimeZone shownZone(const MainWindowParts &parts)
{
    if (const auto account = parts.account.account()) {
        if (const auto zone = zoneNamed(account->user.timezone))
            return *zone;
    }
    return QTimeZone::systemTimeZone();
}
