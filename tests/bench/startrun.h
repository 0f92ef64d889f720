// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

/// What one warm start of the program costs, as a process of its own.
struct StartFigures
{
    double shown = -1; ///< from the start of the process to meetings painted, milliseconds
    double cpu = -1; ///< until three seconds after that, milliseconds
    double memory = -1; ///< PSS then, MiB
    double idleCpu = -1; ///< of the hidden window, in 10 seconds, milliseconds; negative where it was not looked at
    double idleWakeUps = -1; ///< a second, all threads
};

/// Starts the program on a filled profile in a child process; `idle`: also looks at it for 10 seconds with its window hidden.
StartFigures measureStart(const QString &profile, const QUrl &server, const QByteArray &token, bool idle);

/// True when this process is such a child; `code` is its exit code then.
bool runAsStartedChild(int argc, char *argv[], int &code);
