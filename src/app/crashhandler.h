// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// From here on a fatal signal, on Windows an exception that nobody takes, leaves a report in the profile: one file that
/// only its owner may read, for CrashReports. Then it goes on to whoever had it before, so that the program ends as it
/// would have without. To be called once, in the window's thread.
///
/// A report says versions and system, when and by what the program ended, in which thread, and the back trace as names of
/// modules with offsets: nothing of the memory, the arguments, the environment, or of where anything lies. Where it takes
/// longer than `patience`, it is left as far as it came.
void reportCrashes(const QString &profileFolder, std::chrono::seconds patience = std::chrono::seconds(5));
