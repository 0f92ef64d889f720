// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// How something says to which of several accounts it belongs; without a number where that goes without saying.
struct AccountMark
{
    QString name;
    int number = 0; ///< from 1; gives the colour
    bool isSaid() const { return number > 0; }
    bool operator==(const AccountMark &) const = default;
};
