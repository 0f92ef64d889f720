// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient.h"

#include "apirequest.h"
#include "budgetkeeper.h"
#include "guardednetwork.h"
#include "origin.h"

#include <QJsonDocument>

namespace {

/// Written by hand: QUrlQuery leaves "+" as it is, which servers read as a blank.
QString encoded(const QUrlQuery &query)
{
    QStringList items;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        items.append(QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)));
    return items.join(QLatin1Char('&'));
}

} // namespace

class RestClient::Private
{
public:
    Private(RestClient &client, QUrl url, TokenSource tokens, Clock clock, const RestLimits &limits)
        : apiUrl(std::move(url))
        , network(NetworkLimits{limits.idle, limits.total, limits.bodyBytes})
        , keeper(clock, limits)
        , parts{network, keeper, std::move(tokens),
                std::move(clock), limits, [&client](bool reached) { emit client.reachedServer(reached); }, {}, {}}
    {
        connect(&keeper, &BudgetKeeper::changed, &client, &RestClient::budgetChanged);
    }

    void send(ApiRequest::What what, QObject *context, Then then)
    {
        new ApiRequest(std::move(what), parts, context, std::move(then), &requests);
    }

    QUrl urlOf(const QString &path, const QUrlQuery &query) const;

    QUrl apiUrl;
    GuardedNetworkManager network;
    BudgetKeeper keeper;
    SenderParts parts;
    QObject requests; ///< their parent; last, so that they go before what they use
};

/// Empty for a path that is not plain.
QUrl RestClient::Private::urlOf(const QString &path, const QUrlQuery &query) const
{
    if (!isPlainPath(path))
        return {};
    QString base = apiUrl.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    QUrl url = apiUrl;
    url.setPath(base + path, QUrl::StrictMode);
    url.setFragment(QString());
    url.setQuery(query.isEmpty() ? QString() : encoded(query), QUrl::StrictMode);
    return url;
}

RestClient::RestClient(QUrl apiUrl, TokenSource tokens, Clock clock, RestLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(apiUrl), std::move(tokens), std::move(clock), limits))
{
}

RestClient::~RestClient() = default;

void RestClient::get(const QString &path, const QUrlQuery &query, Urgency urgency, QObject *context, Then then)
{
    if (context)
        d->send({"GET", d->urlOf(path, query), {}, urgency}, context, std::move(then));
}

void RestClient::post(const QString &path, const QJsonObject &body, QObject *context, Then then, Urgency urgency, Departure departure)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    d->send({"POST", d->urlOf(path, {}), json, urgency, false, std::move(departure)}, context, std::move(then));
}

void RestClient::postApart(const QString &path, const QJsonObject &body, QObject *context, Then then)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    d->send({"POST", d->urlOf(path, {}), json, Urgency::Now, true}, context, std::move(then));
}

void RestClient::patch(const QString &path, const QJsonObject &body, QObject *context, Then then)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    d->send({"PATCH", d->urlOf(path, {}), json, Urgency::Now}, context, std::move(then));
}

void RestClient::remove(const QString &path, QObject *context, Then then)
{
    d->send({"DELETE", d->urlOf(path, {}), {}, Urgency::Now}, context, std::move(then));
}

void RestClient::leaveSignIn()
{
    const QList<ApiRequest *> asked = d->requests.findChildren<ApiRequest *>(Qt::FindDirectChildrenOnly);
    for (ApiRequest *request : asked)
        request->leaveSignIn();
    d->keeper.beginAnew();
}

RateBudget RestClient::budget() const
{
    return d->keeper.budget();
}

QList<RequestOutcome> RestClient::lastOutcomes() const
{
    return d->parts.outcomes;
}

QUrl RestClient::apiUrl() const
{
    return d->apiUrl;
}

RestLimits RestClient::limits() const
{
    return d->parts.limits;
}

QDateTime RestClient::now() const
{
    return d->parts.clock();
}

QDateTime RestClient::serverNow() const
{
    return now().addMSecs(d->parts.serverAhead.count());
}

QString RestClient::pathOf(const QUrl &resource) const
{
    return resourcePath(resource, d->apiUrl);
}
