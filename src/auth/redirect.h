// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

/// What an authorization server says through the browser (RFC 6749, 4.1.2), decoded.
struct Redirect
{
    QByteArray state;
    QByteArray code;
    QByteArray error; ///< RFC 6749's error word
};

/// Reads `url` as an answer to `registered`: the same scheme, host, port and path, no user info, at most 8 KiB, no
/// parameter twice, nothing but valid UTF-8 without control characters. Null for everything else. Says nothing about
/// whether the state is right.
std::optional<Redirect> readRedirect(const QUrl &url, const QUrl &registered);
