// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>

/// Why a sign-in with the browser came to nothing, in words for the user.
struct SignInFailure
{
    QString title; ///< "You did not allow access"
    QString sentence; ///< what is stored or lost, and the way on
};

SignInFailure signInFailure(const Error &error);
