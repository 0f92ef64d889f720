// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauthclients.h"

namespace sandbox {

bool OAuthClient::mayRedirectTo(const QString &uri) const
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment() || !url.userInfo().isEmpty())
        return false;
    for (const QString &registered : redirects) {
        const bool isScheme = registered.endsWith(u':');
        if (isScheme ? url.scheme() + u':' == registered : uri == registered)
            return true;
    }
    const bool isLoopback = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost");
    return anyLoopback && url.scheme() == QLatin1String("http") && isLoopback;
}

QList<OAuthClient> demoClients()
{
    return {{.id = QStringLiteral("sundial-demo"),
             .name = QStringLiteral("Sundial"),
             .secret = {},
             .redirects = {QStringLiteral("io.github.sundial-app:")},
             .anyLoopback = true},
            {.id = QStringLiteral("sundial-web"),
             .name = QStringLiteral("Sundial on the web"),
             .secret = QStringLiteral("sundial-web-secret"),
             .redirects = {QStringLiteral("https://app.example.com/callback")},
             .anyLoopback = true}};
}

} // namespace sandbox
