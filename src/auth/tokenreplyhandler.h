// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "tokenjudge.h"

#include <QAbstractOAuthReplyHandler>

/// Stands between the token endpoint and Qt's flow: nothing that comes back is used before it was judged here and,
/// where it is good, stored by the listener of judged(). Owned by the flow and never replaced, else Qt 6.4 calls a dead
/// one.
class TokenReplyHandler : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    TokenReplyHandler(QUrl redirectUri, Clock clock, QObject *parent);

    /// The registered text as it is.
    QString callback() const override;
    void networkReplyFinished(QNetworkReply *reply) override;

signals:
    /// Comes when the reply is done with, so that a listener may delete everything.
    void judged(const TokenAnswer &answer);

private:
    QUrl m_redirectUri;
    Clock m_clock;
};
