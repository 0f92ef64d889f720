// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boundedanswer.h"

#include <QNetworkAccessManager>

/// A network manager whose every request is careful with secrets: redirects are not followed, no cookies, no stored
/// credentials, no cache, no compressed answers, plain http to this computer only, bodies sent at most once, and
/// answers bounded in time and size (take the body from BoundedAnswer::of()).
///
/// GET, PUT and DELETE may still be repeated by Qt when a connection breaks. Whoever listens to
/// authenticationRequired() takes that guard away.
class GuardedNetworkManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit GuardedNetworkManager(NetworkLimits limits = {}, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;

private:
    static QNetworkRequest guarded(QNetworkRequest request);

    NetworkLimits m_limits;
};
