// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "restclient.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

/// The rows of one page as they came, each URI once.
struct RawPage
{
    QList<QJsonObject> items;
    QString nextPageToken; ///< empty: the last page, unless there is a flaw
    std::optional<Error> flaw; ///< of a page that does not tell whether another one follows
    int notObjects = 0; ///< rows that are no JSON objects
};

/// The rows of a whole collection as they came, each URI once.
struct RawListing
{
    QList<QJsonObject> items;
    int notObjects = 0;
    std::optional<Error> flaw; ///< why rows may be lacking
};

/// Where a collection is and how it is asked for.
struct CollectionQuery
{
    QString path;
    QUrlQuery query; ///< without page_token
    Urgency urgency = Urgency::Now;
    bool isPaged = true; ///< false: all in one answer, which then says nothing of pages (BEHAVIOUR 6.5)
};

/// Reads `collection` and the token of the next page. The last page says that none follows; one that does not, or whose token
/// is no text, has a flaw: nothing may be taken to be gone because it is not in it. From `next_page` only its page_token is taken, never its host. A
/// token longer than any that Calendly gives, and more rows than any of its pages has, are errors.
Result<RawPage> rawPageFrom(const QJsonObject &json);

/// Follows page after page. A failed first page is an error; a failed later one, a token that comes twice, too many
/// pages, too many rows to hold and an end that is not told end the listing with what was read so far and a flaw.
void readRawListing(RestClient &client, const CollectionQuery &what, QObject *context,
                    std::function<void(const Result<RawListing> &listing)> then);
