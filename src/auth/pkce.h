// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// One attempt's proof key for code exchange, method S256 (RFC 7636).
struct Pkce
{
    QByteArray verifier; ///< 43 letters; goes out with the code only
    QByteArray challenge;
};

/// A pair made from 32 bytes of the system's random source.
Pkce freshPkce();

/// BASE64URL(SHA256(verifier)) without padding.
QByteArray pkceChallenge(const QByteArray &verifier);

/// `bytes` from the system's random source, in base64url without padding.
QByteArray randomText(int bytes);

/// Compares without telling by the time it takes how much agrees.
bool sameInConstantTime(const QByteArray &a, const QByteArray &b);
