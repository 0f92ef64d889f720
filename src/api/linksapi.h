// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "restclient.h"
#include "sharesapi.h"

/// Single-use links.
class LinksApi
{
public:
    explicit LinksApi(RestClient &client);

    /// Makes a link that can be booked once within 90 days (contract: createSchedulingLink). Sent once, after `departure`.
    void singleUseLink(const QUrl &eventType, Urgency urgency, QObject *context, std::function<void(const Result<QUrl> &)> then,
                       RestClient::Departure departure = {});

    SharesApi &shares() { return m_shares; } ///< those that change their event type

private:
    RestClient &m_client;
    SharesApi m_shares;
};
