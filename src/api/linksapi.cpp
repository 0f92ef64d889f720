// SPDX-License-Identifier: GPL-3.0-or-later
#include "linksapi.h"

#include "apicall.h"
#include "origin.h"

namespace {

/// The booking address of an answer; one that a browser should not be sent to counts as missing.
Result<QUrl> bookingUrlFrom(const QJsonObject &json)
{
    const QUrl url = JsonReader(json).uri(QLatin1String("booking_url"));
    if (!mayCarryToken(url))
        return Unexpected(fieldError(QStringLiteral("booking_url")));
    return url;
}

} // namespace

LinksApi::LinksApi(RestClient &client)
    : m_client(client)
    , m_shares(client)
{
}

void LinksApi::singleUseLink(const QUrl &eventType, Urgency urgency, QObject *context, std::function<void(const Result<QUrl> &)> then,
                             RestClient::Departure departure)
{
    // An owner from elsewhere is refused here: the empty path is never sent.
    const QString path = m_client.pathOf(eventType).isEmpty() ? QString() : QStringLiteral("/scheduling_links");
    const QJsonObject body{
        {QStringLiteral("max_event_count"), 1},
        {QStringLiteral("owner"), eventType.toString(QUrl::FullyEncoded)},
        {QStringLiteral("owner_type"), QStringLiteral("EventType")},
    };
    const auto read = [then = std::move(then)](const Result<QJsonObject> &answer) { then(resourceFrom(answer, bookingUrlFrom)); };
    m_client.post(path, body, context, read, urgency, std::move(departure));
}
