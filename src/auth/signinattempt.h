// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authlimits.h"
#include "authorizationflow.h"
#include "loopbackreceiver.h"

#include <QTimer>

/// One attempt to sign in in the browser, from the open port to the judged answer.
class SignInAttempt : public QObject
{
    Q_OBJECT

public:
    SignInAttempt(AuthServer server, Clock clock, AuthLimits limits, QObject *parent = nullptr);

    /// Opens the port where one is needed and makes the URL for the browser. Storage: no port; Refused: an address of
    /// the server or of the redirect that cannot be used.
    Result<QUrl> begin(const QStringList &scopes);
    QDateTime endsAt() const { return m_endsAt; }

    AuthorizationFlow::Delivery deliver(const QUrl &redirect);
    bool isExchanging() const { return m_exchanging; } ///< the server may have given a pair
    void closePort(); ///< for the next attempt

signals:
    /// Once, never from within begin() or deliver().
    void ended(const Result<AccessTokens> &tokens);

private:
    Result<QUrl> openRedirect();
    void finish(const Result<AccessTokens> &tokens);

    AuthServer m_server;
    Clock m_clock;
    AuthLimits m_limits;
    QDateTime m_endsAt;
    QTimer m_check;
    LoopbackReceiver *m_receiver = nullptr;
    AuthorizationFlow *m_flow = nullptr;
    bool m_exchanging = false;
    bool m_ended = false;
};
