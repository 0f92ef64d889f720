// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonreader.h"
#include "restclient.h"

// Small parts that the resource classes share.

/// Adds `value` as it is to be understood, unless it is empty.
inline void addTo(QUrlQuery &query, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

inline void addTo(QUrlQuery &query, const QString &name, const QUrl &uri)
{
    addTo(query, name, uri.toString(QUrl::FullyEncoded));
}

/// The path of something that belongs to a resource; empty, and so refused, for a foreign resource.
inline QString pathBelow(const RestClient &client, const QUrl &resource, const QString &below)
{
    const QString path = client.pathOf(resource);
    return path.isEmpty() ? path : path + below;
}

/// Decodes the `resource` of an answer.
template <typename T>
Result<T> resourceFrom(const Result<QJsonObject> &answer, Result<T> (*decode)(const QJsonObject &json))
{
    if (!answer)
        return Unexpected(answer.error());
    const QJsonValue resource = answer->value(QLatin1String("resource"));
    if (!resource.isObject())
        return Unexpected(fieldError(QStringLiteral("resource")));
    return decode(resource.toObject());
}

/// Asks for one resource.
template <typename T>
void readOne(RestClient &client, const QString &path, Urgency urgency, QObject *context,
             Result<T> (*decode)(const QJsonObject &json), std::function<void(const Result<T> &)> then)
{
    client.get(path, {}, urgency, context, [decode, then = std::move(then)](const Result<QJsonObject> &answer) {
        then(resourceFrom(answer, decode));
    });
}

/// Deletes a resource; what is gone already counts as deleted.
inline void removeOne(RestClient &client, const QUrl &resource, QObject *context,
                      std::function<void(const Result<Done> &)> then)
{
    client.remove(client.pathOf(resource), context, [then = std::move(then)](const Result<QJsonObject> &answer) {
        // Qt may repeat a DELETE by itself; what the first one removed is not found by the second.
        if (answer || answer.error().kind == Error::Kind::NotFound)
            return then(Done{});
        then(Unexpected(answer.error()));
    });
}
