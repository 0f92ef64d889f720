// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "restclient.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// The rows of one page as they came, each URI once.
struct RawPage
{
    QList<QJsonObject> items;
    QString nextPageToken; ///< empty: the last page
    int notObjects = 0; ///< rows that are no JSON objects
};

/// The rows of a whole collection as they came, each URI once.
struct RawListing
{
    QList<QJsonObject> items;
    int notObjects = 0;
    bool complete = true;
};

/// Where a collection is and how it is asked for.
struct CollectionQuery
{
    QString path;
    QUrlQuery query; ///< without page_token
    Urgency urgency = Urgency::Now;
};

/// Reads `collection` and the token of the next page; from `next_page` only its page_token is taken, never its host. A
/// token longer than any that Calendly gives, and more rows than any of its pages has, are errors.
Result<RawPage> rawPageFrom(const QJsonObject &json);

/// Follows page after page. A failed first page is an error; a failed later one, a token that comes twice, too many
/// pages and too many rows to hold end the listing with what was read so far and complete = false.
void readRawListing(RestClient &client, const CollectionQuery &what, QObject *context,
                    std::function<void(const Result<RawListing> &listing)> then);
