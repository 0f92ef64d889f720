// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

// Which addresses may see the sign-in and how a resource's address becomes a path on the API.

/// True for 127.0.0.1, ::1 and localhost.
bool isLoopback(const QString &host);

/// True when a bearer token may be sent to `url`: https anywhere, plain http to this machine only, no user info.
bool mayCarryToken(const QUrl &url);

/// True when scheme, host and port are the same; port 443 is that of an https address without one.
bool sameOrigin(const QUrl &one, const QUrl &other);

/// True for "/a/b-c": plain segments, no "..", nothing encoded, no query.
bool isPlainPath(const QString &path);

/// The path below `apiUrl` of a resource that lives there or on Calendly's own API, whose addresses are names rather
/// than places; empty for a foreign or odd address.
QString resourcePath(const QUrl &resource, const QUrl &apiUrl);
