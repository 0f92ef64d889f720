// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandboxserver.h"

/// What the command line of sundial-sandbox asks for.
struct SandboxArguments
{
    SandboxOptions options;
    std::optional<int> exitCode; ///< set: print `text` and end, with 2 for arguments that make no sense
    QString text;
};

SandboxArguments readSandboxArguments(const QStringList &arguments);
