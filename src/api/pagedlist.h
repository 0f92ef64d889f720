// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "restclient.h"

#include <QSet>

/// One page of a collection: decodes each item with `decode`; items that cannot be decoded are counted and left out, so
/// that one bad row does not hide a hundred good ones.
template <typename T>
using PageThen = std::function<void(const Result<Page<T>> &page)>;

/// Everything of a collection. `complete` is false when a page failed, a cursor came twice or the page limit was hit.
template <typename T>
struct Listing
{
    QList<T> items;
    bool complete = true;
    bool operator==(const Listing &) const = default;
};

template <typename T>
using ListingThen = std::function<void(const Result<Listing<T>> &listing)>;
