// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharesapi.h"

#include "apicall.h"
#include "origin.h"
#include "pagedlist.h"

namespace {

/// One whose address a browser should not be sent to counts as malformed.
Result<LinkShare> shareFrom(const QJsonObject &json)
{
    Result<LinkShare> share = linkShareFromJson(json);
    if (share && !mayCarryToken(share->bookingUrl))
        return Unexpected(fieldError(QStringLiteral("booking_url")));
    return share;
}

} // namespace

SharesApi::SharesApi(RestClient &client) : m_client(client) { }

void SharesApi::create(const QUrl &eventType, const QJsonObject &shareOverride, QObject *context, std::function<void(const Result<LinkShare> &)> then)
{
    // An event type from elsewhere is refused here: the empty path is never sent.
    const QString path = m_client.pathOf(eventType).isEmpty() ? QString() : QStringLiteral("/shares");
    QJsonObject body = shareOverride;
    body.insert(QStringLiteral("event_type"), eventType.toString(QUrl::FullyEncoded));
    m_client.post(path, body, context, [then = std::move(then)](const Result<QJsonObject> &answer) { then(resourceFrom(answer, shareFrom)); });
}

void SharesApi::list(QObject *context, std::function<void(const Result<QList<LinkShare>> &)> then)
{
    CollectionQuery what{.path = QStringLiteral("/shares")};
    readAll<LinkShare>(m_client, what, context, shareFrom, [then = std::move(then)](const Result<Listing<LinkShare>> &listing) {
        if (!listing)
            return then(Unexpected(listing.error()));
        // A list with holes says nothing about what is not in it.
        if (listing->flaw)
            return then(Unexpected(*listing->flaw));
        if (listing->leftOut > 0)
            return then(Unexpected(fieldError(QStringLiteral("collection"))));
        then(listing->items);
    });
}

void SharesApi::change(const QUrl &share, const QJsonObject &shareOverride, QObject *context, std::function<void(const Result<QJsonObject> &)> then)
{
    m_client.patch(m_client.pathOf(share), shareOverride, context, std::move(then));
}

void SharesApi::takeBack(const QUrl &share, QObject *context, std::function<void(const Result<QJsonObject> &)> then)
{
    m_client.remove(m_client.pathOf(share), context, std::move(then));
}
