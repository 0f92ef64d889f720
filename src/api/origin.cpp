// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin.h"

#include <QRegularExpression>

namespace {

QString basePath(const QUrl &apiUrl)
{
    QString path = apiUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("::1") || host == QLatin1String("localhost");
}

bool mayCarryToken(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    const int usual = one.scheme() == QLatin1String("https") ? 443 : 80;
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port(usual) == other.port(usual);
}

bool isPlainPath(const QString &path)
{
    static const QRegularExpression shape(QStringLiteral("\\A(/(?!\\.{1,2}(/|\\z))[A-Za-z0-9._~-]+)+\\z"));
    return shape.match(path).hasMatch();
}

QString resourcePath(const QUrl &resource, const QUrl &apiUrl)
{
    if (!mayCarryToken(resource) || resource.hasQuery() || resource.hasFragment())
        return {};
    QString path = resource.path(QUrl::FullyEncoded);
    if (sameOrigin(resource, apiUrl)) {
        const QString base = basePath(apiUrl);
        if (!path.startsWith(base + QLatin1Char('/')))
            return {};
        path = path.mid(base.size());
    } else if (!sameOrigin(resource, QUrl(QStringLiteral("https://api.calendly.com")))) {
        return {};
    }
    return isPlainPath(path) ? path : QString();
}
