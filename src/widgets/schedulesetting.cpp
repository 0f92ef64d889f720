// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulesetting.h"

#include "accountservice.h"
#include "mainwindowparts.h"

AgendaSetting scheduleSetting(const MainWindowParts &parts)
{
    AgendaSetting now;
    now.now = parts.clock();
    now.zone = shownZone(parts);
    if (const std::optional<Account> account = parts.account.account())
        now.ownName = account->user.name;
    return now;
}
