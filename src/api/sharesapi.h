// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkshare.h"
#include "restclient.h"

#include <QList>

/// Single-use links that change their event type for one recipient (contract: shares). Reading, changing and taking back
/// are younger than the published description: what the server does not know yet comes as an error.
class SharesApi
{
public:
    explicit SharesApi(RestClient &client);

    /// Sent once.
    void create(const QUrl &eventType, const QJsonObject &shareOverride, QObject *context, std::function<void(const Result<LinkShare> &)> then);
    /// All of one's own.
    void list(QObject *context, std::function<void(const Result<QList<LinkShare>> &)> then);
    /// Sent once each.
    void change(const QUrl &share, const QJsonObject &shareOverride, QObject *context, std::function<void(const Result<QJsonObject> &)> then);
    void takeBack(const QUrl &share, QObject *context, std::function<void(const Result<QJsonObject> &)> then);

private:
    RestClient &m_client;
};
