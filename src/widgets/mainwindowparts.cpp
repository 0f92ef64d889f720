// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindowparts.h"

#include "accountservice.h"
#include "zones.h"

QTimeZone shownZone(const MainWindowParts &parts)
{
    const auto account = parts.account.account();
    return account ? zoneOfUser(account->user.timezone) : zoneOfSystem();
}

bool isShownZoneGuessed(const MainWindowParts &parts)
{
    const auto account = parts.account.account();
    return account && !zoneNamed(account->user.timezone);
}
