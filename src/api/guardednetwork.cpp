// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardednetwork.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace sender {

namespace {

    constexpr qint64 readBufferBytes = 64 * 1024;

} // namespace

GuardedNetwork::GuardedNetwork(QObject *parent)
    : QNetworkAccessManager(parent)
{
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkReply *GuardedNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    QNetworkRequest guarded(request);
    guarded.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    guarded.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    guarded.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    guarded.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    guarded.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    guarded.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    guarded.setRawHeader("User-Agent", "Sundial/" SUNDIAL_VERSION " (+unofficial desktop client)");
    // Qt's own decompression together with a read buffer limit leaves replies that never end.
    guarded.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, guarded, body);
    reply->setReadBufferSize(readBufferBytes);
    return reply;
}

} // namespace sender
