// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardednetwork.h"

#include "loopback.h"
#include "oneshotbody.h"

#include <QCoreApplication>

namespace {

QByteArray userAgent()
{
    const QByteArray version = QCoreApplication::applicationVersion().toLatin1();
    return version.isEmpty() ? QByteArrayLiteral("Sundial") : QByteArrayLiteral("Sundial/") + version;
}

bool mayBeAsked(const QUrl &url)
{
    return url.isValid() && url.userInfo().isEmpty()
        && (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url)));
}

} // namespace

GuardedNetworkManager::GuardedNetworkManager(NetworkLimits limits, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_limits(limits)
{
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest GuardedNetworkManager::guarded(QNetworkRequest request)
{
    if (!mayBeAsked(request.url()))
        request.setUrl(QUrl(QStringLiteral("refused:"))); // answers ProtocolUnknownError, nothing is sent
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", userAgent());
    request.setRawHeader("Accept-Encoding", "identity"); // Qt's own decompression and a read buffer limit hang together
    if (!request.hasRawHeader("Accept"))
        request.setRawHeader("Accept", "application/json");
    return request;
}

QNetworkReply *GuardedNetworkManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                    QIODevice *outgoing)
{
    QNetworkRequest safe = guarded(request);
    OneShotBody *body = nullptr;
    if (outgoing) {
        const QByteArray data = outgoing->readAll();
        safe.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        safe.setHeader(QNetworkRequest::ContentLengthHeader, data.size());
        body = new OneShotBody(data);
    }
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, safe, body);
    if (body)
        body->setParent(reply);
    const bool bodyTells = body && !body->atEnd(); // an empty one is never taken, sent or not
    new BoundedAnswer(reply, bodyTells ? body : nullptr, m_limits);
    return reply;
}
