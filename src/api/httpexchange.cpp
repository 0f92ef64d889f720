// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpexchange.h"

#include "guardednetwork.h"

#include <QNetworkRequest>

HttpExchange::HttpExchange(GuardedNetworkManager &network, const Call &call, QObject *parent)
    : QObject(parent)
    , m_reply(send(network, call))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

QNetworkReply *HttpExchange::send(GuardedNetworkManager &network, const Call &call)
{
    QNetworkRequest request(call.url);
    request.setRawHeader("Authorization", "Bearer " + call.token);
    if (call.verb == "GET")
        return network.get(request);
    if (call.verb == "DELETE")
        return network.deleteResource(request);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return call.verb == "POST" ? network.post(request, call.body) : network.sendCustomRequest(request, call.verb, call.body);
}

void HttpExchange::takeHead()
{
    m_answer.status = BoundedAnswer::of(m_reply)->httpStatus();
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.challenge = m_reply->rawHeader("WWW-Authenticate");
    m_answer.rateLimit = m_reply->rawHeader("X-RateLimit-Limit");
    m_answer.rateRemaining = m_reply->rawHeader("X-RateLimit-Remaining");
    m_answer.rateReset = m_reply->rawHeader("X-RateLimit-Reset");
    m_answer.retryAfter = m_reply->rawHeader("Retry-After");
    m_answer.date = m_reply->rawHeader("Date");
}

void HttpExchange::finish()
{
    takeHead();
    m_answer.failure = failure();
    if (m_answer.failure == HttpAnswer::Failure::None)
        m_answer.body = BoundedAnswer::of(m_reply)->body();
    // Later, so that whoever is told may delete everything, also the reply whose signal this is.
    QMetaObject::invokeMethod(this, &HttpExchange::over, Qt::QueuedConnection);
}

HttpAnswer::Failure HttpExchange::failure() const
{
    const BoundedAnswer *bounded = BoundedAnswer::of(m_reply);
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return HttpAnswer::Failure::Encoded;
    if (bounded->end() == BoundedAnswer::End::TimedOut)
        return HttpAnswer::Failure::TimedOut;
    if (bounded->end() == BoundedAnswer::End::TooBig)
        return HttpAnswer::Failure::TooBig;
    // For a status of 400 and above, and for a POST that is sent elsewhere, Qt reports an error of its own although the
    // answer is whole.
    if (m_answer.status >= 300 || (m_answer.status > 0 && m_reply->error() == QNetworkReply::NoError))
        return HttpAnswer::Failure::None;
    return unanswered();
}

HttpAnswer::Failure HttpExchange::unanswered() const
{
    if (m_answer.status > 0)
        return HttpAnswer::Failure::Interrupted;
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return HttpAnswer::Failure::Untrusted;
    if (m_reply->error() == QNetworkReply::TimeoutError)
        return HttpAnswer::Failure::TimedOut;
    return BoundedAnswer::of(m_reply)->nothingWasSent() ? HttpAnswer::Failure::Unreachable
                                                        : HttpAnswer::Failure::Interrupted;
}
