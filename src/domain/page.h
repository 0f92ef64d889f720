// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QList>
#include <QString>

#include <optional>

/// Part of a collection, and the token that the next part is asked with (BEHAVIOUR 6).
template <typename T>
struct Page
{
    QList<T> items;
    QString nextPageToken; ///< empty: this was the last page, unless there is a flaw
    std::optional<Error> flaw; ///< why nobody knows whether another page follows
    int leftOut = 0; ///< items that could not be read
    bool operator==(const Page &) const = default;
};
