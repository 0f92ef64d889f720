// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountlist.h"
#include "crashreports.h"
#include "preferences.h"

#include <QString>

/// What all accounts of a profile share on the disk. One object of it for each run, as each part writes its file whole.
struct ProfileFiles
{
    explicit ProfileFiles(const QString &profileFolder)
        : folder(profileFolder)
        , preferences(profileFolder)
        , accounts(profileFolder)
        , crashes(profileFolder, preferences)
    {
    }

    QString folder;
    Preferences preferences;
    AccountList accounts;
    CrashReports crashes;
};
