// SPDX-License-Identifier: GPL-3.0-or-later
#include "boundedanswer.h"

#include "oneshotbody.h"

#include <algorithm>

BoundedAnswer::BoundedAnswer(QNetworkReply *reply, OneShotBody *request, const NetworkLimits &limits)
    : QObject(reply)
    , m_reply(reply)
    , m_request(request)
    , m_limits(limits)
{
    m_reply->setReadBufferSize(64 * 1024); // else a fast server fills the memory between two of our looks
    connect(m_reply, &QNetworkReply::readyRead, this, &BoundedAnswer::takeIn);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { m_idle.start(); });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_idle.start(); });
    connect(m_reply, &QNetworkReply::finished, this, &BoundedAnswer::finish);
    for (QTimer *timer : {&m_idle, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { stop(End::TimedOut); });
    }
    m_idle.setInterval(m_limits.idle);
    m_idle.start();
    m_total.start(m_limits.total);
}

BoundedAnswer *BoundedAnswer::of(const QNetworkReply *reply)
{
    return reply->findChild<BoundedAnswer *>(QString(), Qt::FindDirectChildrenOnly);
}

int BoundedAnswer::httpStatus() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool BoundedAnswer::nothingWasSent() const
{
    if (httpStatus() != 0)
        return false;
    if (m_request)
        return !m_request->wasTaken();
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

void BoundedAnswer::takeIn()
{
    m_idle.start();
    if (m_end != End::Open)
        return;
    takeBytes();
    if (m_body.size() > m_limits.bodyBytes)
        stop(End::TooBig);
}

void BoundedAnswer::takeBytes()
{
    // No more than is there: read() makes room for all that it may read.
    m_body += m_reply->read(std::min(m_reply->bytesAvailable(), m_limits.bodyBytes + 1 - m_body.size()));
}

void BoundedAnswer::stop(End why)
{
    if (m_end != End::Open)
        return;
    m_end = why;
    m_body.clear();
    m_reply->abort(); // emits finished()
}

void BoundedAnswer::finish()
{
    m_idle.stop();
    m_total.stop();
    if (m_end == End::Open && m_reply->isOpen()) { // closed after an abort() from outside
        takeBytes();
        if (m_body.size() > m_limits.bodyBytes) {
            m_end = End::TooBig;
            m_body.clear();
        }
    }
    if (m_end == End::Open)
        m_end = End::Whole;
}
