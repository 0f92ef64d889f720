// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemproxies.h"

#include "loopback.h"

#include <QUrl>

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    const bool connects = query.queryType() == QNetworkProxyQuery::UrlRequest || query.queryType() == QNetworkProxyQuery::TcpSocket;
    // Of a socket only the host is known, whose name then stands in a URL without a scheme.
    QUrl peer;
    peer.setScheme(QStringLiteral("http"));
    peer.setHost(query.peerHostName());
    if (!connects || isLoopback(peer))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}
