// SPDX-License-Identifier: GPL-3.0-or-later
#include "revocation.h"

#include <utility>

Revocation::Revocation(const AuthServer &server, const QByteArray &refreshToken, std::chrono::milliseconds longest,
                       Then then, QObject *parent)
    : QObject(parent)
    , m_network({.idle = longest, .total = longest, .bodyBytes = 64 * 1024})
    , m_then(std::move(then))
{
    QUrl url = server.url;
    url.setPath(QStringLiteral("/oauth/revoke"));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *reply
        = m_network.post(request,
                         "client_id=" + server.clientId.toUtf8().toPercentEncoding()
                             + "&token_type_hint=refresh_token&token=" + refreshToken.toPercentEncoding());
    // Queued: what is called may delete this, and with it the reply, which is still speaking.
    connect(
        reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); }, Qt::QueuedConnection);
}

void Revocation::finish(const QNetworkReply *reply)
{
    const BoundedAnswer *answer = BoundedAnswer::of(reply);
    const int status = answer->httpStatus();
    const bool told = status == 200 && answer->end() == BoundedAnswer::End::Whole;
    const auto kind = answer->nothingWasSent() ? Error::Kind::Offline
        : status == 0                          ? Error::Kind::Interrupted
                                               : Error::Kind::Refused;
    deleteLater();
    const Then then = std::exchange(m_then, nullptr);
    if (!then)
        return;
    if (told)
        then(Done{});
    else
        then(Unexpected(Error{.kind = kind,
                              .message = QStringLiteral("The server could not be told about the sign-out"),
                              .httpStatus = status}));
}
