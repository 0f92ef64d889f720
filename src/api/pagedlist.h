// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "pagereader.h"
#include "restclient.h"

/// One page of a collection: items that cannot be decoded are counted and left out, so that one bad row does not hide a
/// hundred good ones.
template <typename T> using PageThen = std::function<void(const Result<Page<T>> &page)>;

/// Everything of a collection, or what of it came before a page failed, a cursor came twice or a limit was hit.
template <typename T> struct Listing
{
    QList<T> items;
    std::optional<Error> flaw; ///< why items may be lacking
    int leftOut = 0; ///< items that could not be read
    bool operator==(const Listing &) const = default;
};

template <typename T> using ListingThen = std::function<void(const Result<Listing<T>> &listing)>;

template <typename T> using Decoder = Result<T> (*)(const QJsonObject &json);

/// Decodes what can be decoded into `items`; returns how many could not.
template <typename T> int decodeInto(QList<T> &items, const QList<QJsonObject> &raw, Decoder<T> decode)
{
    int failed = 0;
    for (const QJsonObject &json : raw) {
        const Result<T> item = decode(json);
        if (item)
            items.append(*item);
        else
            ++failed;
    }
    return failed;
}

/// Asks for one page of a collection.
template <typename T>
void readPage(RestClient &client, const CollectionQuery &what, QObject *context, Decoder<T> decode, PageThen<T> then)
{
    client.get(what.path, what.query, what.urgency, context,
               [decode, isPaged = what.isPaged, then = std::move(then)](const Result<QJsonObject> &answer) {
                   const Result<RawPage> raw = answer ? rawPageFrom(*answer) : Unexpected(answer.error());
                   if (!raw)
                       return then(Unexpected(raw.error()));
                   Page<T> page;
                   page.leftOut = raw->notObjects + decodeInto(page.items, raw->items, decode);
                   page.nextPageToken = raw->nextPageToken;
                   page.flaw = isPaged ? raw->flaw : std::nullopt;
                   then(page);
               });
}

/// Asks for a whole collection, page by page.
template <typename T>
void readAll(RestClient &client, const CollectionQuery &what, QObject *context, Decoder<T> decode, ListingThen<T> then)
{
    readRawListing(client, what, context, [decode, then = std::move(then)](const Result<RawListing> &raw) {
        if (!raw)
            return then(Unexpected(raw.error()));
        Listing<T> listing;
        listing.leftOut = raw->notObjects + decodeInto(listing.items, raw->items, decode);
        listing.flaw = raw->flaw;
        then(listing);
    });
}
