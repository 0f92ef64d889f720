// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// The square of one of several accounts: its ground, and the letters on it.
struct AccountColors
{
    QColor ground;
    QColor ink;
};

/// Those of the account with that number (AccountMark), from 1; after eight they begin again. In a high-contrast palette of
/// the system all are alike: there the letters tell.
AccountColors accountColors(int number, const QPalette &palette);
