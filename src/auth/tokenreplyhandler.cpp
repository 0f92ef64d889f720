// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenreplyhandler.h"

namespace {

bool leadsToAnotherHost(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    return target.host() != reply.url().host() || target.port() != reply.url().port() || target.scheme() != reply.url().scheme();
}

} // namespace

TokenReplyHandler::TokenReplyHandler(QUrl redirectUri, Clock clock, QObject *parent)
    : QAbstractOAuthReplyHandler(parent)
    , m_redirectUri(std::move(redirectUri))
    , m_clock(std::move(clock))
{
}

QString TokenReplyHandler::callback() const
{
    return m_redirectUri.toString(QUrl::FullyEncoded);
}

void TokenReplyHandler::networkReplyFinished(QNetworkReply *reply)
{
    const BoundedAnswer *answer = BoundedAnswer::of(reply);
    const SeenAnswer seen{.httpStatus = answer->httpStatus(),
                          .contentType = reply->rawHeader("Content-Type"),
                          .contentEncoding = reply->rawHeader("Content-Encoding"),
                          .retryAfter = reply->rawHeader("Retry-After"),
                          .body = answer->body(),
                          .networkError = reply->error(),
                          .end = answer->end(),
                          .nothingWasSent = answer->nothingWasSent(),
                          .leadsToAnotherHost = leadsToAnotherHost(*reply)};
    reply->deleteLater(); // Qt 6.4 forgets that of the code's exchange
    const TokenAnswer meaning = judgeTokenAnswer(seen, m_clock());
    QMetaObject::invokeMethod(
        this, [this, meaning] { emit judged(meaning); }, Qt::QueuedConnection);
}
