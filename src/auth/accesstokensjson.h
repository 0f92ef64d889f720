// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokens.h"
#include "result.h"

/// The text of a keychain item: one line of ASCII.
QString toItemText(const AccessTokens &tokens);

/// Error kind Storage where the text is not an item of this program.
Result<AccessTokens> fromItemText(const QString &text);
