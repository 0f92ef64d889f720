// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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
