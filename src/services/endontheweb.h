// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What ends a sign-in that signing out could not end: sentences for the user.

/// Of a sign-in with the browser.
QString endSignInOnTheWeb();
/// Of a personal access token, which only its owner can end.
QString endTokenOnTheWeb();
