// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagedlist.h"
#include "routingform.h"

/// Routing forms and what was sent with them. The API can only read them.
class RoutingFormsApi
{
public:
    explicit RoutingFormsApi(RestClient &client);

    void forms(const QUrl &organization, QObject *context, ListingThen<RoutingForm> then);
    /// The newest first; an empty token asks for the first page.
    void submissions(const QUrl &form, const QString &pageToken, QObject *context, PageThen<RoutingSubmission> then);

private:
    RestClient &m_client;
};
