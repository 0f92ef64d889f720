// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingformsapi.h"

#include "apicall.h"

RoutingFormsApi::RoutingFormsApi(RestClient &client)
    : m_client(client)
{
}

void RoutingFormsApi::forms(const QUrl &organization, QObject *context, ListingThen<RoutingForm> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("organization"), organization);
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<RoutingForm>(m_client, {QStringLiteral("/routing_forms"), query, Urgency::Now}, context, routingFormFromJson,
                         std::move(then));
}

void RoutingFormsApi::submissions(const QUrl &form, const QString &pageToken, QObject *context,
                                  PageThen<RoutingSubmission> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("form"), form);
    addTo(query, QStringLiteral("sort"), QStringLiteral("created_at:desc"));
    addTo(query, QStringLiteral("count"), QStringLiteral("20"));
    addTo(query, QStringLiteral("page_token"), pageToken);
    readPage<RoutingSubmission>(m_client, {QStringLiteral("/routing_form_submissions"), query, Urgency::Now}, context,
                                routingSubmissionFromJson, std::move(then));
}
