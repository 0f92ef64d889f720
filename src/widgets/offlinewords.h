// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>

#include <optional>

struct MainWindowParts;

/// Why Calendly cannot be asked for anything now.
struct OfflineFact
{
    QString iconName;
    QString text; ///< "Calendly cannot be reached", without a full stop
};

/// Of a program that is not online; one without a sign-in needs no network, but a sign-in.
OfflineFact offlineFact(const MainWindowParts &parts);

/// Empty while online; else `needsNetwork` ("Canceling needs the network."), or that nobody is signed in.
QString whyOffline(const MainWindowParts &parts, const QString &needsNetwork);

/// Why nothing at all comes from Calendly; null while something does. For places whose own reading has no problem to tell.
std::optional<Error> whyNothingComes(const MainWindowParts &parts);
