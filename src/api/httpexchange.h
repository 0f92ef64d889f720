// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpanswer.h"
#include "restclient.h"

#include <QNetworkReply>
#include <QObject>

class GuardedNetworkManager;

/// One try of a request: sends it, reads what came back, and says once that it is over, from the event loop. Deleting
/// it gives up the connection.
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

    HttpExchange(GuardedNetworkManager &network, const Call &call, QObject *parent);

    const HttpAnswer &answer() const { return m_answer; }

signals:
    void over();

private:
    static QNetworkReply *send(GuardedNetworkManager &network, const Call &call);
    void takeHead();
    void finish();
    HttpAnswer::Failure failure() const;
    HttpAnswer::Failure unanswered() const;

    HttpAnswer m_answer;
    QNetworkReply *m_reply = nullptr;
};
