// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guardednetwork.h"
#include "result.h"
#include "session.h"

#include <functional>

/// Tells the server that a refresh token is not wanted any more (RFC 7009), once. Deletes itself afterwards.
class Revocation : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<Done> &)>;

    /// `then` may be empty; else it gets an error when the server did not say yes.
    Revocation(const AuthServer &server, const QByteArray &refreshToken, std::chrono::milliseconds longest, Then then,
               QObject *parent);

private:
    void finish(const QNetworkReply *reply);

    GuardedNetworkManager m_network;
    Then m_then;
};
