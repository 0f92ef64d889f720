// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <optional>

/// A service whose meetings a program of its own opens, too, by a URI scheme that this program registers.
enum class JoinProgram { Zoom, Teams };

/// Whose meeting a web address joins; nothing where the browser is the only way.
std::optional<JoinProgram> joinProgramOf(const QUrl &address);

/// The address that opens the meeting in the service's own program (zoommtg: and msteams:, as the services document
/// them); empty where joinProgramOf() says nothing. It carries what the web address does, the password too.
QUrl inOwnProgram(const QUrl &address);
