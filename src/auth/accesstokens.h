// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

/// A sign-in as it lies in the keychain: one value, so that the pair and its generation can never part.
struct AccessTokens
{
    QByteArray accessToken;
    QByteArray refreshToken; ///< empty for a personal access token, or where the server gave none
    QDateTime expiresAt; ///< UTC; null for a personal access token
    QUrl owner; ///< user URI
    QUrl organization;
    QStringList scopes; ///< empty where the server does not say
    int generation = 0; ///< grows with each renewal
    bool operator==(const AccessTokens &) const = default;

    bool isPersonal() const { return refreshToken.isEmpty() && expiresAt.isNull(); }
};
