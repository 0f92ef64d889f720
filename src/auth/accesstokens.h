// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <chrono>

/// A sign-in as it lies in the keychain: one value, so that the pair and its generation can never part.
struct AccessTokens
{
    QByteArray accessToken;
    QByteArray refreshToken; ///< empty for a personal access token, or where the server gave none
    QDateTime expiresAt; ///< UTC; null for a personal access token
    std::chrono::seconds lifetime{0}; ///< of the access token when it was given; 0 where that was not written down
    QUrl owner; ///< user URI
    QUrl organization;
    QStringList scopes; ///< empty where the server does not say
    int generation = 0; ///< grows with each renewal
    bool operator==(const AccessTokens &) const = default;

    bool isPersonal() const { return refreshToken.isEmpty() && expiresAt.isNull(); }

    /// When the pair is to be renewed: `lead` before the access token's end, but not before three quarters of its life.
    QDateTime renewAt(std::chrono::seconds lead) const
    {
        return expiresAt.addSecs(-(lifetime.count() > 0 ? std::min(lead, lifetime / 4) : lead).count());
    }
};
