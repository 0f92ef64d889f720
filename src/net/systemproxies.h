// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>

/// The proxies that the system names (its settings, or `https_proxy`, `http_proxy`, `no_proxy` of the environment) for every
/// connection that leaves this computer. What stays on it, as the answer of a browser to a sign-in or the demo, takes none:
/// a proxy would look for it on its own computer. To be given to QNetworkProxyFactory::setApplicationProxyFactory().
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};
