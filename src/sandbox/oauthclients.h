// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace sandbox {

/// A program that people sign in to. Native ones have no secret and must use PKCE (BEHAVIOUR 2.3, 2.4).
struct OAuthClient
{
    QString id;
    QString name;
    QString secret; ///< empty: a native program
    QStringList redirects; ///< exact URIs, or a scheme as "my.app:" for any address of it
    bool anyLoopback = false; ///< http on 127.0.0.1 or localhost with any port and path

    bool isNative() const { return secret.isEmpty(); }
    bool mayRedirectTo(const QString &uri) const;
};

/// "sundial-demo", native, and "sundial-web", with a secret.
QList<OAuthClient> demoClients();

} // namespace sandbox
