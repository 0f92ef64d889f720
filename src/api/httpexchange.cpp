// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpexchange.h"

#include "guardednetwork.h"
#include "oneshotbody.h"

#include <QNetworkRequest>

HttpExchange::HttpExchange(sender::GuardedNetwork &network, const Call &call, const RestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_reply = send(network, call);
    m_reply->setParent(this);
    if (m_body)
        m_body->setParent(m_reply); // read until the reply is gone
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBody);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_idle.start(); });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    for (QTimer *timer : {&m_idle, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { giveUp(HttpAnswer::Failure::TimedOut); });
    }
    m_idle.setInterval(m_limits.idle);
    m_idle.start();
    m_total.start(m_limits.total);
}

QNetworkReply *HttpExchange::send(sender::GuardedNetwork &network, const Call &call)
{
    QNetworkRequest request(call.url);
    request.setRawHeader("Authorization", "Bearer " + call.token);
    request.setRawHeader("Accept", "application/json");
    if (call.verb == "GET")
        return network.get(request);
    if (call.verb == "DELETE")
        return network.deleteResource(request);
    m_body = new sender::OneShotBody(call.body, this);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    return network.post(request, m_body);
}

void HttpExchange::takeHead()
{
    m_idle.start();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.rateLimit = m_reply->rawHeader("X-RateLimit-Limit");
    m_answer.rateRemaining = m_reply->rawHeader("X-RateLimit-Remaining");
    m_answer.rateReset = m_reply->rawHeader("X-RateLimit-Reset");
    m_answer.retryAfter = m_reply->rawHeader("Retry-After");
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        giveUp(HttpAnswer::Failure::Encoded);
    else if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.bodyBytes)
        giveUp(HttpAnswer::Failure::TooBig);
}

void HttpExchange::takeBody()
{
    m_idle.start();
    m_answer.body += m_reply->readAll();
    if (m_answer.body.size() > m_limits.bodyBytes)
        giveUp(HttpAnswer::Failure::TooBig);
}

void HttpExchange::finish()
{
    takeHead();
    if (m_reply)
        takeBody();
    if (!m_reply)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    // For a status of 400 and above, and for a POST that is sent elsewhere, Qt reports an error of its own although the
    // answer is whole.
    const bool whole = m_answer.status >= 300 || (m_answer.status > 0 && error == QNetworkReply::NoError);
    conclude(whole ? HttpAnswer::Failure::None : failureOf(error));
}

void HttpExchange::giveUp(HttpAnswer::Failure why)
{
    if (!m_reply)
        return;
    m_answer.body.clear();
    conclude(why);
}

void HttpExchange::conclude(HttpAnswer::Failure why)
{
    m_answer.failure = why;
    m_idle.stop();
    m_total.stop();
    // Later, so that whoever is told may delete everything, also the reply whose signal this is.
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    QMetaObject::invokeMethod(this, &HttpExchange::over, Qt::QueuedConnection);
}

HttpAnswer::Failure HttpExchange::failureOf(QNetworkReply::NetworkError error) const
{
    if (m_answer.status > 0)
        return HttpAnswer::Failure::Interrupted;
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return HttpAnswer::Failure::Untrusted;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return HttpAnswer::Failure::Unreachable;
    case QNetworkReply::TimeoutError:
        return HttpAnswer::Failure::TimedOut;
    default:
        // Other errors come before and after sending; for a body it is known whether any of it was taken.
        return m_body && !m_body->wasRead() ? HttpAnswer::Failure::Unreachable : HttpAnswer::Failure::Interrupted;
    }
}
