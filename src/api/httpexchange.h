// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpanswer.h"
#include "restclient.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace sender {
class GuardedNetwork;
class OneShotBody;
} // namespace sender

/// One try of a request: sends it, takes in the answer under the caps of size and time, and says once that it is over,
/// from the event loop. Deleting it gives up the connection.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    struct Call
    {
        QByteArray verb; ///< GET, POST or DELETE
        QUrl url;
        QByteArray token;
        QByteArray body; ///< JSON; for POST only
    };

    HttpExchange(sender::GuardedNetwork &network, const Call &call, const RestLimits &limits, QObject *parent);

    const HttpAnswer &answer() const { return m_answer; }

signals:
    void over();

private:
    QNetworkReply *send(sender::GuardedNetwork &network, const Call &call);
    void takeHead();
    void takeBody();
    void finish();
    void giveUp(HttpAnswer::Failure why);
    void conclude(HttpAnswer::Failure why);
    HttpAnswer::Failure failureOf(QNetworkReply::NetworkError error) const;

    RestLimits m_limits;
    HttpAnswer m_answer;
    QPointer<QNetworkReply> m_reply;
    QPointer<sender::OneShotBody> m_body;
    QTimer m_idle;
    QTimer m_total;
};
